import {
  besidePeers,
  driverRecovery,
  leagueFalseClaims,
  npsCoverage,
  shrinkageErrorRatio,
} from '@lyhord/server';
import { atMost, type Bench, type Figure, told } from './figure.ts';

const mixes = [
  [0.05, 0.15, 0.8],
  [0.2, 0.3, 0.5],
  [0.3, 0.4, 0.3],
] as const;
const sizes = [10, 15, 20, 30, 50, 100, 200];
const seed = 20_260_103;

const within = (name: string, value: number, low: number, high: number): Figure => ({
  ...told(name, value, 'share'),
  bar: `${low} … ${high}`,
  holds: value >= low && value <= high,
});

/** Whether intervals, league tables, shrinkage and drivers keep what they promise, where the truth is known. */
export const statsBench: Bench = {
  name: 'stats',
  summary: 'coverage and false claims of the statistics, on simulated data',
  async *run() {
    yield* peerFigures();
    for (const mix of mixes) {
      const covered = sizes.map((n) => npsCoverage(n, mix));
      const name = `NPS interval, exact coverage, mix ${mix.join('/')}, n 10 … 200`;
      yield within(`${name}, least`, Math.min(...covered), 0.925, 0.97);
      yield within(`${name}, most`, Math.max(...covered), 0.925, 0.97);
    }
    yield atMost(
      'league tables of alike places with a claimed difference, 500 runs',
      leagueFalseClaims(500, 45, seed),
      0.05,
      'share',
    );
    yield atMost(
      'squared error of shrunken ÷ raw scores, 5 … 30 answers',
      shrinkageErrorRatio(40, 45, seed),
      0.7,
      'times',
    );
    const { rankCorrelation, coverage } = driverRecovery(500, 2_000, seed);
    yield {
      ...told('drivers, rank correlation with the true LMG, 2,000 answers', rankCorrelation, ''),
      bar: '≥ 0.9',
      holds: rankCorrelation >= 0.9,
    };
    yield within('drivers, intervals that hold the truth, 500 runs', coverage, 0.92, 0.97);
  },
};

/** Beside two well-known packages, where they have the same function: not slower, and right in the tails. */
async function* peerFigures(): AsyncIterable<Figure> {
  const { default: jstat } = await import('jstat');
  const simple = await import('simple-statistics');
  for (const { name, peer, ratio, at, error, peerError } of besidePeers(jstat, simple, seed)) {
    yield atMost(`${name}: time ÷ ${peer}`, ratio, 1, 'times');
    yield atMost(`${name} at ${at.join(', ')}: relative error`, error, 1e-12, '');
    yield told(`${name} at ${at.join(', ')}: relative error of ${peer}`, peerError, '');
  }
}
