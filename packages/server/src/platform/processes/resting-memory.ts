// Promise: what a burst of work leaves behind in JavaScript's heap goes back to the system soon after the burst.
// V8 collects when something new needs room; a server at rest asks for nothing, and would keep its garbage for minutes.
import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';

const usualLookMs = 10_000;
/** The event loop's share of busy time below which a pause is noticed by nobody. */
const restingShare = 0.05;
const worthwhileBytes = 48 * 1024 * 1024;

/** Unlike `gc()`, which leaves young objects all the room that they ever had, this also makes that small again. */
async function collect(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}

const heldBytes = (): number => {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
};

/** Looks every ten seconds at this thread's heap; `stop` ends that. */
export function keepMemoryLow(lookMs = usualLookMs): { stop(): void } {
  let after = 0;
  let seen = performance.eventLoopUtilization();
  const look = async () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, seen);
    seen = now;
    if (utilization > restingShare || heldBytes() < after + worthwhileBytes) return;
    await collect();
    after = heldBytes();
  };
  const timer = setInterval(() => void look().catch(() => clearInterval(timer)), lookMs).unref();
  return { stop: () => clearInterval(timer) };
}
