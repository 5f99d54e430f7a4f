// Promise: rows are recorded some steps at once and settled in the file's order, so that what is settled is always the
// beginning of the file.
import type { Verdict } from '@lyhord/contract';

const rowsPerStep = 10_000;
const stepsAtOnce = 2;

export interface Steps<Row> {
  readonly rows: AsyncIterable<readonly Row[]>;
  readonly record: (rows: readonly Row[]) => Promise<readonly Verdict[]>;
  readonly settle: (verdicts: readonly Verdict[]) => Promise<void>;
  /** True where the work should end after what is under way. */
  readonly stopping: () => boolean;
}

/** Resolves with true when all rows are settled, with false when it was stopped before. */
export async function inSteps<Row>({ rows, record, settle, stopping }: Steps<Row>): Promise<boolean> {
  const running: Promise<readonly Verdict[]>[] = [];
  const settleFirst = async () => settle(await running.shift()!);
  const begin = async (step: readonly Row[]) => {
    const work = record(step);
    // a failure is met where the step is settled
    work.catch(() => {});
    running.push(work);
    if (running.length >= stepsAtOnce) await settleFirst();
  };
  const run = async (): Promise<boolean> => {
    let step: Row[] = [];
    for await (const block of rows) {
      for (const row of block) {
        step.push(row);
        if (step.length < rowsPerStep) continue;
        await begin(step);
        step = [];
        if (stopping()) return false;
      }
    }
    if (step.length > 0) await begin(step);
    return true;
  };
  try {
    const whole = await run();
    while (running.length > 0) await settleFirst();
    return whole;
  } finally {
    // steps behind one that failed are not settled: what is settled stays the beginning of the file
    await Promise.allSettled(running);
  }
}
