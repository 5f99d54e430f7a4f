import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallingPlaces, quietRuns, USUAL_SCENARIO } from '../bench/change-detection.ts';
import {
  type ChangeDetector,
  changeDetector,
  drawMultinomial,
  drawNormal,
  drawPoisson,
  estimateDispersion,
  type Random,
  type StreamState,
  weekdayOffsets,
  xoshiro128,
} from '../index.ts';

const kind = { kind: 'classes', values: [-100, 0, 100] } as const;
const USUAL = [0.2, 0.3, 0.5];
const FALLEN = [0.325, 0.3, 0.375];

/** Records whole days of simulated answers, `perDay` on average. */
function live(
  detector: ChangeDetector,
  random: Random,
  start: StreamState,
  days: [first: number, last: number],
  shares: readonly number[],
  perDay: number,
): StreamState {
  let state = start;
  for (let day = days[0]; day <= days[1]; day++) {
    const tally = drawMultinomial(random, drawPoisson(random, perDay), shares);
    state = detector.record(state, { day, tally });
  }
  return state;
}

describe('the budget of false cards', () => {
  it('divides over streams and families', () => {
    expect(changeDetector({ kind, streams: 60 }).threshold).toBe(1800);
    expect(changeDetector({ kind, streams: 60, falseCardsPerMonth: 0.5, budgetShare: 0.25 }).threshold).toBe(
      14_400,
    );
  });

  it('holds on quiet workspaces looked at daily and several times a day', () => {
    const small = {
      ...USUAL_SCENARIO,
      places: 12,
      historyDays: 70,
      falseCardsPerMonth: 1,
      answersPerWeek: 40,
    };
    const daily = quietRuns(small, 8, 41);
    const often = quietRuns({ ...small, looksPerDay: 4 }, 2, 42);
    expect(daily.cardsPerRun).toBeLessThanOrEqual(1 + 3 / Math.sqrt(8));
    expect(often.cardsPerRun).toBeLessThanOrEqual(1 + 3 / Math.sqrt(2));
  });

  it('rests on evidence that grows by at most one per day while nothing changes', () => {
    const random = xoshiro128(17);
    const detector = changeDetector({ kind, streams: 10 });
    let total = 0;
    for (let run = 0; run < 300; run++) {
      const history = live(detector, random, detector.start(0), [-90, -1], USUAL, 5);
      const state = live(detector, random, history, [0, 9], USUAL, 5);
      total += detector.look(state, 9)!.evidence;
    }
    expect(total / 300).toBeLessThan(12);
  });
});

describe('a lasting change', () => {
  it('of 25 points is found at 120 answers a week, with onset and size', () => {
    const found = fallingPlaces({ ...USUAL_SCENARIO, answersPerWeek: 120 }, -25, 60, 5);
    expect(found.foundIn28Days).toBeGreaterThan(0.93);
    expect(found.foundIn14Days).toBeGreaterThan(0.55);
    expect(found.sizeCovered).toBeGreaterThan(0.88);
    expect(found.onsetCovered).toBeGreaterThan(0.85);
    expect(found.onsetErrorDays).toBeLessThanOrEqual(4);
  });

  it('makes one card, after which the new level is the usual one, and a way back is a new card', () => {
    const random = xoshiro128(9);
    const detector = changeDetector({ kind, streams: 60 });
    let state = live(detector, random, detector.start(-120), [-120, -1], USUAL, 20);
    const cards: { day: number; direction: string; since: number }[] = [];
    for (let day = 0; day < 120; day++) {
      state = live(detector, random, state, [day, day], day < 60 ? [0.5, 0.2, 0.3] : USUAL, 20);
      const finding = detector.look(state, day);
      if (!finding?.changed) continue;
      cards.push({ day, direction: finding.direction, since: finding.since });
      state = detector.restart(state, finding, day);
    }
    expect(cards.map(({ direction }) => direction)).toEqual(['fall', 'rise']);
    expect(Math.abs(cards[0]!.since)).toBeLessThan(5);
    expect(Math.abs(cards[1]!.since - 60)).toBeLessThan(6);
  });

  it('of a measured quantity is found too', () => {
    const random = xoshiro128(4);
    const detector = changeDetector({ kind: { kind: 'moments' }, streams: 60, fallShare: 0.5 });
    let state = detector.start(-60);
    const minutes = (factor: number) => {
      const waits = Array.from({ length: 30 }, () => factor * Math.exp(1.5 + 0.6 * drawNormal(random)));
      return [30, waits.reduce((s, x) => s + x, 0), waits.reduce((s, x) => s + x * x, 0)];
    };
    for (let day = -60; day < 0; day++) state = detector.record(state, { day, tally: minutes(1) });
    expect(detector.look(state, -1)!.changed).toBe(false);
    let found = null;
    for (let day = 0; day < 14 && !found?.changed; day++) {
      state = detector.record(state, { day, tally: minutes(1.3) });
      found = detector.look(state, day);
    }
    expect(found).toMatchObject({ changed: true, direction: 'rise' });
  });

  it('takes about as long as said beforehand', () => {
    const random = xoshiro128(23);
    const detector = changeDetector({ kind, streams: 60, falseCardsPerMonth: 0.1, fallShare: 1 });
    const history = live(detector, random, detector.start(-182), [-182, -1], USUAL, 60 / 7);
    const { weeks, answers } = detector.timeToSee(history, -25, -1);
    const delays = Array.from({ length: 60 }, () => {
      let state = history;
      for (let day = 0; day < 90; day++) {
        state = live(detector, random, state, [day, day], FALLEN, 60 / 7);
        if (detector.look(state, day)?.changed) return day + 1;
      }
      return 90;
    }).sort((a, b) => a - b);
    expect((weeks! * 7) / delays[30]!).toBeGreaterThan(0.65);
    expect((weeks! * 7) / delays[30]!).toBeLessThan(1.5);
    expect(answers).toBeGreaterThan(100);
    expect(detector.timeToSee(history, -1, -1)).toEqual({ answers: null, weeks: null });
  });
});

describe('the state', () => {
  const detector = changeDetector({ kind, streams: 5, windowDays: 30 });
  const days = Array.from({ length: 40 }, (_, day) => ({ day, tally: [day % 3, 2, 4], offset: day % 7 }));
  const straight = days.reduce(detector.record, detector.start(0));

  it('is the same after replays of days in the window, in any order, and after a trip through JSON', () => {
    const recent = days.slice(12);
    fc.assert(
      fc.property(fc.shuffledSubarray(recent), (replayed) => {
        const again = replayed.reduce(detector.record, JSON.parse(JSON.stringify(straight)));
        expect(again).toEqual(straight);
        expect(detector.look(again, 39)).toEqual(detector.look(straight, 39));
      }),
      { numRuns: 25 },
    );
  });

  it('ignores days older than the window, corrects days within, and forgets emptied ones', () => {
    expect(detector.record(straight, { day: 2, tally: [9, 9, 9] })).toEqual(straight);
    const corrected = detector.record(straight, { day: 35, tally: [50, 0, 0] });
    expect(detector.look(corrected, 39)!.evidence).toBeGreaterThan(detector.look(straight, 39)!.evidence);
    const emptied = detector.record(straight, { day: 35, tally: [0, 0, 0] });
    expect(emptied.window.some(([day]) => day === 35)).toBe(false);
  });

  it('gives no finding without answers, and stays finite on one answer, on equal ones and on thousands', () => {
    expect(detector.look(detector.start(0), 10)).toBeNull();
    const one = detector.record(detector.start(0), { day: 0, tally: [0, 0, 1] });
    expect(detector.look(one, 0)).toBeNull();
    let equal = detector.start(0);
    for (let day = 0; day < 20; day++) equal = detector.record(equal, { day, tally: [0, 0, 5] });
    expect(detector.look(equal, 19)!.changed).toBe(false);
    const huge = detector.record(equal, { day: 20, tally: [1e6, 0, 0] });
    expect(Number.isFinite(detector.look(huge, 20)!.evidence)).toBe(true);
    expect(detector.look(huge, 20)!.changed).toBe(true);
  });

  it('names what is wrong', () => {
    expect(() => detector.record(straight, { day: 40, tally: [1, 2] })).toThrow(
      'tally of day 40 has 2 numbers, not 3',
    );
    expect(() => detector.record(straight, { day: 40, tally: [1, -2, 0] })).toThrow('tally of day 40 -2');
    expect(() => detector.record(straight, { day: 4.5, tally: [1, 2, 0] })).toThrow(
      'day 4.5 is not a whole number',
    );
    expect(() => changeDetector({ kind, streams: 0 })).toThrow('streams 0');
    expect(() => changeDetector({ kind, streams: 5, dispersion: 0.5 })).toThrow('dispersion 0.5 is below 1');
    expect(() => changeDetector({ kind, streams: 5, prior: [1] })).toThrow('prior has 1 numbers, not 3');
  });
});

describe('what is usual', () => {
  it('weekday offsets find a planted week and explain it away', () => {
    const random = xoshiro128(30);
    const rhythm = [10, 10, 10, 10, 0, -20, -20];
    const sharesOn = (day: number) => {
      const shift = rhythm[((day % 7) + 7) % 7]! / 200;
      return [0.25 - shift, 0.3, 0.45 + shift];
    };
    const places = Array.from({ length: 20 }, () =>
      rhythm.map((_, weekday) => {
        const [d = 0, , p = 0] = drawMultinomial(random, 400, sharesOn(weekday));
        return { n: 400, sum: 100 * (p - d), sumOfSquares: 10_000 * (p + d) };
      }),
    );
    const offsets = weekdayOffsets(places);
    const centre = rhythm.reduce((sum, x) => sum + x, 0) / 7;
    offsets.forEach((offset, weekday) => {
      expect(Math.abs(offset - (rhythm[weekday]! - centre))).toBeLessThan(4);
    });
    const detector = changeDetector({ kind, streams: 3 });
    const after = (told: boolean) => {
      let state = detector.start(-70);
      for (let day = -70; day <= -1; day++) {
        const tally = sharesOn(day).map((share) => 200 * share);
        const offset = told ? offsets[((day % 7) + 7) % 7]! : 0;
        state = detector.record(state, { day, tally, offset });
      }
      return detector.look(state, -1)!.evidence;
    };
    expect(after(true)).toBeLessThan(after(false) / 10);
    expect(weekdayOffsets([])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('dispersion and wandering are told apart and recovered', () => {
    const random = xoshiro128(2);
    const simulate = (shock: number, wander: number) =>
      Array.from({ length: 120 }, () => {
        let level = wander * drawNormal(random);
        return Array.from({ length: 52 }, () => {
          level = 0.97 * level + Math.sqrt(1 - 0.97 ** 2) * wander * drawNormal(random);
          const mean = level + shock * drawNormal(random);
          const answers = Array.from({ length: 40 }, () => mean + 75 * drawNormal(random));
          const sum = answers.reduce((s, x) => s + x, 0);
          return { n: 40, sum, sumOfSquares: answers.reduce((s, x) => s + x * x, 0) };
        });
      });
    const shocks = estimateDispersion(simulate(12, 0));
    expect(shocks.dispersion).toBeGreaterThan(1.6);
    expect(shocks.dispersion).toBeLessThan(2.3);
    expect(shocks.wander).toBeLessThan(4);
    const slow = estimateDispersion(simulate(0, 9));
    expect(slow.wander).toBeGreaterThan(5);
    expect(slow.wander).toBeLessThan(11);
    expect(estimateDispersion([])).toEqual({ dispersion: 1, wander: 0 });
  });
});
