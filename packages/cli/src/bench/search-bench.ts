import { withDemoServer } from './demo-server.ts';
import { atMost, type Bench, type Figure, quantile, told } from './figure.ts';
import { type Session, signIn } from './signed-in.ts';

const demoCustomers = 100_000;
const slowestMs = 300;
const rounds = 5;

/** One word, several, a phrase, what must not stand there, and a word that nobody wrote; in three languages. */
const searches: readonly string[] = [
  'kö',
  'leverans',
  'personalen',
  'levering',
  'toimitus',
  'staff',
  'kassa personal',
  'leverans försenad',
  '"i kassan"',
  'app -kassa',
  'retur "inte"',
  'kvalsterfri',
];

/** Search over all comments of the demo company, whatever their age. */
export const searchBench: Bench = {
  name: 'search',
  summary: 'search over all comments of the demo company',
  run: () => measured(),
};

async function* measured(): AsyncIterable<Figure> {
  const found = await withDemoServer(demoCustomers, async (server) => searchFigures(await signIn(server)));
  yield* found;
}

/** Every search some times, each time with another end of the period, so that no answer is remembered. */
async function searchFigures(session: Session): Promise<Figure[]> {
  const { body } = await session.get<{ workspace: { dataTo: string } }>('/api/me');
  const last = Date.parse(body.workspace.dataTo);
  const dayBefore = (days: number) => new Date(last - days * 86_400_000).toISOString().slice(0, 10);
  const search = async (words: string, to: string) => {
    const where = encodeURIComponent(JSON.stringify({ words }));
    const answer = await session.get<{ signals: unknown[] }>(`/api/feed?where=${where}&to=${to}`);
    if (answer.status !== 200) throw new Error(`the search for ${words} answered ${answer.status}`);
    return { ms: answer.serverMs ?? answer.ms, found: answer.body.signals.length };
  };
  const first = await search(searches[0]!, dayBefore(0));
  const times: number[] = [];
  let finding = 0;
  for (let round = 0; round < rounds; round++) {
    for (const words of searches) {
      const { ms, found } = await search(words, dayBefore(round));
      times.push(ms);
      if (round === 0 && found > 0) finding += 1;
    }
  }
  const many = times.length;
  return [
    told('first search, for which the words that customers use are read', first.ms, 'ms'),
    told(`searches of ${searches.length} that find something`, finding, ''),
    told(`search over all comments, server time, median of ${many}`, quantile(times, 0.5), 'ms'),
    atMost(`search over all comments, server time, p95 of ${many}`, quantile(times, 0.95), slowestMs, 'ms'),
  ];
}
