// Promise: pairs of records that are probably one person, with the probability and what each field says for or against
// it, in bits. Learned from the records alone; the same records give the same pairs.
import {
  type BlockedPairs,
  estimateKinds,
  estimateU,
  fieldWeight,
  type LevelShares,
  type LinkageModel,
  matchProbability,
  xoshiro128,
} from '@lyhord/stats';
import { type Pair, pairsOfPass } from './blocked-pairs.ts';
import { compareRecords, levelsOf } from './compare-records.ts';
import type { MatchRecord, MatchScheme } from './match-scheme.ts';

export interface FieldEvidence {
  readonly field: string;
  readonly a: string;
  readonly b: string;
  readonly level: 'unknown' | 'differs' | 'nearly' | 'same';
  /** For (above 0) or against one person, in bits. */
  readonly weight: number;
}

export interface MatchedPair {
  readonly pair: Pair;
  readonly probability: number;
  readonly weight: number;
  /** Probable enough to link; where there are families, also by two personal fields or one that none shares. */
  readonly mayLink: boolean;
  readonly evidence: readonly FieldEvidence[];
}

export interface Matching {
  readonly pairs: readonly MatchedPair[];
  /** Pairs that were compared. */
  readonly compared: number;
  /** Pairs of household members for each pair of one person's records, as learned. */
  readonly householdRatio: number;
  readonly model: LinkageModel;
}

const randomPairs = 100_000;
const learnedFromEachPass = 20_000;
const pairsInOneGo = 2_000;
/** Members of a household that share such a field are no more frequent than errors in it. */
const neverShared = 1e-4;
/** Bits below which a pair is not worth keeping: at most one in 130 would be one person. */
const hopeless = -7;

/** Pairs at least this probable may be linked without a person. */
const linkAbove = 0.97;
/** With fewer household members than this for each person's own record, families need no guard. */
const fewHouseholds = 0.1;
/** Pairs between this and `linkAbove` are for a person to decide; below they are not one person. */
export const reviewAbove = 0.5;

/** Yields between goes, so that whoever drives it can do something else; returns pairs at or above `leastProbability`. */
export function* matchRecords(
  records: readonly MatchRecord[],
  scheme: MatchScheme,
  leastProbability: number,
): Generator<void, Matching> {
  if (records.length < 2) return { pairs: [], compared: 0, householdRatio: 0, model: { m: [], u: [] } };
  const model = yield* learn(records, scheme);
  const weigh = weigher(records, scheme, model);
  const prior = 1 / records.length;
  const likely: Weighed[] = [];
  let compared = 0;
  for (const index of scheme.passes.keys()) {
    for (const pair of pairsOfPass(records, scheme.passes, index)) {
      const weighed = weigh(pair);
      if (weighed.weight + Math.log2(prior) > hopeless) likely.push(weighed);
      compared += 1;
      if (compared % pairsInOneGo === 0) yield;
    }
  }
  const householdRatio = learnHouseholdRatio(likely, prior, scheme.leastHouseholdRatio);
  const pairs = likely
    .map((one) => ({ ...one, probability: matchProbability({ ...one, prior, householdRatio }) }))
    .filter(({ probability }) => probability >= leastProbability)
    .map(({ pair, weight, probability, isPersonal, evidence }) => ({
      pair,
      weight,
      probability,
      mayLink: probability >= linkAbove && (isPersonal || householdRatio < fewHouseholds),
      evidence: evidence(),
    }));
  return { pairs, compared, householdRatio, model };
}

/** How many pairs of household members there are for each pair of one person's records, by EM over the likely pairs. */
function learnHouseholdRatio(likely: readonly Weighed[], prior: number, least: number): number {
  let householdRatio = 2;
  for (let round = 0; round < 30; round += 1) {
    let [persons, members] = [1, least];
    for (const one of likely) {
      const probability = matchProbability({ ...one, prior, householdRatio });
      persons += probability;
      members += probability * householdRatio * 2 ** -one.memberWeight;
    }
    householdRatio = Math.max(least, members / persons);
  }
  return householdRatio;
}

function* learn(records: readonly MatchRecord[], { fields, passes }: MatchScheme): Generator<void, Learned> {
  const random = xoshiro128(20_261_122);
  const drawn: Uint8Array[] = [];
  const most = Math.min(randomPairs, records.length * 10);
  for (let draw = 0; draw < most; draw += 1) {
    const a = Math.floor(random() * records.length);
    const b = Math.floor(random() * records.length);
    if (a !== b) drawn.push(compareRecords(fields, records[a]!, records[b]!));
    if (draw % pairsInOneGo === 0) yield;
  }
  const u = estimateU(
    drawn,
    fields.map(({ compare }) => levelsOf(compare)),
  );
  const blocks: BlockedPairs[] = [];
  for (const [index, pass] of passes.entries()) {
    const patterns: Uint8Array[] = [];
    for (const [a, b] of pairsOfPass(records, passes, index, true)) {
      patterns.push(compareRecords(fields, records[a]!, records[b]!));
      if (patterns.length % pairsInOneGo === 0) yield;
      if (patterns.length >= learnedFromEachPass) break;
    }
    const blockedBy = pass.parts.map(({ field }) => fields.findIndex(({ name }) => name === field));
    blocks.push({ patterns, blockedBy });
  }
  return {
    u,
    ...estimateKinds(
      blocks,
      u,
      fields.map(({ alikeInHousehold }) => alikeInHousehold ?? null),
    ),
  };
}

interface Learned extends LinkageModel {
  readonly household: LevelShares;
}

interface Weighed {
  readonly pair: Pair;
  readonly weight: number;
  readonly memberWeight: number;
  readonly isPersonal: boolean;
  readonly evidence: () => FieldEvidence[];
}

function weigher(records: readonly MatchRecord[], { fields }: MatchScheme, { m, u, household }: Learned) {
  const frequencies = fields.map(({ name }) => frequenciesOf(records, name));
  const tells = fields.map(({ alikeInHousehold = 1 }) => (alikeInHousehold <= neverShared ? 2 : 1));
  const personal = [...fields.keys()].filter((index) => fields[index]!.alikeInHousehold !== undefined);
  return (pair: Pair): Weighed => {
    const [a, b] = [records[pair[0]]!, records[pair[1]]!];
    const levels = compareRecords(fields, a, b);
    const weights = fields.map(({ name, compare }, index) => {
      const level = levels[index]!;
      if (level === 0) return 0;
      const frequency = level === levelsOf(compare) ? frequencies[index]!.get(a[name]!) : undefined;
      return fieldWeight(m[index]![level - 1]!, u[index]![level - 1]!, frequency);
    });
    const against = fields.map(({ name, compare, alikeInHousehold }, index) => {
      const level = levels[index]!;
      if (level === 0) return 0;
      // two members with the same common name are less of a surprise than two with the same rare one
      const common = alikeInHousehold !== undefined && level === levelsOf(compare);
      const rarity = common ? (frequencies[index]!.get(a[name]!) ?? 0) : 0;
      return fieldWeight(m[index]![level - 1]!, Math.max(household[index]![level - 1]!, rarity));
    });
    return {
      pair,
      weight: sum(weights),
      memberWeight: sum(against),
      isPersonal: personal.reduce((told, index) => told + (levels[index]! > 1 ? tells[index]! : 0), 0) >= 2,
      evidence: () =>
        fields.map(({ name, compare }, index) => ({
          field: name,
          a: a[name] ?? '',
          b: b[name] ?? '',
          level: wordOf(levels[index]!, levelsOf(compare)),
          weight: weights[index]!,
        })),
    };
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const wordOf = (level: number, most: number): FieldEvidence['level'] =>
  level === 0 ? 'unknown' : level === most ? 'same' : level === 2 ? 'nearly' : 'differs';

/** The share of records with each value. */
function frequenciesOf(records: readonly MatchRecord[], field: string): Map<string, number> {
  const shares = new Map<string, number>();
  let known = 0;
  for (const record of records) {
    const value = record[field] ?? '';
    if (value === '') continue;
    shares.set(value, (shares.get(value) ?? 0) + 1);
    known += 1;
  }
  for (const [value, count] of shares) shares.set(value, count / known);
  return shares;
}
