// The mathematics of looking for kinds of customers, in a shape that travels to a thread and back.
import type { ModelRun } from '@lyhord/contract';
import {
  clusterStability,
  gaussianMixture,
  kMeans,
  latentClasses,
  partitionAroundMedoids,
  type Random,
  silhouette,
  standardise,
  xoshiro128,
} from '@lyhord/stats';
import { modelRun } from '../model-run.ts';

export interface KindsToFind {
  /** One row of non-negative facts per customer. */
  readonly customers: readonly (readonly number[])[];
}
type Method = 'k_means' | 'mixture' | 'latent_class' | 'medoids';
interface Tried {
  readonly method: Method;
  readonly k: number;
  readonly stability: number;
  readonly silhouette: number;
}
export interface KindsFound {
  /** Null where none is stable. */
  readonly method: Method | null;
  readonly run: ModelRun;
  readonly tried: Tried[];
  readonly clusters: { readonly members: number[]; readonly stability: number }[];
}

const seed = 20_260_127;
const version = 1;
const most = 5;
const resamples = 6;
/** Clusters whose least stable one comes back less well than this are not named. */
const stable = 0.75;
/** Clusters smaller than this part of the customers help nobody. */
const smallest = 0.03;
const shown = 200;
const mostRounds = 60;

type Fit = (rows: readonly number[], k: number, random: Random, starts: number) => readonly number[] | null;

export function findKinds({ customers }: KindsToFind): KindsFound {
  const random = xoshiro128(seed);
  const points = standardise(
    varying(customers).map((row) => row.map((value) => Math.log1p(Math.max(0, value)))),
  );
  const fifths = levelsOf(customers);
  const fits: Readonly<Record<Method, Fit>> = {
    k_means: (rows, k, source, starts) =>
      kMeans(
        rows.map((i) => points[i]!),
        k,
        source,
        starts,
      ).labels,
    mixture: (rows, k, source) =>
      bestForm(
        rows.map((i) => points[i]!),
        k,
        source,
      ),
    latent_class: (rows, k, source, starts) =>
      latentClasses(
        rows.map((i) => fifths[i]!),
        k,
        source,
        Math.min(2, starts),
        mostRounds,
      ).labels,
    medoids: (rows, k) =>
      partitionAroundMedoids(
        rows.map((i) => points[i]!),
        k,
      ).labels,
  };
  const sample = points.map((_, i) => i).slice(0, shown);
  const tried: (Tried & { clusters: KindsFound['clusters'] })[] = [];
  for (const method of Object.keys(fits) as Method[]) {
    // what grows with the square of the customers, or is slow to settle, looks at fewer of them
    const rows = method === 'k_means' ? points.map((_, i) => i) : sample;
    for (let k = 2; k <= (method === 'k_means' ? most : 3); k++) {
      const one = judged(rows, points, (drawn, starts) => fits[method](drawn, k, random, starts), random);
      if (one) tried.push({ method, k, ...one });
    }
  }
  const [best] = tried
    .filter(({ stability }) => stability >= stable)
    .sort((a, b) => b.silhouette - a.silhouette || a.k - b.k);
  return {
    method: best?.method ?? null,
    run: modelRun({ n: customers.length, method: best?.method ?? 'none', version, seed }, customers),
    tried: tried.map(({ clusters: _, ...one }) => one),
    clusters: best?.clusters ?? [],
  };
}

function judged(
  rows: readonly number[],
  points: readonly Float64Array[],
  fit: (rows: readonly number[], starts: number) => readonly number[] | null,
  random: Random,
): (Pick<Tried, 'stability' | 'silhouette'> & { clusters: KindsFound['clusters'] }) | null {
  const labels = fit(rows, 5);
  if (!labels) return null;
  const k = Math.max(...labels) + 1;
  // one cluster of everybody is no kind
  if (k < 2) return null;
  const members = Array.from({ length: k }, (_, c) => rows.filter((__, i) => labels[i] === c));
  if (members.some(({ length }) => length < smallest * rows.length)) return null;
  const stabilities = clusterStability(
    labels,
    (drawn) =>
      fit(
        drawn.map((i) => rows[i]!),
        3,
      ) ?? drawn.map(() => 0),
    random,
    resamples,
  );
  const some = rows.slice(0, shown);
  return {
    stability: Math.min(...stabilities),
    silhouette: silhouette(
      some.map((i) => points[i]!),
      labels.slice(0, shown),
    ),
    clusters: members.map((own, c) => ({ members: own, stability: stabilities[c]! })),
  };
}

/** Of the forms that a mixture can have, the one with the least Bayesian information criterion. */
function bestForm(rows: readonly Float64Array[], k: number, random: Random): readonly number[] | null {
  const fits = (['VVI', 'VEV'] as const).flatMap(
    (form) => gaussianMixture(rows, k, random, 1, form, mostRounds) ?? [],
  );
  return fits.sort((a, b) => a.bic - b.bic)[0]?.labels ?? null;
}

/** Without the facts in which all are alike. */
function varying(customers: readonly (readonly number[])[]): (readonly number[])[] {
  const [first = []] = customers;
  const kept = first.map((value, j) => customers.some((row) => row[j] !== value));
  return customers.map((row) => row.filter((_, j) => kept[j]));
}

/** Each fact as one of three levels: none or little, some, much. */
function levelsOf(customers: readonly (readonly number[])[]): number[][] {
  const width = customers[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, j) => {
    const sorted = customers.map((row) => row[j]!).sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length / 3)]!, sorted[Math.floor((2 * sorted.length) / 3)]!] as const;
  });
  return customers.map((row) =>
    row.map((value, j) => (value > cuts[j]![1] ? 2 : value > cuts[j]![0] ? 1 : 0)),
  );
}
