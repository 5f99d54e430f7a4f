import { type Batch, open } from './batch.ts';

/** One step of the pipeline: fills in, or refuses, the items that are still open. */
export interface Step {
  readonly name: string;
  readonly run: (batch: Batch) => void | Promise<void>;
}

export type Timed = (step: string, milliseconds: number) => void;

/** Runs the steps in order until none is left or nothing is open any more, and times each by its name. */
export async function runPipeline(steps: readonly Step[], batch: Batch, timed: Timed): Promise<void> {
  for (const step of steps) {
    const began = performance.now();
    // most steps have nothing to wait for, and a turn of the loop costs more than they do
    const running = step.run(batch);
    if (running) await running;
    timed(step.name, performance.now() - began);
    if (open(batch).length === 0) return;
  }
}
