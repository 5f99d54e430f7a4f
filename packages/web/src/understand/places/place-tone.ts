import type { PlacesOverview } from '@lyhord/contract';
import type { Tone } from '../../ui/tone.ts';

type Row = PlacesOverview['rows'][number];

/** The mean of the shrunken scores, weighted by answers: what a place is compared with. */
export function meanOf(rows: readonly Row[]): number | null {
  let [sum, answers] = [0, 0];
  for (const { shrunken } of rows) {
    if (shrunken.value === null) continue;
    sum += shrunken.value * shrunken.n;
    answers += shrunken.n;
  }
  return answers > 0 ? sum / answers : null;
}

/** Teal or rust only where the whole interval lies on one side of the mean. */
export function toneOfPlace({ score, shrunken: { low, high } }: Row, mean: number | null): Tone {
  if (score.tooFew || low === null || high === null || mean === null) return 'plain';
  if (low > mean) return 'teal';
  return high < mean ? 'rust' : 'sand';
}
