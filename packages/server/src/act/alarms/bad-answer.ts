// Promise: which signals become a case, and how severe it is; pure rules, one place.
import { lookupTable, type severities } from '@lyhord/contract';

export type Severity = (typeof severities)[number];

/** What the rules look at. */
export interface SignalFacts {
  readonly author: string;
  readonly kind: string;
  readonly question: string;
  readonly score: number | null;
  readonly sentiment: string;
  readonly sentimentScore: number;
  readonly flags: readonly string[];
  /** One of the workspace's own critical words that the text contains. */
  readonly criticalWord: string | null;
  /** Among the customers of highest value, or marked as a key customer. */
  readonly valued: boolean;
}

export interface Alarm {
  /** Key of the rule, such as `bad_score`; screens and mails put it in words. */
  readonly reason: AlarmReason;
  readonly severity: Severity;
}

export type AlarmReason =
  | 'safety'
  | 'legal'
  | 'critical_word'
  | 'valued_leaving'
  | 'leaving'
  | 'bad_score'
  | 'wants_answer'
  | 'opened_by_hand';

/** The highest score that is bad, and the highest that is very bad, by question. */
const badScores: Readonly<Record<string, { bad: number; veryBad: number }>> = lookupTable({
  nps: { bad: 6, veryBad: 2 },
  csat: { bad: 2, veryBad: 1 },
  stars: { bad: 2, veryBad: 1 },
});
/** At or below this a text without a score counts as strongly negative (scale −1 … 1). */
export const stronglyNegative = -0.5;

/** The alarm that a signal sets off, or null. Only what customers say opens cases. */
export function alarmOf(signal: SignalFacts): Alarm | null {
  if (signal.author !== 'customer' || signal.kind === 'staff') return null;
  return criticalAlarm(signal) ?? leavingAlarm(signal) ?? scoreAlarm(signal) ?? textAlarm(signal);
}

function criticalAlarm({ flags, criticalWord }: SignalFacts): Alarm | null {
  if (flags.includes('safety_risk')) return { reason: 'safety', severity: 'critical' };
  if (flags.includes('legal_risk')) return { reason: 'legal', severity: 'critical' };
  return criticalWord === null ? null : { reason: 'critical_word', severity: 'critical' };
}

function leavingAlarm({ flags, valued }: SignalFacts): Alarm | null {
  if (!flags.includes('threat_to_leave')) return null;
  return valued
    ? { reason: 'valued_leaving', severity: 'critical' }
    : { reason: 'leaving', severity: 'high' };
}

function scoreAlarm({ question, score, flags, valued }: SignalFacts): Alarm | null {
  const limits = badScores[question];
  if (!limits || score === null || score > limits.bad) return null;
  const veryBad = score <= limits.veryBad;
  if (valued && veryBad) return { reason: 'bad_score', severity: 'high' };
  const weighty = veryBad || valued || flags.includes('wants_answer');
  return { reason: 'bad_score', severity: weighty ? 'normal' : 'low' };
}

function textAlarm({ score, sentiment, sentimentScore, flags, valued }: SignalFacts): Alarm | null {
  const negative = sentiment === 'negative' || sentiment === 'mixed';
  if (score !== null || !negative) return null;
  if (sentimentScore > stronglyNegative || !flags.includes('wants_answer')) return null;
  return { reason: 'wants_answer', severity: valued ? 'high' : 'normal' };
}

const order: readonly Severity[] = ['low', 'normal', 'high', 'critical'];
export const severityRank = (severity: Severity): number => order.indexOf(severity);
export const worse = (a: Severity, b: Severity): Severity => (severityRank(a) >= severityRank(b) ? a : b);

/** Reasons for which mail goes out at once; everything else waits in the queue and the digest. */
export const mailedReasons: ReadonlySet<AlarmReason> = new Set([
  'safety',
  'legal',
  'critical_word',
  'valued_leaving',
]);
