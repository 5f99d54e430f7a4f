import { describe, expect, it } from 'vitest';
import { guessDates, readMomentCell, readNumberCell } from './cell-values.ts';

describe('cells', () => {
  it.each([
    ['1.234,50', true, 1234.5],
    ['1,234.50', false, 1234.5],
    ['−3,5', true, -3.5],
    ['12 kr', false, 12],
    ['199:-', true, 199],
    ['1 199,-', true, 1199],
  ])('"%s" is a number', (cell, comma, value) => expect(readNumberCell(cell, comma)).toEqual({ value }));
  it.each([
    ['31/03/2026', 'day_first', '2026-03-31'],
    ['3/31/26 2:05 PM', 'month_first', '2026-03-31T14:05:00'],
    ['1774944900', 'epoch_s', 1774944900000],
    ['31.3.2026 klo 14.30', 'day_first', '2026-03-31T14:30:00'],
    ['31.03.2026 14.30.15', 'day_first', '2026-03-31T14:30:15'],
    ['2026-03-31 8.05', 'iso', '2026-03-31 08:05'],
    ['2026-03-31 8:05:30', 'iso', '2026-03-31 08:05:30'],
    ['2026-03-31T08:05:30+02:00', 'iso', '2026-03-31T08:05:30+02:00'],
  ] as const)('"%s" is a moment', (cell, format, value) =>
    expect(readMomentCell(cell, format)).toEqual({ value }),
  );
  it('show how dates are written', () => {
    expect(guessDates(['01/02/2026', '13/02/2026'])).toMatchObject({ format: 'day_first', doubtful: false });
    expect(guessDates(['01/02/2026', '02/13/2026'])).toMatchObject({ format: 'month_first' });
    expect(guessDates(['2026-02-13', '2026-02-14 10:00'])).toMatchObject({ format: 'iso', share: 1 });
  });
});
