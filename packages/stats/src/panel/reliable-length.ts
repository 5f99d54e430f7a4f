import { requireOpenShare, requireWhole } from '../ranges.ts';
import { keptNoise } from './known-noise-effect.ts';
import { within } from './within.ts';

/** Scores of places in short periods. */
export interface ScoredPeriods {
  place: readonly number[];
  /** whole numbers, one apart */
  period: readonly number[];
  /** mean score of the place in the period */
  score: ArrayLike<number>;
  /** answers behind it, whole numbers ≥ 1 */
  answers: ArrayLike<number>;
}

/** How reliable scores are when this many periods are taken together. */
export interface PeriodLength {
  periods: number;
  /** share of the movement inside places that is real, 0–1 */
  reliability: number;
}

/**
 * How many periods to take together before the movement of a place's score is more truth than noise.
 *
 * @param rows     scores; those of one place and longer period are joined by their answers
 * @param spread   variance of single answers, number > 0
 * @param lengths  numbers of periods to try, rising (default 1, 2, 4, 8, 13, 26)
 * @param wanted   share strictly between 0 and 1 (default 0.5)
 * @returns every length tried up to the first that reaches `wanted`; `reached` is false when none does
 * @throws RangeError naming a number of answers below 1
 * Source: Fuller (1987), "Measurement Error Models", section 1.1 (reliability ratio).
 */
export function reliableLength(
  rows: ScoredPeriods,
  spread: number,
  lengths: readonly number[] = [1, 2, 4, 8, 13, 26],
  wanted = 0.5,
): { tried: PeriodLength[]; reached: boolean } {
  requireOpenShare('wanted', wanted);
  const tried: PeriodLength[] = [];
  for (const periods of lengths) {
    requireWhole('periods', periods, 1);
    const reliability = reliabilityAt(rows, spread, periods);
    if (reliability === null) break;
    tried.push({ periods, reliability });
    if (reliability >= wanted) return { tried, reached: true };
  }
  return { tried, reached: false };
}

function reliabilityAt(rows: ScoredPeriods, spread: number, periods: number): number | null {
  const cells = new Map<string, { place: number; sum: number; answers: number }>();
  rows.place.forEach((place, i) => {
    const answers = rows.answers[i]!;
    requireWhole('answers', answers, 1);
    const key = `${place} ${Math.floor(rows.period[i]! / periods)}`;
    const cell = cells.get(key) ?? { place, sum: 0, answers: 0 };
    cell.sum += answers * rows.score[i]!;
    cell.answers += answers;
    cells.set(key, cell);
  });
  const joined = [...cells.values()];
  const place = joined.map((cell) => cell.place);
  if (joined.length <= new Set(place).size) return null;
  const kept = keptNoise(place);
  const moves = within(
    joined.map(({ sum, answers }) => sum / answers),
    [place],
  );
  const movement = moves.reduce((sum, move) => sum + move * move, 0);
  const noise = joined.reduce((sum, { answers }, i) => sum + (kept[i]! * spread) / answers, 0);
  return movement > 0 ? Math.max(0, 1 - noise / movement) : 0;
}
