// For the bench of questions: a history of any size in a data folder, and how long the screens' questions take on it.
import { systemViewer } from '../../access/index.ts';
import { startServer } from '../../main.ts';
import { type HistorySize, lastDay } from './fill-history.ts';
import { historyIn, type Made, timed } from './history.ts';
import { type NamedQuestion, namedQuestions } from './named-questions.ts';

export interface MeasuredQuestion {
  readonly id: string;
  /** Milliseconds of each load, each of another period. */
  readonly loads: readonly number[];
  /** Median of a load over the median of the same by hand, asked in turn; null where none was written. */
  readonly ratio: number | null;
}
export type Measured = Made | ({ readonly step: 'asked' } & MeasuredQuestion);

const day = 86_400_000;
const before = (days: number) => new Date(Date.parse(lastDay) - days * day).toISOString().slice(0, 10);
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

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
      const hand: number[] = [];
      for (let at = 0; at <= loads; at++) {
        const period = { from: before(days + 2 * at), to: before(2 * at) };
        const took = await timed(() => ask(asking, period));
        const took2 = byHand ? await timed(() => warehouse.query(byHand(history.workspaceId, period))) : null;
        // the first load reads files that nobody has read yet
        if (at === 0) continue;
        own.push(took);
        if (took2 !== null) hand.push(took2);
      }
      return { id, loads: own, ratio: hand.length > 0 ? median(own) / median(hand) : null };
    };
    for (const question of namedQuestions) {
      if (wanted(question.id)) yield { step: 'asked', ...(await load(question)) };
    }
  } finally {
    await server.stop();
  }
}
