// What a row of `customer_moments` may say beside its part, kind, place, currency and customer; the rest is empty.
import { questionsKept } from './kinds-kept.ts';

export const momentColumns = {
  local_day: 'Date',
  /** Milliseconds since the one before of the customer, anywhere, and until the one after; -1 where there is none. */
  since_ms: 'Int64 codec(T64, LZ4)',
  until_ms: 'Int64 codec(T64, LZ4)',
  /** Day of the one before, anywhere. */
  day_before: 'Date',
  /** Days of the one before and the one after of the same customer, place, kind and currency, in the order of days. */
  here_before: 'Date',
  here_after: 'Date',
  /** In minor units: an amount, and all margins up to this one of the same customer, place, kind and currency. */
  minor: 'Int64 codec(T64, LZ4)',
  so_far: 'Int64 codec(T64, LZ4)',
  /** First days of an order after a look, and of one that is not of an earlier day. */
  followed: 'Date',
  followed_later: 'Date',
} as const;

type Question = (typeof questionsKept)[number];
/** Days of the customer's unfavourable answers to a question, anywhere, up to the day of an amount and from it on. */
export const unhappyDays = (question: Question) =>
  ({ before: `${question}_before`, after: `${question}_after` }) as const;
export const unhappyColumns: readonly string[] = questionsKept.flatMap((question) =>
  Object.values(unhappyDays(question)),
);
