// At what time of day people do things: quiet mornings, a lunch hour, and the rush from four to six.
import { WeightedChoice } from '../random.ts';
import type { World } from './world.ts';

const storeHours = new WeightedChoice([
  0, 0, 0, 0, 0, 0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.25, 1, 1, 1.25, 1.75, 1.8, 1.2, 0.8, 0.5, 0.3, 0.1, 0,
]);
const screenHours = new WeightedChoice([
  0.2, 0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 0.6, 0.8, 0.9, 1, 1, 1.1, 1, 0.9, 0.9, 1, 1.1, 1.2, 1.5, 1.8, 1.7,
  1.1, 0.5,
]);

export function minuteWithin(w: World, opens: number, closes: number): number {
  for (let tries = 0; tries < 12; tries++) {
    const minute = storeHours.at(w.random.share()) * 60 + w.random.below(60);
    if (minute >= opens && minute < closes) return minute;
  }
  return opens + w.random.below(Math.max(1, closes - opens));
}

export function minuteAtScreen(w: World): number {
  return screenHours.at(w.random.share()) * 60 + w.random.below(60);
}
