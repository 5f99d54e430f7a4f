// Promise: where amounts and times mean nothing of their own, what cannot be one is a property like any other; where they
// mean something, it is refused.
import { type EventKind, eventMeanings } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import {
  fieldGroups,
  type Money,
  noMoney,
  noTiming,
  otherProperties,
  readMoney,
  readTiming,
  type Timing,
} from './event-fields.ts';

export interface MeantFields {
  readonly money: Money;
  readonly timing: Timing;
  /** What is left of the properties. */
  readonly others: Record<string, unknown>;
}

interface Where {
  readonly currency: string;
  readonly timeZone: string;
  readonly receivedAt: number;
}

/** Reads money and times; `groups` says which groups of fields there are at all. */
export function readMeantFields(
  kind: EventKind,
  properties: Record<string, unknown>,
  groups: number,
  { currency, timeZone, receivedAt }: Where,
): MeantFields | { wrong: Remark } {
  let unread = 0;
  let money: Money = noMoney;
  let timing: Timing = noTiming;
  if (groups & fieldGroups.money) {
    const read = readMoney(kind, properties, currency);
    if (!('wrong' in read)) money = read;
    else if (hasAmounts(kind)) return read;
    else unread |= fieldGroups.money;
  }
  if (groups & fieldGroups.timing) {
    const read = readTiming(properties, receivedAt, timeZone);
    if (!('wrong' in read)) timing = read;
    else if (hasAmounts(kind)) return read;
    else unread |= fieldGroups.timing;
  }
  return { money, timing, others: otherProperties(kind, properties, unread) };
}

/** True for kinds of which some amount or time means something; of a page view or an unknown event none does. */
function hasAmounts(kind: EventKind): boolean {
  const { amount, cost, lines, due, wait } = eventMeanings[kind] ?? {};
  return [amount, cost, lines, due, wait].some((meaning) => meaning !== undefined);
}
