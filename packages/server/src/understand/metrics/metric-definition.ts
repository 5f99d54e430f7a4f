import type { Answer, MetricKey } from '@lyhord/contract';

/** Where the rows of a metric come from. */
export type MetricBase = 'answers' | 'signals' | 'topics' | 'feelings' | 'requests' | 'events';
/** How the interval is made; the sentence for the reader stands in `method-words.ts`. */
export type IntervalMethod = 'adjusted_wald' | 'student_t' | 'wilson' | 'poisson' | 'none';

export interface MetricDefinition {
  readonly key: MetricKey;
  readonly version: number;
  readonly base: MetricBase;
  /**
   * The question whose answers count; one that ends in a point stands for all that begin so. Null where the metric
   * does not rest on answers.
   */
  readonly question: string | null;
  /** What the number is made of, per row: net = favourable − unfavourable, top = favourable, rate = sum ÷ n. */
  readonly numerator: 'net' | 'mean' | 'top' | 'count' | 'sum' | 'rate';
  readonly unit: Answer['unit'];
  /** The value is multiplied by this: 100 makes points of a share. */
  readonly scale: number;
  /** The ends that a value can reach; an interval never goes beyond. */
  readonly range: readonly [number, number];
  readonly direction: 'higher_is_better' | 'lower_is_better' | 'neither';
  readonly interval: IntervalMethod;
  /** With fewer rows the value is withheld. */
  readonly minimumN: number;
}
