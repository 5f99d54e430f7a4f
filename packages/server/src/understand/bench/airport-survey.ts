// What the methods of this step say of the airport's passenger survey: its NPS, weighted and not, and its drivers.
import { readFile } from 'node:fs/promises';
import { npsInterval, weightedMean } from '@lyhord/stats';
import { parse } from 'csv-parse/sync';
import { weighDrivers } from '../drivers/weigh-drivers.ts';

export interface AirportFigures {
  readonly n: number;
  readonly nps: { readonly value: number; readonly low: number; readonly high: number };
  readonly weighted: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly designEffect: number;
    readonly effectiveN: number;
  };
  readonly rSquared: number;
  readonly drivers: readonly {
    readonly name: string;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** 11 and empty are no answers to the question of recommending; 0 and 6 are none to a rating of 1 to 5. */
export async function airportFiguresIn(file: string): Promise<AirportFigures> {
  const all = parse(await readFile(file), { columns: true, bom: true, relax_column_count: true }) as Record<
    string,
    string
  >[];
  const rows = all.filter(({ NETPRO }) => NETPRO?.trim() && Number(NETPRO) >= 0 && Number(NETPRO) <= 10);
  const scores = rows.map(({ NETPRO }) => (Number(NETPRO) >= 9 ? 100 : Number(NETPRO) <= 6 ? -100 : 0));
  const count = (worth: number) => scores.filter((score) => score === worth).length;
  const interval = npsInterval({ promoters: count(100), passives: count(0), detractors: count(-100) })!;
  const weighted = weightedMean(
    scores,
    rows.map(({ WEIGHT }) => Number(WEIGHT) || 0),
  )!;
  const names = Object.keys(rows[0] ?? {}).filter(
    (name) => name.startsWith('Q7') && name !== 'Q7ALL' && !/COM/.test(name),
  );
  const rated = names.map((name) => ({
    ...{ key: name, kind: 'rating' as const, scale: [1, 5] as const, good: 1 as const },
    values: Float64Array.from(rows, (row) => {
      const mark = Number(row[name]);
      return mark >= 1 && mark <= 5 ? mark : Number.NaN;
    }),
  }));
  const drivers = rated.filter(({ values }) => values.filter(Number.isFinite).length >= 0.6 * rows.length);
  const found = weighDrivers({ outcome: Float64Array.from(scores), drivers })!;
  const { mean: value, low, high, designEffect, effectiveN } = weighted;
  return {
    n: rows.length,
    nps: { value: interval.nps, low: interval.low, high: interval.high },
    weighted: { value, low, high, designEffect, effectiveN },
    rSquared: found.rSquared,
    drivers: found.drivers.map(({ key: name, share, low, high }) => ({ name, share, low, high })),
  };
}
