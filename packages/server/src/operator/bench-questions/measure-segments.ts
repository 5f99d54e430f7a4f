// For the bench of segments: rules over the state of many customers, in full and for one of whom something new is known.
import type { SegmentRule } from '@lyhord/contract';
import { systemViewer } from '../../access/index.ts';
import { startServer } from '../../main.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { HistorySize } from './fill-history.ts';
import { historyIn, type Made, timed } from './history.ts';

export type MeasuredSegments =
  | Made
  | { readonly step: 'full'; readonly name: string; readonly loads: readonly number[] }
  | { readonly step: 'one'; readonly loads: readonly number[] };

const rules: Readonly<Record<string, SegmentRule>> = {
  'three orders and more': { fact: 'orders', atLeast: 3 },
  'good customers at risk of leaving': {
    all: [
      { fact: 'lifeCycle', in: ['at_risk', 'lapsed'] },
      { fact: 'revenue', atLeast: 200_000 },
      { not: { fact: 'lastNps', atMost: 6 } },
    ],
  },
  'returned something and called': {
    all: [
      { fact: 'returns', atLeast: 1 },
      { fact: 'contacts90Days', atLeast: 1 },
    ],
  },
};

/** Asks each rule of everybody, and all of them of one customer at a time. */
export async function* measureSegments(
  dataDir: string,
  size: HistorySize,
  loads: number,
): AsyncGenerator<MeasuredSegments> {
  const server = await startServer({ dataDir, port: 0 });
  try {
    const { workspaceId } = yield* historyIn(server, size);
    const { understand } = server;
    const viewer = systemViewer(workspaceId);
    const repeated = async (work: (at: number) => Promise<unknown>) => {
      const took: number[] = [];
      for (let at = 0; at <= loads; at++) took.push(await timed(() => work(at)));
      // the first load reads files that nobody has read yet
      return took.slice(1);
    };
    for (const [name, rule] of Object.entries(rules)) {
      yield { step: 'full', name, loads: await repeated(() => understand.countSegments(viewer, [rule])) };
    }
    const keys = await server.platform.warehouse.query<{ key: string }>(sql`
      select toString(identifier_key) as key from customer_tallies where workspace_id = ${workspaceId}
      order by intHash64(identifier_key) limit ${loads + 1}`);
    const one = (at: number) =>
      understand.rulesHolding(viewer, [keys[at % keys.length]!.key], Object.values(rules));
    yield { step: 'one', loads: await repeated(one) };
  } finally {
    await server.stop();
  }
}
