import type { Answer, AnswerRow } from '@lyhord/contract';
import { expect, test } from 'vitest';
import * as en from '../../words/en.ts';
import { answerFile } from './answer-file.ts';

const row = (keys: AnswerRow['keys'], value: number): AnswerRow =>
  ({ keys, value, low: value * 0.5, high: value * 2, n: 40, tooFew: false }) as AnswerRow;
const answer = (more: Partial<Answer>) => ({ metric: 'customer_revenue', unit: 'money', ...more }) as Answer;
const say = {
  group: ({ keys }: AnswerRow, [key]: readonly string[] = []) => `${keys[key as keyof typeof keys]}`,
};

test('money is in whole units of the currency beside it, and columns are named in words', () => {
  const rows = [row({ place: 'Malmö', currency: 'SEK' } as AnswerRow['keys'], 100_150)];
  const { head, rows: lines } = answerFile(answer({ rows }), say, en);
  expect(head).toEqual(['Place', 'Currency', 'Revenue per customer', 'Interval from', 'Interval to', 'n']);
  expect(lines).toEqual([['Malmö', 'SEK', 1001.5, 500.75, 2003, 40]]);
});

test('a share is per cent as on the screen, and what was held against stands beside it only where there is some', () => {
  const plain = [row({ place: 'Lund' } as AnswerRow['keys'], 0.607)];
  expect(answerFile(answer({ metric: 'retention', unit: 'share', rows: plain }), say, en).head).toEqual([
    'Place',
    `${en.terms.metrics.retention} (%)`,
    'Interval from',
    'Interval to',
    'n',
  ]);
  const held = [{ ...plain[0], compared: { value: 0.5, n: 12 } } as AnswerRow];
  const { head, rows } = answerFile(answer({ metric: 'retention', unit: 'share', rows: held }), say, en);
  expect(head.slice(-2)).toEqual(['Held against', 'n of what it is held against']);
  expect(rows[0]!.slice(1, 2)).toEqual([60.7]);
  expect(rows[0]!.slice(-2)).toEqual([50, 12]);
});
