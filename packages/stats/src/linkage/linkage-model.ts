import { requireWhole } from '../ranges.ts';

/**
 * How two records compare, field by field: 0 where a value is missing, else 1 (they disagree) up to the field's number
 * of levels (they agree exactly).
 */
export type ComparisonPattern = ArrayLike<number>;

/** How likely each level of each field is: fields × levels, shares in (0, 1) that add up to 1 in a field. */
export type LevelShares = number[][];

export interface LinkageModel {
  /** among records of one person */
  readonly m: LevelShares;
  /** among records of two persons */
  readonly u: LevelShares;
}

const mostDiffering = 0.15;

/** Pairs found by one blocking rule; `blockedBy` are the fields that agree in all of them because of the rule. */
export interface BlockedPairs {
  readonly patterns: readonly ComparisonPattern[];
  readonly blockedBy: readonly number[];
}

/**
 * u of the Fellegi–Sunter model: how often each level comes about by chance, from pairs of records drawn at random.
 * Half an observation is added to each level, so that none is impossible. A missing value is left out.
 *
 * @param patterns comparisons of random pairs, nearly all of which are of two persons
 * @param levels   levels of each field, whole numbers ≥ 2
 * @throws RangeError naming a number of levels below 2
 *
 * @example estimateU([[1], [1], [2]], [2]) // [[0.625, 0.375]]
 */
export function estimateU(patterns: readonly ComparisonPattern[], levels: readonly number[]): LevelShares {
  return levels.map((most, field) => {
    requireWhole('levels', most, 2);
    const counts = new Array<number>(most).fill(0.5);
    for (const pattern of patterns) if (pattern[field]! > 0) counts[pattern[field]! - 1]! += 1;
    return normalised(counts);
  });
}

/**
 * How pairs of one person (`m`) and pairs of two members of one household compare, by expectation–maximisation over
 * blocked pairs, with u held fixed (the Fellegi–Sunter model with a third kind of pair).
 *
 * Without the third kind, families with one address and one phone would be taken for persons who change their name and
 * their birth date. How often members have things in common is learned. What is personal is kept within bounds, so
 * that the kinds cannot change places: one person's records differ there in at most 15 % of pairs, and two members
 * agree at least as often as said (a son named after his father, twins) and at most ten times as often.
 *
 * Each blocking rule has its own shares of the kinds, which are used for nothing else: taken as the prior they would
 * make every blocked pair a match. A field tells nothing about pairs that were found by it, so it is left out there. A
 * missing value is no evidence either way.
 *
 * @param blocks pairs by the rule that found them; a field must be free in at least one to be learned
 * @param u      fields × levels, as `estimateU` gives
 * @param alike  for each personal field the least share of each agreeing level among members, in (0, 1); null for what
 *               a household has in common. All null: there are no households, and `household` equals u.
 * @param rounds most rounds of EM (default 100); ends earlier when no share moves by more than 1e-6
 * @returns fields × levels each
 *
 * Source: Fellegi & Sunter (1969), JASA 64, 1183–1210; EM: Winkler (1988).
 */
export function estimateKinds(
  blocks: readonly BlockedPairs[],
  u: LevelShares,
  alike: readonly (number | null)[] = u.map(() => null),
  rounds = 100,
): { m: LevelShares; household: LevelShares } {
  const starts = startOf(u, alike);
  const personal = u.map((_, field) => (alike[field] ?? null) !== null);
  const withMembers = personal.includes(true);
  const counted = blocks.map(({ patterns, blockedBy }) => ({
    groups: gathered(patterns),
    blocked: new Set(blockedBy),
    kinds: { person: 0.2, member: withMembers ? 0.2 : 0 },
  }));
  let { m, household } = starts;
  for (let round = 0; round < rounds; round++) {
    const sums = { m: scaled(starts.m, 1), household: scaled(starts.household, 10) };
    for (const block of counted) block.kinds = expectation(block, { m, u, household }, sums);
    const next = sums.m.map((counts, field) => (personal[field] ? seldomDiffers : normalised)(counts));
    const moved = Math.max(...next.flatMap((shares, f) => shares.map((s, l) => Math.abs(s - m[f]![l]!))));
    m = next;
    household = household.map((_, field) =>
      boundedAlike(normalised(sums.household[field]!), alike[field] ?? null),
    );
    if (moved < 1e-6) break;
  }
  return { m, household: withMembers ? household : u };
}

/** Records of one person agree exactly nine times of ten; members are like strangers on what is personal. */
function startOf(u: LevelShares, alike: readonly (number | null)[]) {
  const m = u.map(({ length }) =>
    Array.from({ length }, (_, level) => (level === length - 1 ? 0.9 : 0.1 / (length - 1))),
  );
  const household = u.map((shares, field) => {
    const least = alike[field] ?? null;
    return least === null ? m[field]! : boundedAlike(shares, least);
  });
  return { m, household };
}

/** Each agreeing level's share at least `least` and at most ten times that; null leaves the shares as they are. */
function boundedAlike(shares: readonly number[], least: number | null): number[] {
  if (least === null) return [...shares];
  const agreeing = shares.slice(1).map((share) => Math.min(10 * least, Math.max(share, least)));
  return normalised([Math.max(1e-6, 1 - agreeing.reduce((sum, share) => sum + share, 0)), ...agreeing]);
}

/** Shares of level counts, the first at most 0.15. */
function seldomDiffers(counts: readonly number[]): number[] {
  const shares = normalised(counts);
  const [differing = 0, ...agreeing] = shares;
  if (differing <= mostDiffering) return shares;
  return [mostDiffering, ...agreeing.map((share) => (share * (1 - mostDiffering)) / (1 - differing))];
}

interface Kinds {
  readonly person: number;
  readonly member: number;
}

interface Block {
  readonly groups: ReadonlyMap<string, { pattern: ComparisonPattern; count: number }>;
  readonly blocked: ReadonlySet<number>;
  readonly kinds: Kinds;
}

/** One block's expected level counts by kind, added to `sums`; returns its shares of the kinds. */
function expectation(
  { groups, blocked, kinds }: Block,
  { m, u, household }: LinkageModel & { household: LevelShares },
  sums: { m: LevelShares; household: LevelShares },
): Kinds {
  const totals = { person: 0, member: 0, all: 0 };
  const strangers = 1 - kinds.person - kinds.member;
  for (const { pattern, count } of groups.values()) {
    let person = kinds.person / strangers;
    let member = kinds.member / strangers;
    for (let field = 0; field < m.length; field++) {
      const level = pattern[field]!;
      if (level === 0 || blocked.has(field)) continue;
      person *= m[field]![level - 1]! / u[field]![level - 1]!;
      member *= household[field]![level - 1]! / u[field]![level - 1]!;
    }
    const all = 1 + person + member;
    const [persons, members] = [(person / all) * count, (member / all) * count];
    totals.person += persons;
    totals.member += members;
    totals.all += count;
    for (let field = 0; field < m.length; field++) {
      const level = pattern[field]!;
      if (level === 0 || blocked.has(field)) continue;
      sums.m[field]![level - 1]! += persons;
      sums.household[field]![level - 1]! += members;
    }
  }
  if (totals.all === 0) return kinds;
  const share = (total: number) => 1e-6 + (0.999 * total) / totals.all;
  return { person: share(totals.person), member: kinds.member === 0 ? 0 : share(totals.member) };
}

function gathered(patterns: readonly ComparisonPattern[]) {
  const groups = new Map<string, { pattern: ComparisonPattern; count: number }>();
  for (const pattern of patterns) {
    const key = Array.from(pattern).join();
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { pattern, count: 1 });
  }
  return groups;
}

const scaled = (shares: LevelShares, times: number): LevelShares =>
  shares.map((levels) => levels.map((share) => share * times));

function normalised(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}
