import { expect, test } from 'vitest';
import { placed } from './trend-option.ts';

const days = Array.from({ length: 13 }, (_, week) => `2026-09-${String(week * 2 + 1).padStart(2, '0')}`);
const marks = ['2026-09-01', '2026-09-19', '2026-09-19', '2026-09-21', '2026-09-25'].map((day) => ({
  day,
  label: day,
  kind: 'change' as const,
}));

test.each([300, 900])('no name of a mark covers another at %i pixels', (width) => {
  const step = (width - 70) / (days.length - 1);
  const boxes = placed(marks, days, width).map(({ day, lane, align }) => {
    const x = days.indexOf(day) * step;
    const left = x - { left: 0, center: 68, right: 136 }[align];
    return { lane, left, right: left + 136 };
  });
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1))
      expect(one.lane !== other.lane || one.right <= other.left || other.right <= one.left).toBe(true);
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(width);
  }
});
