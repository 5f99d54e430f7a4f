import type { Histogram, Registry } from 'prom-client';

export interface DurationKind {
  readonly name: string;
  readonly help: string;
  /** Upper bounds in seconds, rising. */
  readonly buckets: readonly number[];
}

interface Counted<L extends string> {
  readonly labels: Readonly<Record<L, string>>;
  /** One for each bound, and one for what is longer. */
  readonly counts: number[];
  seconds: number;
}

/**
 * A histogram of durations for /metrics. What is counted with every request is counted in plain numbers; the histogram
 * of the library makes and checks the text of its labels each time, which costs as much as reading a small body.
 */
export class DurationCounts<L extends string> {
  private readonly kind: DurationKind;
  private readonly counted = new Map<string, Counted<L>>();

  constructor(kind: DurationKind, registry: Registry) {
    this.kind = kind;
    registry.registerMetric(this.asMetric() as unknown as Histogram);
  }

  /** Counts a duration under `key`, which stands for the labels that `labelsOf` makes when it is new. */
  add(key: string, seconds: number, labelsOf: () => Record<L, string>): void {
    const { buckets } = this.kind;
    let one = this.counted.get(key);
    if (!one) {
      one = { labels: labelsOf(), counts: new Array<number>(buckets.length + 1).fill(0), seconds: 0 };
      this.counted.set(key, one);
    }
    let bucket = 0;
    while (bucket < buckets.length && seconds > buckets[bucket]!) bucket += 1;
    one.counts[bucket]! += 1;
    one.seconds += seconds;
  }

  private values() {
    const { name, buckets } = this.kind;
    return [...this.counted.values()].flatMap(({ labels, counts, seconds }) => {
      let sum = 0;
      const rising = counts.map((count, bucket) => {
        sum += count;
        return {
          ...{ metricName: `${name}_bucket`, labels: { le: buckets[bucket] ?? '+Inf', ...labels } },
          value: sum,
        };
      });
      return [
        ...rising,
        { metricName: `${name}_sum`, labels, value: seconds },
        { metricName: `${name}_count`, labels, value: sum },
      ];
    });
  }

  private asMetric() {
    const { name, help } = this.kind;
    const get = async () => ({ name, help, type: 'histogram', aggregator: 'sum', values: this.values() });
    return { name, help, get, reset: () => this.counted.clear() };
  }
}
