import { expect, test } from 'vitest';
import { project, viewOf } from './mercator.ts';

test('the equator is flat, the north stands up, and the pole stays on the map', () => {
  expect(project(15, 0)[1]).toBeCloseTo(0, 10);
  expect(project(15, 60)[1]).toBeLessThan(project(15, 55)[1]);
  expect(Number.isFinite(project(0, 90)[1])).toBe(true);
  // Mercator stretches by the secant: at 60° a degree of latitude is twice one at the equator.
  const stretch = project(0, 60)[1] - project(0, 60.001)[1];
  expect(stretch / 0.001).toBeCloseTo(2, 2);
});

test('a view shows every point, also when there is only one or none', () => {
  const points = [project(11, 55), project(25, 66)];
  const { x, y, scale } = viewOf(points, 400, 600);
  for (const [px, py] of points) {
    expect(Math.abs((px - x) * scale)).toBeLessThanOrEqual(200);
    // the tools stand over the right edge
    expect((px - x) * scale).toBeLessThanOrEqual(200 - 52);
    expect(Math.abs((py - y) * scale)).toBeLessThanOrEqual(300);
  }
  expect(viewOf([project(11, 55)], 400, 600).scale).toBeLessThan(2_000);
  expect(viewOf([], 400, 600).scale).toBeGreaterThan(0);
});
