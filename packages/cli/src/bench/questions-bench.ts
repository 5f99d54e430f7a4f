import { type MeasuredFree, measureQuestions } from '@lyhord/server';
import { shareOf } from './bench-share.ts';
import { atMost, type Bench, type Figure, quantile, told } from './figure.ts';
import { keptOrTemporaryFolder, memoryMegabytes } from './server-process.ts';

const whole = { signals: 10_000_000, events: 100_000_000 } as const;
/** Fewer where LYHORD_BENCH_LOADS says so. */
const loads = Number(process.env.LYHORD_BENCH_LOADS ?? 20) || 20;
const slowestMs = 500;
const exploring = { sampledMs: 1_000, exactMs: 10_000 } as const;
const mostMegabytes = 3_000;

/** Only questions whose id contains LYHORD_BENCH_ONLY. */
const wanted = (id: string) => id.includes(process.env.LYHORD_BENCH_ONLY ?? '');

function* figuresOf({ id, sampled, exact, shares, stopping }: MeasuredFree): Iterable<Figure> {
  yield atMost(`explore, ${id}, sampled, slowest`, Math.max(...sampled), exploring.sampledMs, 'ms');
  yield atMost(`explore, ${id}, exact, slowest`, Math.max(...exact), exploring.exactMs, 'ms');
  yield told(`explore, ${id}, shares of the rows read that were told`, shares.length, 'times');
  yield told(`explore, ${id}, stopping`, stopping, 'ms');
}

/** In this process, without HTTP: what understand takes to answer, each time for another period. */
export const questionsBench: Bench = {
  name: 'questions',
  summary: 'the questions of the screens over many signals and events',
  async *run() {
    const folder = keptOrTemporaryFolder('questions');
    const share = shareOf();
    const size = { signals: Math.round(whole.signals * share), events: Math.round(whole.events * share) };
    process.env.LYHORD_LOG_LEVEL ??= 'warn';
    const memory: number[] = [];
    let asking = false;
    const watch = setInterval(() => asking && memory.push(memoryMegabytes(process.pid)), 500);
    try {
      yield told('signals', size.signals, 'rows');
      yield told('events', size.events, 'rows');
      for await (const found of measureQuestions(folder.path, size, loads, wanted)) {
        if (found.step === 'filled') yield told('filling', found.seconds, 's');
        if (found.step === 'counted') yield told('making all rollups again', found.seconds, 's');
        if (found.step === 'explored') yield* figuresOf(found);
        asking ||= found.step === 'asked' || found.step === 'explored';
        if (found.step !== 'asked') continue;
        yield atMost(`${found.id}, p95 of ${loads}`, quantile(found.loads, 0.95), slowestMs, 'ms');
        yield told(`${found.id}, processor time, median`, found.processorTime, 'ms');
        if (found.ratio !== null) yield atMost(`${found.id}, ratio to SQL by hand`, found.ratio, 1.3, '');
      }
      yield atMost('memory of all processes while asking', Math.max(...memory), mostMegabytes, 'MB');
    } finally {
      clearInterval(watch);
      folder.remove();
    }
  },
};
