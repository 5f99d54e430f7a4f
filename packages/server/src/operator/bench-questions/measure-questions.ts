// For the bench of questions: a history of any size in a data folder, and how long the screens' questions take on it.
import { setTimeout as pause } from 'node:timers/promises';
import type { QuestionToAsk } from '@lyhord/contract';
import { systemViewer, type Viewer } from '../../access/index.ts';
import { type RunningServer, startServer } from '../../main.ts';
import { sql } from '../../platform/stores/sql.ts';
import { type HistorySize, lastDay } from './fill-history.ts';
import { historyIn, type Made, timed } from './history.ts';
import { freeDays, freeQuestions, type NamedQuestion, namedQuestions } from './named-questions.ts';

export interface MeasuredQuestion {
  readonly id: string;
  /** Milliseconds of each load, each of another period. */
  readonly loads: readonly number[];
  /** Median of the processor time of all threads, in milliseconds: other work on the machine hardly changes it. */
  readonly processorTime: number;
  /** Median of a load over the median of the same by hand, asked in turn; null where none was written. */
  readonly ratio: number | null;
}
/** A question in Explore, in milliseconds but for `shares`. */
export interface MeasuredFree {
  readonly id: string;
  readonly sampled: readonly number[];
  readonly exact: readonly number[];
  /** Shares of the rows read, as they were told while the exact answer was counted. */
  readonly shares: readonly number[];
  /** From giving up until the question is gone from the engine. */
  readonly stopping: number;
}
export type Measured =
  | Made
  | ({ readonly step: 'asked' } & MeasuredQuestion)
  | ({ readonly step: 'explored' } & MeasuredFree);

const day = 86_400_000;
const daysEarlier = (days: number) => new Date(Date.parse(lastDay) - days * day).toISOString().slice(0, 10);
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A question that is not answered has taken for ever, and the others are asked all the same. */
async function timedAnswer(ask: () => Promise<unknown>): Promise<number> {
  let answered = false;
  const took = await timed(() =>
    ask()
      .then(() => (answered = true))
      .catch(() => undefined),
  );
  return answered ? took : Number.POSITIVE_INFINITY;
}

/** Fills a fresh data folder, makes the rollups, and asks every named question `loads` times. */
export async function* measureQuestions(
  dataDir: string,
  size: HistorySize,
  loads: number,
  wanted: (id: string) => boolean = () => true,
): AsyncGenerator<Measured> {
  const server = await startServer({ dataDir, port: 0 });
  try {
    const { warehouse } = server.platform;
    const history = yield* historyIn(server, size);
    const viewer = systemViewer(history.workspaceId);
    const asking = { understand: server.understand, viewer, region: history.region };
    const load = async ({ id, days, ask, byHand }: NamedQuestion): Promise<MeasuredQuestion> => {
      const own: number[] = [];
      const worked: number[] = [];
      const hand: number[] = [];
      for (let at = 0; at <= loads; at++) {
        const period = { from: daysEarlier(days + 2 * at), to: daysEarlier(2 * at) };
        const before = process.cpuUsage();
        const took = await timedAnswer(() => ask(asking, period));
        const { user, system } = process.cpuUsage(before);
        const took2 = byHand ? await timed(() => warehouse.query(byHand(history.workspaceId, period))) : null;
        // the first load reads files that nobody has read yet
        if (at === 0) continue;
        own.push(took);
        worked.push((user + system) / 1000);
        if (took2 !== null) hand.push(took2);
      }
      const ratio = hand.length > 0 ? median(own) / median(hand) : null;
      return { id, loads: own, processorTime: median(worked), ratio };
    };
    for (const question of namedQuestions) {
      if (wanted(question.id)) yield { step: 'asked', ...(await load(question)) };
    }
    for (const { id, question } of freeQuestions) {
      if (wanted(`explore, ${id}`))
        yield { step: 'explored', id, ...(await explored(server, viewer, question)) };
    }
  } finally {
    await server.stop();
  }
}

/** Asks as Explore does: some of the customers first, then everything while the share is followed, then gives up once. */
async function explored(
  { understand, platform: { warehouse } }: RunningServer,
  viewer: Viewer,
  question: Omit<QuestionToAsk, 'period'>,
): Promise<Omit<MeasuredFree, 'id'>> {
  const asked = (at: number) => ({
    ...question,
    period: { from: daysEarlier(freeDays + at), to: daysEarlier(at) },
  });
  const [sampled, exact, shares]: [number[], number[], number[]] = [[], [], []];
  for (let at = 0; at < freeLoads; at++) {
    sampled.push(await timedAnswer(() => understand.ask(viewer, { ...asked(at), sample: 'preview' })));
    const follow = `bench-${at}`;
    let running = true;
    const counted = timedAnswer(() => understand.ask(viewer, asked(at), { follow })).finally(() => {
      running = false;
    });
    while (running) {
      const { rows, of } = await understand.progressOf(viewer, follow);
      if (rows !== null && of) shares.push(rows / of);
      await pause(100);
    }
    exact.push(await counted);
  }
  const control = new AbortController();
  const given = understand
    .ask(viewer, asked(freeLoads), { signal: control.signal, follow: 'bench-stop' })
    .catch(() => undefined);
  await pause(100);
  const stopping = await timed(async () => {
    control.abort();
    await given;
    await warehouse.query(sql`select 1`);
  });
  return { sampled, exact, shares, stopping };
}
const freeLoads = 4;
