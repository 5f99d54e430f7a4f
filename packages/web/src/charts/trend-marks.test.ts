import { expect, test } from 'vitest';
import type { Palette } from './palette.ts';
import { markLines, placed } from './trend-marks.ts';

const days = Array.from({ length: 13 }, (_, week) => `2026-09-${String(week * 2 + 1).padStart(2, '0')}`);
const marks = ['2026-09-01', '2026-09-19', '2026-09-19', '2026-09-21', '2026-09-25'].map((day) => ({
  day,
  label: day,
  kind: 'change' as const,
}));

test.each([
  [300, 20],
  [900, 136],
])('no label of a mark covers another at %i pixels', (width, label) => {
  const step = (width - 70) / (days.length - 1);
  const boxes = placed(marks, days, width).map(({ day, lane, align }) => {
    const x = days.indexOf(day) * step;
    const left = x - { left: 0, center: label / 2, right: label }[align];
    return { lane, left, right: left + label };
  });
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1))
      expect(one.lane !== other.lane || one.right <= other.left || other.right <= one.left).toBe(true);
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(width);
  }
});

test('on a phone marks have numbers, in the order of time, whose names stand below', () => {
  const palette = {} as Palette;
  const labels = (width: number) =>
    markLines(placed(marks.toReversed(), days, width), null, palette, width).data.map(
      ({ label }) => label.formatter,
    );
  expect(labels(390)).toEqual(['1', '2', '3', '4', '5']);
  expect(labels(900)).toEqual(marks.map(({ label }) => label));
  expect(placed(marks.toReversed(), days, 390).map(({ mark }) => mark.day)).toEqual(
    marks.map(({ day }) => day),
  );
});
