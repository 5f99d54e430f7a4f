// Promise: what a burst of work leaves behind in JavaScript's heap goes back to the system soon after the burst.
// V8 collects when something new needs room; a server at rest asks for nothing, and would keep its garbage for minutes.
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const usualLookMs = 10_000;
/** The event loop's share of busy time below which a pause is noticed by nobody. */
const restingShare = 0.05;
const worthwhileBytes = 48 * 1024 * 1024;

const collector = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

const heldBytes = (): number => {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
};

/** Looks every ten seconds at this thread's heap; `stop` ends that. */
export function keepMemoryLow(lookMs = usualLookMs): { stop(): void } {
  const collect = collector();
  let after = 0;
  let seen = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, seen);
    seen = now;
    if (utilization > restingShare || heldBytes() < after + worthwhileBytes) return;
    collect();
    after = heldBytes();
  }, lookMs).unref();
  return { stop: () => clearInterval(timer) };
}
