// The statistics beside two well-known packages, where they have the same function: time of one beside the other in
// one run, and how far each is from the truth far out in the tails.
import { betaCdf, betaQuantile } from '../distributions/beta.ts';
import { chiSquaredUpperTail } from '../distributions/chi-squared.ts';
import { fUpperTail } from '../distributions/f.ts';
import { gammaCdf, gammaQuantile } from '../distributions/gamma.ts';
import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { studentTCdf, studentTQuantile } from '../distributions/student-t.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { logGamma } from '../special/log-gamma.ts';

// biome-ignore lint/suspicious/noExplicitAny: functions of one to three numbers, called with as many as they take
type Numeric = (...args: any[]) => number;
interface Peer {
  readonly name: string;
  readonly of: 'jstat' | 'simple-statistics';
  readonly own: Numeric;
  readonly theirs: Numeric;
  /** Arguments to compute with, drawn between these ends. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Arguments with the value known to 16 digits (mpmath, R). */
  readonly tail: readonly number[];
}

/** What is used of jstat. */
export interface Jstat {
  readonly normal: { cdf: Numeric; inv: Numeric };
  readonly studentt: { cdf: Numeric; inv: Numeric };
  readonly chisquare: { cdf: Numeric; inv: Numeric };
  readonly centralF: { cdf: Numeric };
  readonly beta: { cdf: Numeric; inv: Numeric };
  readonly gamma: { cdf: Numeric; inv: Numeric };
  readonly gammaln: Numeric;
}
/** What is used of simple-statistics. */
export interface SimpleStatistics {
  readonly cumulativeStdNormalProbability: Numeric;
  readonly probit: Numeric;
  readonly gammaln: Numeric;
}

const share = [0.001, 0.999] as const;
function peers(jstat: Jstat, simple: SimpleStatistics): Peer[] {
  return [
    {
      ...{ name: 'normal CDF', of: 'jstat', own: normalCdf, ranges: [[-6, 6]] },
      theirs: (z) => jstat.normal.cdf(z, 0, 1),
      tail: [-10, 7.619853024160527e-24],
    },
    {
      ...{ name: 'normal CDF', of: 'simple-statistics', own: normalCdf, ranges: [[-6, 6]] },
      theirs: simple.cumulativeStdNormalProbability,
      tail: [-10, 7.619853024160527e-24],
    },
    {
      ...{ name: 'normal quantile', of: 'jstat', own: normalQuantile, ranges: [share] },
      theirs: (p) => jstat.normal.inv(p, 0, 1),
      tail: [1e-20, -9.262340089798409],
    },
    {
      ...{ name: 'normal quantile', of: 'simple-statistics', own: normalQuantile, ranges: [share] },
      theirs: simple.probit,
      tail: [1e-20, -9.262340089798409],
    },
    {
      ...{ name: 'log gamma', of: 'jstat', own: logGamma, ranges: [[0.1, 100]] },
      theirs: jstat.gammaln,
      tail: [1.0001, -5.771334222047127e-5],
    },
    {
      ...{ name: 'log gamma', of: 'simple-statistics', own: logGamma, ranges: [[0.1, 100]] },
      theirs: simple.gammaln,
      tail: [1.0001, -5.771334222047127e-5],
    },
    {
      ...{
        name: 'Student t CDF',
        of: 'jstat',
        own: studentTCdf,
        ranges: [
          [-6, 6],
          [2, 100],
        ],
      },
      theirs: jstat.studentt.cdf,
      tail: [-40, 10, 1.140428871542874e-12],
    },
    {
      ...{ name: 'Student t quantile', of: 'jstat', own: studentTQuantile, ranges: [share, [2, 100]] },
      theirs: jstat.studentt.inv,
      tail: [0.975, 9, 2.262157162798205],
    },
    {
      ...{
        name: 'χ² upper tail',
        of: 'jstat',
        own: chiSquaredUpperTail,
        ranges: [
          [0.1, 40],
          [1, 20],
        ],
      },
      theirs: (x, df) => 1 - jstat.chisquare.cdf(x, df),
      tail: [200, 1, 2.088487583762545e-45],
    },
    {
      ...{ name: 'beta CDF', of: 'jstat', own: betaCdf, ranges: [share, [0.5, 30], [0.5, 30]] },
      theirs: jstat.beta.cdf,
      tail: [1e-20, 2, 3, 6e-40],
    },
    {
      ...{ name: 'beta quantile', of: 'jstat', own: betaQuantile, ranges: [share, [0.5, 30], [0.5, 30]] },
      theirs: jstat.beta.inv,
      tail: [0.025, 5, 1, 0.4781762498950184],
    },
    {
      ...{
        name: 'gamma CDF',
        of: 'jstat',
        own: gammaCdf,
        ranges: [
          [0.1, 40],
          [0.5, 30],
        ],
      },
      theirs: (x, shape) => jstat.gamma.cdf(x, shape, 1),
      tail: [2, 3, 0.32332358381693654],
    },
    {
      ...{ name: 'gamma quantile', of: 'jstat', own: gammaQuantile, ranges: [share, [0.5, 30]] },
      theirs: (p, shape) => jstat.gamma.inv(p, shape, 1),
      tail: [0.95, 2.5, 5.535248846758176],
    },
    {
      ...{
        name: 'F upper tail',
        of: 'jstat',
        own: fUpperTail,
        ranges: [
          [0.1, 8],
          [1, 20],
          [2, 60],
        ],
      },
      theirs: (x, a, b) => 1 - jstat.centralF.cdf(x, a, b),
      tail: [50, 1, 30, 7.319404864841288e-8],
    },
  ];
}

const argumentsDrawn = 1_024;
const rounds = 15;

/** One function beside the same function of another package. */
export interface BesidePeer {
  readonly name: string;
  readonly peer: 'jstat' | 'simple-statistics';
  /** our time ÷ theirs; below 1 ours is faster */
  readonly ratio: number;
  /** arguments far out in a tail, and the relative errors there */
  readonly at: readonly number[];
  readonly error: number;
  readonly peerError: number;
}

/** Times and errors, function by function; the packages are given, since this one depends on none. */
export function* besidePeers(jstat: Jstat, simple: SimpleStatistics, seed: number): Iterable<BesidePeer> {
  for (const peer of peers(jstat, simple)) {
    const random = xoshiro128(seed);
    const drawn = Array.from({ length: argumentsDrawn }, () =>
      peer.ranges.map(([low, high]) => low + (high - low) * random()),
    );
    const value = peer.tail.at(-1)!;
    const at = peer.tail.slice(0, -1);
    const error = (compute: Numeric) => Math.abs(compute(...at) / value - 1);
    yield {
      ...{ name: peer.name, peer: peer.of, ratio: ratio(peer, drawn) },
      ...{ at, error: error(peer.own), peerError: error(peer.theirs) },
    };
  }
}

/** Least time of each over rounds that take turns, so that what else the machine does hits both. */
function ratio({ own: ours, theirs }: Peer, drawn: readonly number[][]): number {
  let sink = 0;
  const time = (compute: Numeric) => {
    const begin = process.hrtime.bigint();
    for (let repeat = 0; repeat < 4; repeat++) for (const args of drawn) sink += compute(...args);
    return Number(process.hrtime.bigint() - begin);
  };
  let [best, other] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    best = Math.min(best, time(ours));
    other = Math.min(other, time(theirs));
  }
  return Number.isNaN(sink) ? best / other : best / other;
}
