import { Histogram, register } from 'prom-client';

const name = 'lyhord_collect_step_seconds';

/** How long each step of the pipeline takes, for /metrics. */
export function stepTimes(): (step: string, milliseconds: number) => void {
  const standing = register.getSingleMetric(name) as Histogram<'step'> | undefined;
  const histogram =
    standing ??
    new Histogram({
      name,
      help: 'Time that one batch takes in one step of the collecting pipeline',
      labelNames: ['step'],
      buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.3, 1, 5, 30],
    });
  return (step, milliseconds) => histogram.observe({ step }, milliseconds / 1000);
}
