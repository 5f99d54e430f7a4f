/** One measured figure. `bar` is the value to reach; null where the figure is for information. */
export interface Figure {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly bar: string | null;
  readonly holds: boolean | null;
}

/** How much a bench does, where it can do less. */
export interface BenchSize {
  /** Seconds of steady load. */
  readonly seconds: number;
  /** Messages that stand in the tables before. */
  readonly stored: number;
  /** Events while memory is watched. */
  readonly events: number;
  /** Kills. */
  readonly rounds: number;
  /** Of the full size, for benches of customers: 1 is all of it. */
  readonly share: number;
}
export const fullSize: BenchSize = {
  seconds: 60,
  stored: 50_000_000,
  events: 20_000_000,
  rounds: 100,
  share: 1,
};

export interface Bench {
  readonly name: string;
  readonly summary: string;
  run(size: BenchSize): AsyncIterable<Figure>;
}

const rounded = (value: number) => Number(value.toPrecision(6));

/** A figure that should be at most `bar`. */
export const atMost = (name: string, value: number, bar: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  bar: `≤ ${bar}`,
  holds: value <= bar,
});

/** A figure that should be at least `bar`. */
export const atLeast = (name: string, value: number, bar: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  bar: `≥ ${bar}`,
  holds: value >= bar,
});

/** A figure that should equal `bar`, within `tolerance`. */
export const equalTo = (name: string, value: number, bar: number, unit: string, tolerance = 0): Figure => ({
  name,
  value: rounded(value),
  unit,
  bar: tolerance ? `${bar} ± ${tolerance}` : `= ${bar}`,
  holds: Math.abs(value - bar) <= tolerance,
});

/** A figure without a bar. */
export const told = (name: string, value: number | string, unit: string): Figure => ({
  name,
  value: typeof value === 'number' ? rounded(value) : value,
  unit,
  bar: null,
  holds: null,
});

/** The share `p` (0 … 1) quantile of measured values, by the nearest rank. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}
