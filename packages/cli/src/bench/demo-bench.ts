import { atMost, type Bench, type Figure, quantile, told } from './figure.ts';
import {
  mainThreadSeconds,
  memoryMegabytes,
  processorSeconds,
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';
import { type Session, signIn } from './signed-in.ts';

const loads = 50;

/** First start with the full demo, pages, memory at rest, second start: one after another on the same data. */
export const demoBench: Bench = {
  name: 'demo',
  summary: 'filling the demo, Pulse and Places, memory at rest, second start',
  async *run() {
    const folder = temporaryFolder('bench');
    try {
      const first = await startServerProcess(['--data', folder.path, '--demo']);
      yield* fillFigures(first);
      const session = await signIn(first);
      yield* pageFigures(session);
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      yield atMost(
        'memory of all processes (PSS) 60 s after the last request',
        memoryMegabytes(first.child.pid!),
        900,
        'MB',
      );
      await stopServerProcess(first);
      yield* secondStart(folder.path);
    } finally {
      folder.remove();
    }
  },
};

function* fillFigures(server: ServerProcess): Iterable<Figure> {
  const seconds = /Demo company: done in ([\d.]+) s/.exec(server.printed())?.[1];
  yield atMost('filling the demo', Number(seconds ?? Number.NaN), 75, 's');
  yield told('start with an empty folder to a usable page', server.readyMs / 1000, 's');
  const pid = server.child.pid!;
  yield told('processor time until then, all threads', processorSeconds(pid), 's');
  yield told('processor time until then, main thread', mainThreadSeconds(pid), 's');
}

async function* pageFigures(session: Session): AsyncIterable<Figure> {
  const me = (await session.get<{ workspace: { dataFrom: string; dataTo: string } }>('/api/me')).body;
  const to = me.workspace.dataTo.slice(0, 10);
  const daysBefore = (days: number) =>
    new Date(Date.parse(to) - days * 86_400_000).toISOString().slice(0, 10);
  const pages: [string, string][] = [
    ['Pulse', '/api/pulse'],
    ['Places', '/api/places/overview'],
  ];
  for (const [name, path] of pages) {
    const first = await session.get(`${path}?from=${daysBefore(90)}&to=${to}`);
    yield told(`${name}, first load of 90 days`, first.serverMs ?? first.ms, 'ms');
    const times: number[] = [];
    for (let load = 0; load < loads; load++) {
      const answer = await session.get(`${path}?from=${daysBefore(30 + 7 * load)}&to=${to}`);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      times.push(answer.serverMs ?? answer.ms);
    }
    yield told(`${name}, server time, median of ${loads} loads`, quantile(times, 0.5), 'ms');
    yield atMost(
      `${name}, server time, p95 of ${loads} loads, each of another period`,
      quantile(times, 0.95),
      300,
      'ms',
    );
  }
}

async function* secondStart(dataDir: string): AsyncIterable<Figure> {
  const second = await startServerProcess(['--data', dataDir]);
  const page = await fetch(second.url);
  yield atMost(
    'second start to a usable page',
    (second.readyMs + (page.ok ? 0 : Number.POSITIVE_INFINITY)) / 1000,
    10,
    's',
  );
  await stopServerProcess(second);
}
