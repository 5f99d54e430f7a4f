import { register } from 'prom-client';
import { DurationCounts } from '../../platform/http/duration-counts.ts';

const kind = {
  name: 'lyhord_collect_step_seconds',
  help: 'Time that one batch takes in one step of the collecting pipeline',
  buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.3, 1, 5, 30],
};
let standing: DurationCounts<'step'> | undefined;

/** How long each step of the pipeline takes, for /metrics. */
export function stepTimes(): (step: string, milliseconds: number) => void {
  standing ??= new DurationCounts(kind, register);
  const counts = standing;
  return (step, milliseconds) => counts.add(step, milliseconds / 1000, () => ({ step }));
}
