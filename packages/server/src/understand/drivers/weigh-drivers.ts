// The mathematics of one driver analysis, in a shape that travels to a thread and back.
import type { ModelRun } from '@lyhord/contract';
import {
  driverAnalysis,
  importancePerformance,
  ordinalLogit,
  penaltyReward,
  xoshiro128,
} from '@lyhord/stats';
import { modelRun } from '../model-run.ts';

export interface DriversToWeigh {
  readonly outcome: Float64Array;
  readonly drivers: readonly {
    readonly key: string;
    readonly kind: 'rating' | 'topic' | 'operation';
    readonly values: Float64Array;
    readonly scale: readonly [number, number];
    readonly good: 1 | -1;
  }[];
}
export interface WeighedDriver {
  readonly key: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly group: number;
  readonly coefficient: number | null;
  readonly coefficientLow: number | null;
  readonly coefficientHigh: number | null;
  readonly draws: number[];
  readonly correlation: number;
  readonly inflation: number | null;
  readonly mean: number;
  readonly observed: [number, number];
  readonly reach: number;
  readonly performance: number;
  readonly field: 'invest' | 'keep' | 'save' | 'watch';
  readonly nature: 'basic' | 'performance' | 'excitement' | null;
  readonly ordinal: { logOdds: number; z: number } | null;
}
export interface WeighedDrivers {
  readonly rSquared: number;
  readonly method: 'lmg' | 'johnson';
  readonly run: ModelRun;
  readonly halo: boolean;
  readonly mean: number;
  readonly borders: { importance: number; performance: number };
  readonly drivers: WeighedDriver[];
}

const seed = 20_260_102;
const version = 1;
const bootstrapDraws = 200;
/** Exact shares double their work with each driver; the bootstrap repeats it, so fewer draws pay for many drivers. */
const drawsFor = (drivers: number) => (drivers <= 12 || drivers > 15 ? bootstrapDraws : 80);

/** Null where the answers are too few, or all equal. */
export function weighDrivers({ outcome, drivers }: DriversToWeigh): WeighedDrivers | null {
  const filled = drivers.map(({ values }) => withMeans(values));
  const rows = Array.from(outcome, (_, i) => Float64Array.from(filled, (values) => values[i]!));
  const names = drivers.map(({ key }) => key);
  const found = driverAnalysis(names, rows, outcome, xoshiro128(seed), { draws: drawsFor(names.length) });
  if (!found) return null;
  const of = new Map(drivers.map((driver, index) => [driver.key, { ...driver, index }]));
  const marks = natures(drivers, rows, outcome);
  const ordinal = logOdds(rows, outcome);
  const places = importancePerformance(
    found.drivers.map((driver) => ({
      name: driver.name,
      importance: driver.share,
      ...performanceOf(of.get(driver.name)!),
    })),
  );
  const group = groupsOf(found.drivers);
  const average = (pick: (place: (typeof places)[number]) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / Math.max(1, places.length);
  return {
    rSquared: found.rSquared,
    method: found.method,
    run: modelRun({ n: outcome.length, method: found.method, version, seed }, [
      outcome,
      ...drivers.flatMap(({ key, values }) => [key, values]),
    ]),
    halo: found.halo,
    mean: outcome.reduce((sum, value) => sum + value, 0) / outcome.length,
    borders: { importance: average((one) => one.importance), performance: average((one) => one.performance) },
    drivers: found.drivers.map(({ name: key, relative: _, coefficientDraws, ...driver }, rank) => ({
      ...{ key, ...driver, group: group[rank]! },
      draws: coefficientDraws.map((value) => Number(value.toPrecision(6))),
      observed: observedOf(of.get(key)!.values),
      reach: reachOf(of.get(key)!),
      performance: places[rank]!.performance,
      field: places[rank]!.field,
      nature: marks?.get(key) ?? null,
      ordinal: ordinal?.[of.get(key)!.index] ?? null,
    })),
  };
}

function withMeans(values: Float64Array): Float64Array {
  const known = values.filter(Number.isFinite);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return values.map((value) => (Number.isFinite(value) ? value : mean));
}

type Weighable = DriversToWeigh['drivers'][number];

/** Mean on the driver's scale; a topic's among those who name it, a fact's turned so that more is better. */
function performanceOf({ values, scale, kind, good }: Weighable): {
  mean: number;
  scale: readonly [number, number];
} {
  const known = values.filter((value) => Number.isFinite(value) && (kind !== 'topic' || value !== 0));
  const mean = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : 0;
  return good > 0 ? { mean, scale } : { mean: scale[0] + scale[1] - mean, scale };
}

function observedOf(values: Float64Array): [number, number] {
  const known = values.filter(Number.isFinite).sort();
  const at = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
  return [at(0.05), at(0.95)];
}

/** For a topic until nobody complains; for others until the better end of what was observed. */
function reachOf({ values, kind, good }: Weighable): number {
  const known = values.filter(Number.isFinite);
  if (kind === 'topic') return known.filter((value) => value < 0).length / Math.max(1, known.length);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const [low, high] = observedOf(values);
  return good > 0 ? Math.max(0, high - mean) : Math.min(0, low - mean);
}

/** A new group begins where a driver's interval lies wholly below that of the first of the group before. */
function groupsOf(drivers: readonly { low: number; high: number }[]): number[] {
  let group = 1;
  let lead = drivers[0];
  return drivers.map((driver) => {
    if (lead && driver.high < lead.low) {
      group += 1;
      lead = driver;
    }
    return group;
  });
}

/** Low and high marks: a third of the scale at either end; for a topic, what was said of it. */
function natures(
  drivers: readonly Weighable[],
  rows: readonly Float64Array[],
  outcome: Float64Array,
): Map<string, 'basic' | 'performance' | 'excitement'> | null {
  const third = drivers.map(
    ({ scale: [low, high] }) => [low + (high - low) / 3, high - (high - low) / 3] as const,
  );
  const side = (test: (value: number, index: number) => boolean) =>
    rows.map((row) => Float64Array.from(row, (value, index) => Number(test(value, index))));
  const poor = (value: number, i: number) =>
    drivers[i]!.good > 0 ? value < third[i]![0] : value > third[i]![1];
  const fine = (value: number, i: number) =>
    drivers[i]!.good > 0 ? value > third[i]![1] : value < third[i]![0];
  const [low, high] = [side(poor), side(fine)];
  const usable = drivers.flatMap((_, i) => {
    const count = (marks: readonly Float64Array[]) => marks.reduce((sum, row) => sum + row[i]!, 0);
    return Math.min(count(low), count(high)) >= 10 ? [i] : [];
  });
  const pick = (marks: readonly Float64Array[]) => marks.map((row) => usable.map((i) => row[i]!));
  const found =
    usable.length > 0
      ? penaltyReward(
          usable.map((i) => drivers[i]!.key),
          pick(low),
          pick(high),
          outcome,
        )
      : null;
  return found && new Map(found.map(({ name, kind }) => [name, kind]));
}

/** Ordinal logit over the classes of the outcome; null where it cannot be fitted. */
function logOdds(
  rows: readonly Float64Array[],
  outcome: Float64Array,
): ({ logOdds: number; z: number } | null)[] | null {
  const classes = [...new Set(outcome)].sort((a, b) => a - b);
  if (classes.length < 2 || classes.length > 11) return null;
  const fit = ordinalLogit(
    rows,
    outcome.map((value) => classes.indexOf(value)),
    classes.length,
  );
  if (!fit?.converged) return null;
  return Array.from(fit.coefficients, (value, index) => {
    const error = fit.standardErrors[index]!;
    return error > 0 ? { logOdds: value, z: value / error } : null;
  });
}
