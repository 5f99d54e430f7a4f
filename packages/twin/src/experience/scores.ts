// From a latent experience to the number that somebody presses.
import type { RandomStream } from '../random.ts';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** 0 … 10; an ordinary population gives about 46 % promoters and 21 % detractors. */
export function npsOf(mood: number, random: RandomStream): number {
  return clamp(Math.round(8.15 + 2.25 * mood + 0.5 * random.normal()), 0, 10);
}

/** 1 … 5. */
export function csatOf(mood: number, random: RandomStream): number {
  return clamp(Math.round(4.2 + 1.05 * mood + 0.3 * random.normal()), 1, 5);
}

/** 1 … 5 stars: those who review are the delighted and the angry. */
export function starsOf(mood: number, random: RandomStream): number {
  return clamp(Math.round(4 + 1.45 * mood + 0.3 * random.normal()), 1, 5);
}

/** 1 (very hard) … 7 (very easy). */
export function effortOf(mood: number, random: RandomStream): number {
  return clamp(Math.round(5.4 + 1.4 * mood + 0.4 * random.normal()), 1, 7);
}
