// The FEBRL sets: persons with duplicates that carry typing errors, and which records are of one person.
import { readFile } from 'node:fs/promises';
import type { MatchRecord, MatchScheme } from '../matching/match-scheme.ts';

export interface LabelledRecords {
  readonly records: MatchRecord[];
  /** The true person of each record. */
  readonly persons: string[];
}

const columns = [
  ...['id', 'given', 'family', 'number', 'street', 'area', 'suburb', 'postcode', 'state', 'birth'],
  'national',
];

export async function febrlRecords(path: string): Promise<LabelledRecords> {
  const [, ...lines] = (await readFile(path, 'utf8')).split(/\r?\n/).filter(Boolean);
  const rows = lines.map((line) => line.split(',').map((cell) => cell.trim()));
  return {
    records: rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
    persons: rows.map(([id = '']) => /^rec-(\d+)-/.exec(id)?.[1] ?? id),
  };
}

const part = (field: string, first?: number) => (first === undefined ? { field } : { field, first });

/** How FEBRL's persons are compared; without the national number where `withNumber` is false. */
export function febrlScheme(withNumber: boolean): MatchScheme {
  const number = { name: 'national', compare: 'code', alikeInHousehold: 1e-6 } as const;
  return {
    fields: [
      { name: 'given', compare: 'name', alikeInHousehold: 0.005 },
      { name: 'family', compare: 'name' },
      { name: 'number', compare: 'code' },
      { name: 'street', compare: 'text' },
      { name: 'area', compare: 'text' },
      { name: 'suburb', compare: 'text' },
      { name: 'postcode', compare: 'code' },
      { name: 'state', compare: 'word' },
      { name: 'birth', compare: 'date', alikeInHousehold: 0.005 },
      ...(withNumber ? [number] : []),
    ],
    passes: [
      ...(withNumber ? [{ parts: [part('national')] }] : []),
      { parts: [part('birth'), part('family', 1)] },
      { parts: [part('birth'), part('given', 1)] },
      { parts: [part('given'), part('family')] },
      { parts: [part('family'), part('postcode')] },
      { parts: [part('given', 3), part('street')] },
      { parts: [part('street'), part('number')] },
      { parts: [part('given'), part('suburb')] },
      { parts: [part('birth'), part('postcode', 2)] },
    ],
    leastHouseholdRatio: 0.01,
  };
}
