// A test's judge: which of the reported changes are true, which truths were missed, and what was a false alarm.
import { dayOf } from '../calendar/days.ts';
import { pathOf } from './place-tree.ts';
import type { PlantedTruth, Truth } from './truth.ts';

export interface ReportedChange {
  placeCode: string;
  /** Null where the change was found in a score alone. */
  topic: string | null;
  direction: 'up' | 'down';
  /** The day on which the change is said to have begun. */
  since: string;
}

export interface Judgement<Change extends ReportedChange> {
  found: { truth: string; changes: Change[] }[];
  /** Keys of truths that show in feedback and were not reported. */
  missed: string[];
  falseAlarms: Change[];
}

/**
 * A report is true when it names a place on the path of a truth's place (itself, above it or below it), no other topic,
 * the same direction, and a day no more than `slackDays` from the truth's beginning; where a truth has ended, its end
 * counts as a change back.
 */
export function judgeChanges<Change extends ReportedChange>(
  truth: Truth,
  reported: readonly Change[],
  slackDays = 21,
): Judgement<Change> {
  const real = truth.truths.filter(
    (planted) => planted.direction !== 'none' && planted.shows.includes('feedback'),
  );
  const found = real
    .map((planted) => ({
      truth: planted.key,
      changes: reported.filter((change) => isTrue(change, planted, slackDays)),
    }))
    .filter(({ changes }) => changes.length > 0);
  const keys = new Set(found.map((one) => one.truth));
  return {
    found,
    missed: real.filter((planted) => !keys.has(planted.key)).map((planted) => planted.key),
    falseAlarms: reported.filter((change) => !real.some((planted) => isTrue(change, planted, slackDays))),
  };
}

function isTrue(change: ReportedChange, planted: PlantedTruth, slackDays: number): boolean {
  if (change.topic !== null && change.topic !== planted.topic) return false;
  if (!onPath(change.placeCode, planted)) return false;
  const near = (day: string): boolean => Math.abs(dayOf(change.since) - dayOf(day)) <= slackDays;
  if (change.direction === planted.direction) return near(planted.from);
  return !planted.current && near(planted.to);
}

function onPath(code: string, planted: PlantedTruth): boolean {
  if (planted.placeCodes.includes(code) || pathOf(planted.placeCode).includes(code)) return true;
  return planted.placeCodes.some((leaf) => pathOf(leaf).includes(code));
}
