// Signals as people read them: with place, customer, text, mentions as corrected, and the case that was opened on them.
import type { SignalCard } from '@lyhord/contract';
import { shownName, shownText, type Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { correctionsOf } from './correction-store.ts';
import { overlaid } from './overlay-corrections.ts';
import { mentionOf, partsOf, type SignalRow, signalsById } from './signal-rows.ts';

/** The case on a signal, as far as the viewer may see it. */
export interface CaseOfSignal {
  readonly caseId: string;
  readonly state: string;
}
export type CasesOfSignals = (
  viewer: Viewer,
  signalIds: readonly string[],
) => Promise<ReadonlyMap<string, CaseOfSignal>>;
/** The customer behind an identifier key. */
export interface CustomerOfKey {
  readonly profileKey: string;
  readonly name: string | null;
}
export type CustomersOfKeys = (
  viewer: Viewer,
  identifierKeys: readonly string[],
) => Promise<ReadonlyMap<string, CustomerOfKey>>;

export interface CardSources {
  readonly cases: CasesOfSignals;
  readonly customers: CustomersOfKeys;
}

/** Cards of the signals that the viewer may see, in the order of the ids. */
export async function cardsById(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  ids: readonly string[],
): Promise<SignalCard[]> {
  if (ids.length === 0) return [];
  const rows = await signalsById(ground.platform.warehouse, viewer, ids);
  const cards = new Map((await cardsOf(ground, sources, viewer, rows)).map((card) => [card.id, card]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** Cards of rows that have passed the policy. */
export async function cardsOf(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  rows: readonly SignalRow[],
): Promise<SignalCard[]> {
  if (rows.length === 0) return [];
  const { workspaceId } = viewer;
  const ids = rows.map((row) => row.signal_id);
  const keys = [...new Set(rows.map((row) => row.identifier_key).filter((key) => key !== '0'))];
  const { reading } = await ground.readings.current(workspaceId);
  const [tree, parts, corrections, cases, customers] = await Promise.all([
    ground.placeTree(workspaceId),
    partsOf(ground.platform.warehouse, workspaceId, rows, reading),
    correctionsOf(ground.platform.ledger, workspaceId, ids),
    sources.cases(viewer, ids),
    sources.customers(viewer, keys),
  ]);
  const texts = new Map(parts.texts.map((text) => [text.signal_id, text]));
  const answers = groupedBy(parts.answers, (answer) => answer.signal_id);
  const mentions = groupedBy(parts.mentions, (mention) => mention.signal_id);
  const corrected = groupedBy(corrections, (correction) => correction.signalId);
  return rows.map((row) => {
    const id = row.signal_id;
    const text = texts.get(id);
    const customer = customers.get(row.identifier_key);
    return {
      ...ownParts(row),
      title: shownText(viewer, orNull(row.title)),
      placeName: row.place_id === '' ? null : tree.nameOf(row.place_id),
      answers: (answers.get(id) ?? []).map(({ question, value }) => ({ question, value })),
      text: shownText(viewer, text?.text ?? null),
      mentions: overlaid((mentions.get(id) ?? []).map(mentionOf), corrected.get(id) ?? []),
      redactions: redactionsOf(text?.redactions),
      customerKey: customer?.profileKey ?? null,
      customerName: shownName(viewer, customer?.name ?? null, customer?.profileKey ?? null),
      caseId: cases.get(id)?.caseId ?? null,
      caseState: cases.get(id)?.state ?? null,
    };
  });
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
export const isoTime = (warehouseTime: string): string => `${warehouseTime.replace(' ', 'T')}Z`;

function ownParts(row: SignalRow) {
  return {
    id: row.signal_id,
    kind: row.kind,
    channel: row.channel,
    touchpoint: orNull(row.touchpoint),
    placeId: orNull(row.place_id),
    happenedAt: isoTime(row.happened_at),
    knownAt: isoTime(row.known_at),
    question: orNull(row.question),
    score: row.score,
    language: orNull(row.language),
    sentiment: row.sentiment === '' ? null : { label: row.sentiment, score: row.sentiment_score },
    flags: row.flags,
  };
}

function redactionsOf(json: string | undefined): SignalCard['redactions'] {
  if (!json) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? (parsed as SignalCard['redactions']) : [];
  } catch {
    return [];
  }
}
