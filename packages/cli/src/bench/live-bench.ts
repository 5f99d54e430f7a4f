import { withDemoServer } from './demo-server.ts';
import { atMost, type Bench, quantile, told } from './figure.ts';
import { type Session, signIn } from './signed-in.ts';

const rounds = 20;

/** From posting a bad answer to seeing it: live message and first row of the Feed, case in the queue. */
export const liveBench: Bench = {
  name: 'live',
  summary: 'feedback posted → on the open screen, case in the queue',
  async *run() {
    const times = await withDemoServer(3_000, async (server) => {
      const session = await signIn(server);
      const { body: source } = await session.post<{ writeKey: string }>('/api/sources', {
        name: 'live bench',
      });
      const measured: { screen: number; queue: number }[] = [];
      for (let round = 0; round < rounds; round++)
        measured.push(await oneRound(new URL(server.url).origin, session, source.writeKey, round));
      return measured;
    });
    yield told(
      'until the first row of the Feed, median',
      quantile(
        times.map((time) => time.screen),
        0.5,
      ) / 1000,
      's',
    );
    yield atMost(
      `until the first row of the Feed, worst of ${rounds}`,
      Math.max(...times.map((time) => time.screen)) / 1000,
      3,
      's',
    );
    yield atMost(
      `until the case is in the queue, worst of ${rounds}`,
      Math.max(...times.map((time) => time.queue)) / 1000,
      3,
      's',
    );
  },
};

async function oneRound(origin: string, session: Session, writeKey: string, round: number) {
  const text = `Live bench ${Date.now()}-${round}: the checkout was terribly slow and nobody helped`;
  const body = {
    signals: [
      {
        messageId: `live-${Date.now()}-${round}`,
        kind: 'survey',
        channel: 'web',
        happenedAt: new Date().toISOString(),
        identifiers: [{ type: 'email', value: `live-${Date.now()}-${round}@example.org` }],
        answers: [{ question: 'nps', value: 1 }],
        text,
      },
    ],
  };
  const started = performance.now();
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  await fetch(`${origin}/v1/signals`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const screen = until(started, async () =>
    (await session.get<{ signals: { text: string | null }[] }>('/api/feed?limit=5')).body.signals.some(
      (signal) => signal.text === text,
    ),
  );
  const queue = until(started, async () => {
    const { body: feed } = await session.get<{ signals: { text: string | null; caseId: string | null }[] }>(
      '/api/feed?limit=5',
    );
    return feed.signals.some((signal) => signal.text === text && signal.caseId !== null);
  });
  return { screen: await screen, queue: await queue };
}

async function until(started: number, holds: () => Promise<boolean>): Promise<number> {
  while (performance.now() - started < 15_000) {
    if (await holds()) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number.POSITIVE_INFINITY;
}
