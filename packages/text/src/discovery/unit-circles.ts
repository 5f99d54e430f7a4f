// Promise: units that belong together make one circle, and every text stands in one circle at most.
import type { Association } from './associations.ts';
import type { UnitWord, UnitWords } from './word-units.ts';

export interface Circle {
  /** Units with their weight 0–1, the heaviest first. */
  readonly weights: readonly (readonly [unit: number, weight: number])[];
  /** Numbers of texts, the most typical first. */
  readonly members: readonly number[];
}

/** By how much a unit must raise the chance of the one that it leads to. */
const raise = 0.3;
/** A unit two steps away must still bring the centre along so often. */
const reach = 0.2;
const mostShare = 0.6;
const belongs = 0.4;
/** What the parts of a word say counts as so many texts with the word itself. */
const partsCount = 2;

/**
 * Every unit leads to the more frequent unit that it most surely brings along; units that lead to the same centre are
 * a circle. A text belongs where its units most surely do.
 */
export function circlesOf(
  texts: readonly UnitWords[],
  counts: readonly number[],
  associations: readonly Association[],
  fewest: number,
): Circle[] {
  const centreOf = centresOf(counts, associations, texts.length);
  const circleUnits = new Map<number, Set<number>>();
  for (const [unit, centre] of centreOf)
    circleUnits.set(centre, (circleUnits.get(centre) ?? new Set()).add(unit));
  const surety = suretyOf(texts, centreOf, counts, associations);
  const members = new Map<number, [text: number, sure: number][]>();
  texts.forEach((text, index) => {
    const found = circleOfText(text, centreOf, surety);
    if (found === null || found[1] < belongs) return;
    members.set(found[0], [...(members.get(found[0]) ?? []), [index, found[1]]]);
  });
  return [...members].flatMap(([centre, own]) => {
    if (own.length < fewest) return [];
    own.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const numbers = own.map(([index]) => index);
    return [{ members: numbers, weights: weightsOf(numbers, texts, counts, circleUnits.get(centre)!) }];
  });
}

/** Of each associated unit the centre of its circle. */
function centresOf(
  counts: readonly number[],
  associations: readonly Association[],
  texts: number,
): Map<number, number> {
  const leads = new Map<number, { to: number; chance: number }>();
  const chances = new Map<string, number>();
  const more = (a: number, b: number) => counts[a]! > counts[b]! || (counts[a] === counts[b] && a < b);
  for (const { a, b, both } of associations) {
    const [to, from] = more(a, b) ? [a, b] : [b, a];
    const chance = both / counts[from]!;
    chances.set(`${from}/${to}`, chance);
    const share = counts[to]! / texts;
    if (share > mostShare || chance - share < raise) continue;
    const known = leads.get(from);
    if (known === undefined || chance > known.chance || (chance === known.chance && more(to, known.to)))
      leads.set(from, { to, chance });
  }
  const centre = new Map<number, number>();
  const settle = (unit: number): number => {
    const known = centre.get(unit);
    if (known !== undefined) return known;
    const lead = leads.get(unit);
    const far = lead === undefined ? unit : settle(lead.to);
    const near = lead !== undefined && (far === lead.to || (chances.get(`${unit}/${far}`) ?? 0) >= reach);
    centre.set(unit, near ? far : unit);
    return centre.get(unit)!;
  };
  for (const { a, b } of associations) for (const unit of [a, b]) settle(unit);
  const followed = new Set([...centre].flatMap(([unit, to]) => (unit === to ? [] : [to])));
  return new Map([...centre].filter(([, to]) => followed.has(to)));
}

/** How surely a text with a unit, or with a word as a whole, has another word of the unit's circle. */
interface Surety {
  readonly ofUnit: ReadonlyMap<number, number>;
  /** Texts with the stem, and by circle those that have another word of it. */
  readonly ofStem: ReadonlyMap<number, { texts: number; readonly company: Map<number, number> }>;
}

function suretyOf(
  texts: readonly UnitWords[],
  centreOf: ReadonlyMap<number, number>,
  counts: readonly number[],
  associations: readonly Association[],
): Surety {
  // A compound of two associated words ("cykelpump") is company enough for itself.
  const pairs = new Set(associations.map(({ a, b }) => a * counts.length + b));
  const pairIn = (units: readonly number[], centre: number) =>
    units.some(
      (a) => centreOf.get(a) === centre && units.some((b) => a < b && pairs.has(a * counts.length + b)),
    );
  const company = new Map<number, number>();
  const ofStem = new Map<number, { texts: number; readonly company: Map<number, number> }>();
  for (const text of texts) {
    const circles = text.map(({ units }) => circlesIn(units, centreOf));
    const speaking = new Map<number, number>();
    for (const own of circles)
      for (const centre of own) speaking.set(centre, (speaking.get(centre) ?? 0) + 1);
    const accompanied = new Set<number>();
    text.forEach(({ stem, units }, at) => {
      const known = ofStem.get(stem) ?? { texts: 0, company: new Map<number, number>() };
      known.texts += 1;
      ofStem.set(stem, known);
      for (const centre of circles[at]!) {
        if (speaking.get(centre)! < 2 && !pairIn(units, centre)) continue;
        known.company.set(centre, (known.company.get(centre) ?? 0) + 1);
        for (const unit of units) if (centreOf.get(unit) === centre) accompanied.add(unit);
      }
    });
    for (const unit of accompanied) company.set(unit, (company.get(unit) ?? 0) + 1);
  }
  return { ofUnit: new Map([...company].map(([unit, count]) => [unit, count / counts[unit]!])), ofStem };
}

const circlesIn = (units: readonly number[], centreOf: ReadonlyMap<number, number>): Set<number> =>
  new Set(units.flatMap((unit) => centreOf.get(unit) ?? []));

/** Of each circle that a word speaks for, how surely: what its parts say, and what the word itself has shown. */
function circlesOfWord(
  { stem, units }: UnitWord,
  centreOf: ReadonlyMap<number, number>,
  { ofUnit, ofStem }: Surety,
): [centre: number, sure: number][] {
  const byParts = new Map<number, number>();
  for (const unit of units) {
    const centre = centreOf.get(unit);
    if (centre !== undefined) byParts.set(centre, Math.max(byParts.get(centre) ?? 0, ofUnit.get(unit) ?? 0));
  }
  const { texts, company } = ofStem.get(stem)!;
  return [...byParts].map(([centre, sure]) => [
    centre,
    ((company.get(centre) ?? 0) + partsCount * sure) / (texts + partsCount),
  ]);
}

/** The circle that a text belongs to most surely. */
function circleOfText(
  text: UnitWords,
  centreOf: ReadonlyMap<number, number>,
  surety: Surety,
): [centre: number, sure: number] | null {
  const doubts = new Map<number, number>();
  for (const word of text) {
    for (const [centre, sure] of circlesOfWord(word, centreOf, surety))
      doubts.set(centre, (doubts.get(centre) ?? 1) * (1 - sure));
  }
  let found: [number, number] | null = null;
  for (const [centre, doubt] of doubts)
    if (found === null || 1 - doubt > found[1] || (1 - doubt === found[1] && centre < found[0]))
      found = [centre, 1 - doubt];
  return found;
}

/** A unit weighs as its texts and the circle's texts are the same ones (cosine). */
function weightsOf(
  members: readonly number[],
  texts: readonly UnitWords[],
  counts: readonly number[],
  units: ReadonlySet<number>,
): Circle['weights'] {
  const within = new Map<number, number>();
  for (const index of members)
    for (const unit of new Set(texts[index]!.flatMap((word) => word.units)))
      if (units.has(unit)) within.set(unit, (within.get(unit) ?? 0) + 1);
  return [...within]
    .map(([unit, count]) => [unit, count / Math.sqrt(members.length * counts[unit]!)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
