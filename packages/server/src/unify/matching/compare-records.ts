// Promise: how two records compare, field by field, as levels: 0 unknown, 1 disagree, 2 nearly, 3 (or 2) exactly.
import { editDistance, jaroWinklerSimilarity } from '@lyhord/stats';
import type { Comparison, MatchField, MatchRecord } from './match-scheme.ts';

const nearlyTheName = 0.88;

/** The level of exact agreement. */
export const levelsOf = (compare: Comparison): number => (compare === 'word' ? 2 : 3);

export function comparisonLevel(compare: Comparison, a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return levelsOf(compare);
  if (compare === 'word') return 1;
  const near =
    compare === 'name' || compare === 'text'
      ? jaroWinklerSimilarity(a, b) >= nearlyTheName
      : isOneSlip(a, b) || (compare === 'date' && isTurnedDate(a, b));
  return near ? 2 : 1;
}

/** Levels of all fields; a given name in the place of the family name, and the other way round, nearly agree. */
export function compareRecords(fields: readonly MatchField[], a: MatchRecord, b: MatchRecord): Uint8Array {
  return Uint8Array.from(fields, ({ name, compare }) => {
    const level = comparisonLevel(compare, a[name] ?? '', b[name] ?? '');
    return level === 1 && (name === 'given' || name === 'family') && areTurned(a, b) ? 2 : level;
  });
}

function areTurned(a: MatchRecord, b: MatchRecord): boolean {
  const { given = '', family = '' } = a;
  return given !== '' && family !== '' && given === b.family && family === b.given;
}

/** One character too many, too few, wrong, or swapped with its neighbour. */
const isOneSlip = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 1 && editDistance(a, b) === 1;

/** 1964-03-05 and 1964-05-03. */
function isTurnedDate(a: string, b: string): boolean {
  const [one, other] = [a.replaceAll('-', ''), b.replaceAll('-', '')];
  return one.length === 8 && one.slice(0, 4) + one.slice(6) + one.slice(4, 6) === other && other.length === 8;
}
