// Promise: nothing is said of a group with fewer than five different employees behind it, nor can it be had by subtraction.
// Counts come per employee, who never leaves this file.
import { fewestEmployees, type Question } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import { addCounts } from '../metrics/score.ts';
import type { CountedGroup } from './count-rows.ts';
import { withheldCells } from './withhold-cells.ts';

const byGroup = ({ by }: Pick<Question, 'by'>): boolean => by.includes('employee_group');
/** Rows of one question before the employees of each group are joined. */
const mostEmployees = 1_000_000;

/** What would tell of few employees in another way is refused. */
export function checkEmployees(question: Question): void {
  if (!byGroup(question)) return;
  if (question.few === 'hide' && !question.weights?.length) return;
  throw new Problem('invalid_input', {
    detail: 'Groups of employees are neither shrunk nor weighted: small ones are withheld.',
  });
}

/** The question without the limit, which would cut off employees and not groups. */
export const withEveryEmployee = (question: Question): Question =>
  byGroup(question) ? { ...question, limit: mostEmployees } : question;

/** Rows per employee become rows per group, which know how many employees they have; other rows stay as they are. */
export function groupsOfEmployees(rows: readonly CountedGroup[]): CountedGroup[] {
  if (rows[0]?.keys.employee === undefined) return [...rows];
  const groups = new Map<string, CountedGroup[]>();
  for (const row of rows) {
    const { employee: _, ...keys } = row.keys;
    const group = JSON.stringify(keys);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const joined = [...groups.values()].map((members): CountedGroup => {
    const { employee: _, ...keys } = members[0]!.keys;
    const counts = addCounts(members.map((one) => one.counts));
    const known = new Set(members.flatMap(({ keys: { employee } }) => (employee ? [employee] : [])));
    return { keys, counts, people: keys.employee_group === '' ? counts.n : known.size };
  });
  const timed = ['day', 'week', 'month', 'hour'].some((key) => rows[0]!.keys[key] !== undefined);
  return timed ? joined : joined.sort((a, b) => b.counts.n - a.counts.n);
}

/** Indexes of groups with too few employees, and of those that would give them away. */
export function groupsOfFewEmployees(groups: readonly CountedGroup[]): Set<number> {
  if (groups.every(({ people }) => people === undefined)) return new Set();
  const cells = groups.map(({ keys, people }) => ({ keys: Object.values(keys), n: people ?? 0 }));
  return withheldCells(cells, fewestEmployees);
}
