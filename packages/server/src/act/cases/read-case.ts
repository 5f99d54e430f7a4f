import type { actEndpoints, CaseEntry, ReplyOf, SignalCard } from '@lyhord/contract';
import { ledgerPlaceScope, maskedContact, systemViewer, type Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../../platform/stores/sql.ts';
import { answerPrefix } from '../answers/take-answers.ts';
import type { UnderstandPart } from '../neighbours.ts';
import type { CaseRecord } from './case-record.ts';
import { caseRows, type RowParts } from './case-rows.ts';
import { caseStore } from './case-store.ts';
import { entryStore } from './entry-store.ts';
import { eventsAround } from './events-around.ts';
import { contactOfCase } from './reply-case.ts';

export interface ReadParts extends RowParts {
  readonly platform: Platform;
  readonly understand: UnderstandPart;
}

export type CasePage = ReplyOf<typeof actEndpoints.readCase>;

/** One case with all that helps to put it right. */
export async function readCase(parts: ReadParts, viewer: Viewer, caseId: string): Promise<CasePage> {
  const record = await caseStore(parts.platform.ledger).find(viewer, caseId);
  if (record === null) {
    throw new Problem('not_found', because('case_unknown'));
  }
  const history = await entryStore(parts.platform.ledger).list(viewer.workspaceId, caseId);
  const cards = await parts.understand.signalCards(viewer, signalIdsOf(record, history));
  const signal = cards.find((card) => card.id === record.signalId) ?? null;
  const saidAt = signal === null ? record.openedAt : new Date(signal.happenedAt);
  const [[row], around, contact, nextId, answers] = await Promise.all([
    caseRows(parts, viewer, [record]),
    eventsOfCustomer(parts, viewer, record, saidAt),
    contactOfCase(parts.unify, record),
    nextCase(parts, viewer, record),
    answersOf(parts, record, history),
  ]);
  const mayReply = viewer.role !== 'analyst';
  return {
    ...(row as NonNullable<typeof row>),
    signal,
    around,
    entries: history.map((entry) => answers.get(entry.id) ?? withWords(entry, cards)),
    cause: record.cause,
    outcome: record.outcome,
    replyTo: contact.email === null ? null : maskedContact(contact.email),
    canReply: mayReply && contact.email !== null && record.state !== 'closed',
    nextId,
    version: record.version,
  };
}

const signalPrefix = 'signal:';

function signalIdsOf(record: CaseRecord, history: readonly CaseEntry[]): string[] {
  const ids = history.flatMap(({ detail }) =>
    detail?.startsWith(signalPrefix) ? detail.slice(signalPrefix.length) : [],
  );
  return [...new Set([...(record.signalId === null ? [] : [record.signalId]), ...ids])];
}

/** The customer's words stand with the signal, not in the case; they are joined only for those who may see them. */
function withWords(entry: CaseEntry, cards: readonly SignalCard[]): CaseEntry {
  if (!entry.detail?.startsWith(signalPrefix)) return entry;
  const card = cards.find((one) => one.id === entry.detail?.slice(signalPrefix.length));
  return { ...entry, text: entry.text || card?.text || '', detail: null };
}

/**
 * What came back by mail, by entry. It belongs to the case, so that all who may see the case read it, whatever place the
 * mailbox stands for. A sender who is not the case's customer is named as such.
 */
async function answersOf(
  { understand, unify }: ReadParts,
  record: CaseRecord,
  history: readonly CaseEntry[],
): Promise<ReadonlyMap<string, CaseEntry>> {
  const { workspaceId, identifierKey } = record;
  const entries = history.flatMap((entry) =>
    entry.detail?.startsWith(answerPrefix) ? [{ entry, id: entry.detail.slice(answerPrefix.length) }] : [],
  );
  if (entries.length === 0) return new Map();
  const ids = entries.map(({ id }) => id);
  const cards = await understand.signalCards(systemViewer(workspaceId), ids);
  const customer = identifierKey === '0' ? null : await unify.profileKeyOf(workspaceId, identifierKey);
  const read = entries.map(async ({ entry, id }) => {
    const card = cards.find((one) => one.id === id);
    const isCustomer = card !== undefined && card.customerKey !== null && card.customerKey === customer;
    const sender = card?.customerKey ? await unify.contactOf(workspaceId, card.customerKey) : null;
    const another = isCustomer || !card ? null : sender?.email ? maskedContact(sender.email) : '?';
    return [entry.id, { ...entry, text: card?.text ?? '', detail: null, otherSender: another }] as const;
  });
  return new Map(await Promise.all(read));
}

async function eventsOfCustomer(
  parts: ReadParts,
  viewer: Viewer,
  record: CaseRecord,
  at: Date,
): Promise<CasePage['around']> {
  const { workspaceId, identifierKey } = record;
  const profileKey =
    identifierKey === '0' ? null : await parts.unify.profileKeyOf(workspaceId, identifierKey);
  if (profileKey === null) return [];
  const keys = await parts.unify.identifierKeysOf(workspaceId, profileKey);
  const tree = await parts.trees.of(workspaceId);
  return eventsAround(parts.platform.warehouse, viewer, keys, at, tree);
}

/** The next active case by deadline: the viewer's own first, then those that nobody has. */
async function nextCase(parts: ReadParts, viewer: Viewer, record: CaseRecord): Promise<string | null> {
  const [next] = await caseStore(parts.platform.ledger).list(
    sql`${ledgerPlaceScope(viewer, 'place_id')} and state in ('open', 'taken') and id <> ${record.id}
      and (owner_id = ${viewer.personId} or owner_id is null)`,
    sql`order by owner_id is null, due_at, id limit 1`,
  );
  return next?.id ?? null;
}
