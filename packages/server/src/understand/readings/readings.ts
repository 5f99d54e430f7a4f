// Promise: when the topic tree changes, every text is read again exactly once, and readers see either the old mentions
// or the new ones, never both: each mention belongs to a numbered reading, and one reading at a time is current.
import { createHash } from 'node:crypto';
import type { TextAnalysis, TopicTree } from '@lyhord/contract';
import type { Collect, TextToAnalyse, TopicsInUse } from '../../collect/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../../platform/stores/sql.ts';
import { correctionsOf } from '../feed/correction-store.ts';
import { overlaid } from '../feed/overlay-corrections.ts';
import { lastSeal, lockCheckpoint } from '../rollups/checkpoint-store.ts';
import { rollTicketTopicDays, rollTopicDays } from '../rollups/day-store.ts';
import { allDays, allTicketDays } from '../rollups/days-behind.ts';
import { dayTurns } from '../rollups/roll-days.ts';
import { TopicNames } from '../topics/topic-names.ts';
import { mentionRows, nextTexts, textOf } from './mention-rows.ts';
import { ModelContents } from './model-contents.ts';
import {
  beginReading,
  currentReading,
  makeCurrent,
  markRead,
  preparingReading,
  type Reading,
  setGoal,
} from './reading-store.ts';

export interface CurrentReading {
  readonly reading: number;
  readonly names: TopicNames;
  readonly topicsAbove: Readonly<Record<string, readonly string[]>>;
}
export interface Readings {
  start(): Promise<void>;
  current(workspaceId: string): Promise<CurrentReading>;
  /** The tree that is in use, or will be once history has been read with it. */
  newestTree(workspaceId: string): Promise<Pick<Reading, 'tree' | 'model'>>;
  /** What the own engine says of texts with this tree, or the one in use; to try out, not to keep. */
  read(workspaceId: string, texts: readonly TextToAnalyse[], tree?: TopicTree): Promise<TextAnalysis[]>;
  catchUp(workspaceId: string, from: bigint, to: bigint): Promise<void>;
  /**
   * Takes a new tree into use, after all history has been read with it; returns how many texts that is. The
   * workspace's own model stays in use, unless another one, or null for none, is given.
   */
  change(workspaceId: string, tree: TopicTree, by: string | null, model?: string | null): Promise<number>;
  /** Goes on with a reading that is being prepared, until it is current; nothing when there is none. */
  prepare(workspaceId: string): Promise<void>;
}

const job = 'read-texts-again';
const textsAtOnce = 1_000;
/** Tables whose rows belong to a reading. */
const ofReadings = [
  'mentions',
  'daily_topics',
  'daily_place_topics',
  'daily_topic_sums',
  'daily_ticket_topics',
] as const;
/** Sorts after every signal's id. */
const pastAllSignals = '~';

export function createReadings(
  platform: Pick<Platform, 'warehouse' | 'ledger' | 'jobs' | 'announcements' | 'clock'>,
  collect: Pick<Collect, 'analyse' | 'useTopics'>,
): Readings {
  const { warehouse, ledger, jobs, announcements, clock } = platform;
  const known = new Map<string, Promise<CurrentReading>>();
  const models = new ModelContents(ledger);
  const topicsOf = async (workspaceId: string, { reading, tree, model }: Reading): Promise<TopicsInUse> => ({
    version: `${workspaceId}/${reading}`,
    tree,
    model: await models.of(workspaceId, model),
  });
  const newest = async (workspaceId: string) =>
    (await preparingReading(ledger, workspaceId)) ?? currentReading(ledger, workspaceId);

  /** Reads the texts up to a commit, after finishing a stretch that was cut off. */
  async function readUpTo(workspaceId: string, reading: Reading, upTo: bigint): Promise<void> {
    const cutOff = reading.goal > reading.readTo.commitNo;
    const readTo = cutOff ? await readStretch(workspaceId, reading, reading.goal) : reading.readTo;
    if (readTo === null || readTo.commitNo >= upTo) return;
    await setGoal(ledger, workspaceId, reading.reading, upTo);
    await readStretch(workspaceId, { ...reading, readTo }, upTo);
  }

  /**
   * Pieces of a stretch are the same whenever it is read; by its token a repeated piece counts once. Null where the
   * reading was given up meanwhile.
   */
  async function readStretch(
    workspaceId: string,
    reading: Reading,
    upTo: bigint,
  ): Promise<Reading['readTo'] | null> {
    const topics = await topicsOf(workspaceId, reading);
    let after = reading.readTo;
    for (;;) {
      const signals = await nextTexts(warehouse, workspaceId, after, upTo, textsAtOnce);
      const last = signals.at(-1);
      if (!last) break;
      const texts = signals.filter(({ text }) => text !== '');
      const analyses = await collect.analyse(workspaceId, texts.map(textOf), topics);
      const ids = texts.map(({ signal_id }) => signal_id);
      const corrections = await correctionsOf(ledger, workspaceId, ids);
      const rows = texts.flatMap((text, index) => {
        const own = corrections.filter(({ signalId }) => signalId === text.signal_id);
        const mentions = overlaid(analyses[index]!.mentions, own);
        return mentionRows(workspaceId, reading.reading, text, { mentions });
      });
      const token = `${workspaceId}/${reading.reading}/${after.commitNo}/${after.signalId}`;
      await warehouse.insert('mentions', rows, { token });
      after = { commitNo: BigInt(last.commit_no), signalId: last.signal_id };
      if (!(await markRead(ledger, workspaceId, reading.reading, after, signals.length))) return null;
    }
    const done = { commitNo: upTo, signalId: pastAllSignals };
    await markRead(ledger, workspaceId, reading.reading, done, 0);
    return done;
  }

  async function prepare(workspaceId: string): Promise<void> {
    for (;;) {
      const reading = await preparingReading(ledger, workspaceId);
      const seal = await lastSeal(warehouse);
      if (!reading) return;
      if (seal && reading.readTo.commitNo < seal.commitNo)
        await readUpTo(workspaceId, reading, seal.commitNo);
      if (await takeIntoUse(workspaceId, reading.reading)) return;
    }
  }

  /** False when more was committed meanwhile. While the checkpoint is locked, no rollup moves. */
  async function takeIntoUse(workspaceId: string, number: number): Promise<boolean> {
    const taken = await ledger.transaction(async (tx) => {
      const locked = await lockCheckpoint(tx, workspaceId);
      const reading = await preparingReading(tx, workspaceId);
      const seal = await lastSeal(warehouse);
      if (reading?.reading !== number) return true;
      if (locked === null || (seal && seal.commitNo > reading.readTo.commitNo)) return false;
      const topicsAbove = new TopicNames(reading.tree).allAbove();
      const days = await allDays(warehouse, workspaceId);
      const turns = await dayTurns(warehouse, 'signals', workspaceId, days);
      for (const some of turns) {
        const slice = { workspaceId, days: some, upToCommit: locked.days, reading: number, topicsAbove };
        await rollTopicDays(warehouse, ledger, slice, { background: turns.length > 1 });
      }
      const opened = await allTicketDays(warehouse, workspaceId);
      const ticketTurns = await dayTurns(warehouse, 'tickets', workspaceId, opened);
      for (const some of ticketTurns) {
        const slice = { workspaceId, days: some, upToCommit: locked.days, reading: number };
        await rollTicketTopicDays(warehouse, ledger, slice, { background: ticketTurns.length > 1 });
      }
      await makeCurrent(tx, workspaceId, number, clock.now());
      return true;
    });
    if (taken) {
      known.delete(workspaceId);
      announcements.announce('topics.changed', { workspaceId });
      await forgetReadingsBefore(workspaceId, number);
    }
    return taken;
  }

  /** Mentions of readings that were replaced; reading 0 stays, since collect goes on writing it. */
  async function forgetReadingsBefore(workspaceId: string, current: number): Promise<void> {
    const { engine } = warehouse;
    for (const table of ofReadings) {
      await warehouse.command(sql`alter table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)}
        delete where workspace_id = ${workspaceId} and reading > 0 and reading < ${current}`);
    }
  }

  return {
    async start() {
      collect.useTopics(async (workspaceId) => {
        const reading = await currentReading(ledger, workspaceId);
        return reading.reading === 0 ? null : topicsOf(workspaceId, reading);
      });
      announcements.subscribe('topics.changed', (news: { workspaceId?: string } | null) => {
        if (news?.workspaceId) known.delete(news.workspaceId);
        else known.clear();
      });
      await jobs.work<{ workspaceId: string }>(job, ({ workspaceId }) => prepare(workspaceId));
    },
    current(workspaceId) {
      const cached = known.get(workspaceId);
      if (cached) return cached;
      const current = currentReading(ledger, workspaceId).then(({ reading, tree }) => {
        const names = new TopicNames(tree);
        return { reading, names, topicsAbove: names.allAbove() };
      });
      // kept before it is there, so that what changes meanwhile takes it away
      known.set(workspaceId, current);
      current.catch(() => known.get(workspaceId) === current && known.delete(workspaceId));
      return current;
    },
    async read(workspaceId, texts, tree) {
      if (!tree) return collect.analyse(workspaceId, texts, undefined, true);
      const { model } = await newest(workspaceId);
      const told = createHash('sha256')
        .update(JSON.stringify([tree, model]))
        .digest('hex');
      const topics = { version: `${workspaceId}/${told}`, tree, model: await models.of(workspaceId, model) };
      return collect.analyse(workspaceId, texts, topics, true);
    },
    newestTree: newest,
    async catchUp(workspaceId, _from, to) {
      const reading = await currentReading(ledger, workspaceId);
      if (reading.reading > 0 && reading.readTo.commitNo < to) await readUpTo(workspaceId, reading, to);
    },
    async change(workspaceId, tree, by, chosen) {
      const model = chosen === undefined ? (await newest(workspaceId)).model : chosen;
      const reading = await beginReading(ledger, workspaceId, { tree, model }, by, clock.now());
      await jobs.send(job, { workspaceId }, { singletonKey: `${workspaceId}/${reading}` });
      const [row] = await warehouse.query<{ n: string }>(
        sql`select count() as n from signals where workspace_id = ${workspaceId} and has_text`,
      );
      return Number(row?.n ?? 0);
    },
    prepare,
  };
}
