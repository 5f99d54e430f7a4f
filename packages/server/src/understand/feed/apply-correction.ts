// Promise: what a person corrects counts at once, in every number; and again whenever the text is read again.
import { setTimeout as pause } from 'node:timers/promises';
import type { SignalCard } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { lockCheckpoint } from '../rollups/checkpoint-store.ts';
import { rollTicketTopicDays, rollTopicDays } from '../rollups/day-store.ts';
import { ticketDaysOf } from '../rollups/days-behind.ts';
import { addCorrection, type Correction, correctionsOf } from './correction-store.ts';
import { overlaid } from './overlay-corrections.ts';
import { mentionsOfSignal, type StoredMention } from './signal-rows.ts';

const waitMs = 50;

/** Keeps the correction, writes the signal's mentions as corrected, and makes the day's topics again. */
export async function correct(
  ground: Ground,
  viewer: Viewer,
  card: SignalCard,
  correction: Omit<Correction, 'signalId'>,
): Promise<void> {
  const { platform, readings } = ground;
  const { ledger, warehouse, ids, clock } = platform;
  const { workspaceId, personId } = viewer;
  const { reading, topicsAbove, names } = await readings.current(workspaceId);
  const topic = correction.correctAspect;
  if (topic !== null && !names.tree.topics.some(({ key }) => key === topic)) {
    throw new Problem('invalid_input', because('topic_unknown', { topic }));
  }
  await addCorrection(ledger, workspaceId, ids.next(), personId, clock.now(), {
    ...correction,
    signalId: card.id,
  });
  const { facts, mentions } = await mentionsOfSignal(warehouse, workspaceId, card.id, reading);
  if (!facts) return;
  const all = await correctionsOf(ledger, workspaceId, [card.id]);
  const wanted = overlaid(mentions, all).map((mention): StoredMention => ({ ...mention }));
  const same = (a: StoredMention, b: StoredMention) => rowKey(a) === rowKey(b);
  const missing = wanted.filter((one) => !mentions.some((other) => same(one, other)));
  const wrong = mentions.filter((one) => !wanted.some((other) => same(one, other)));
  if (missing.length > 0) {
    await warehouse.insert(
      'mentions',
      missing.map((mention) => ({
        ...facts,
        ...{ workspace_id: workspaceId, reading, aspect: mention.aspect, polarity: mention.polarity },
        ...{ label: mention.label, confidence: mention.confidence, emotion: mention.emotion },
        ...{ span_start: mention.start, span_end: mention.end },
        ...{ clause_start: mention.clause.start, clause_end: mention.clause.end },
      })),
    );
  }
  for (const one of wrong) {
    const { engine } = warehouse;
    await warehouse.command(sql`alter table ${sql.name(engine.shard('mentions'))} ${sql.raw(engine.onCluster)}
      delete where workspace_id = ${workspaceId} and signal_id = ${card.id} and reading = ${reading}
        and aspect = ${one.aspect} and span_start = ${one.start} and span_end = ${one.end} and label = ${one.label}
        and (confidence = 1) = ${one.confidence === 1} settings mutations_sync = 2`);
  }
  const countedAgain = async (tx: Ledger): Promise<boolean> => {
    const checkpoint = await lockCheckpoint(tx, workspaceId);
    if (checkpoint === null) return false;
    const days = [facts.local_day];
    const slice = { workspaceId, days, upToCommit: checkpoint.days, reading, topicsAbove };
    await rollTopicDays(warehouse, ledger, slice);
    const opened = await ticketDaysOf(warehouse, workspaceId, card.id);
    if (opened.length > 0) await rollTicketTopicDays(warehouse, ledger, { ...slice, days: opened });
    return true;
  };
  // whoever counts at the moment may have read the mentions of before
  while (!(await ledger.transaction(countedAgain))) await pause(waitMs);
  platform.announcements.announce('topics.changed', { workspaceId });
}

const rowKey = (mention: StoredMention) =>
  JSON.stringify([mention.aspect, mention.start, mention.end, mention.label, mention.confidence === 1]);
