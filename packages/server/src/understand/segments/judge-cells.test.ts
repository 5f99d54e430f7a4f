import { describe, expect, it } from 'vitest';
import { metricDefinitions } from '../metrics/definitions.ts';
import { judgedCells } from './judge-cells.ts';

describe('cells of the heat map', () => {
  const cell = (part: string, promoters: number, detractors: number) => ({
    ...{ part, touchpoint: 'checkout', n: promoters + detractors, promoters, passives: 0, detractors },
    ...{ total: 0, totalSquares: 0 },
  });
  it('tell a part from all others only where it is clear', () => {
    const judged = judgedCells(
      metricDefinitions.nps,
      [cell('a', 80, 20), cell('b', 30, 70), cell('c', 6, 5)],
      ['a', 'b', 'c'],
      ['checkout'],
      null,
    );
    expect(judged.get('a')?.overall.differs).toBe('above');
    expect(judged.get('b')?.cells[0]?.differs).toBe('below');
    expect(judged.get('c')?.overall.differs).toBeNull();
    expect(judged.get('a')?.overall.value).toBeCloseTo(60, 9);
  });
});
