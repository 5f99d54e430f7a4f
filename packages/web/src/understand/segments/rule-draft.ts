// A rule as the builder shows it: one list of conditions. What has another shape (made by the API) is kept whole as one.
import type { SegmentNumber, SegmentRule, SegmentWord } from '@lyhord/contract';

export type Condition = { readonly key: number; readonly except: boolean } & (
  | {
      readonly kind: 'number';
      readonly fact: SegmentNumber;
      readonly side: NumberSide;
      readonly amount: number;
    }
  | { readonly kind: 'word'; readonly fact: SegmentWord; readonly values: string[] }
  | {
      readonly kind: 'did';
      readonly did: DidRule['did'];
      readonly atLeast: number;
      readonly withinDays: number;
    }
  | {
      readonly kind: 'said';
      readonly said: string;
      readonly feeling: SaidRule['feeling'];
      readonly withinDays: number;
    }
  | { readonly kind: 'trait'; readonly trait: string; readonly values: string[] }
  | { readonly kind: 'other'; readonly rule: SegmentRule }
);
export type NumberSide = 'atLeast' | 'atMost' | 'unknown' | 'known';
type DidRule = Extract<SegmentRule, { did: unknown }>;
type SaidRule = Extract<SegmentRule, { said: unknown }>;
export interface Draft {
  readonly join: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

let keys = 0;
const nextKey = () => {
  keys += 1;
  return keys;
};

export const freshCondition = (kind: Condition['kind'] = 'number'): Condition => {
  const base = { key: nextKey(), except: false };
  switch (kind) {
    case 'word':
      return { ...base, kind, fact: 'lifeCycle', values: ['at_risk'] };
    case 'did':
      return { ...base, kind, did: 'order_returned', atLeast: 1, withinDays: 90 };
    case 'said':
      return { ...base, kind, said: 'delivery', feeling: 'negative', withinDays: 90 };
    case 'trait':
      return { ...base, kind, trait: 'country', values: [] };
    default:
      return { ...base, kind: 'number', fact: 'orders', side: 'atLeast', amount: 2 };
  }
};

export function draftOf(rule: SegmentRule | null): Draft {
  if (rule === null) return { join: 'all', conditions: [freshCondition()] };
  if ('all' in rule) return { join: 'all', conditions: rule.all.map(conditionOf) };
  if ('any' in rule) return { join: 'any', conditions: rule.any.map(conditionOf) };
  return { join: 'all', conditions: [conditionOf(rule)] };
}

function conditionOf(rule: SegmentRule): Condition {
  if ('not' in rule) {
    const inner = conditionOf(rule.not);
    return inner.except ? { key: nextKey(), except: false, kind: 'other', rule } : { ...inner, except: true };
  }
  const base = { key: nextKey(), except: false };
  if ('fact' in rule) {
    if ('in' in rule) return { ...base, kind: 'word', fact: rule.fact, values: rule.in };
    if ('atLeast' in rule)
      return { ...base, kind: 'number', fact: rule.fact, side: 'atLeast', amount: rule.atLeast };
    if ('atMost' in rule)
      return { ...base, kind: 'number', fact: rule.fact, side: 'atMost', amount: rule.atMost };
    if (rule.fact !== 'lifeCycle' && rule.fact !== 'lastSentiment' && rule.fact !== 'lastPlace')
      return { ...base, kind: 'number', fact: rule.fact, side: rule.known ? 'known' : 'unknown', amount: 0 };
    return { ...base, kind: 'other', rule };
  }
  if ('did' in rule) return { ...base, kind: 'did', ...rule };
  if ('said' in rule) return { ...base, kind: 'said', ...rule };
  if ('trait' in rule) return { ...base, kind: 'trait', trait: rule.trait, values: rule.in };
  return { ...base, kind: 'other', rule };
}

/** The rule of a draft; conditions without any value yet are left out. */
export function ruleOf({ join, conditions }: Draft): SegmentRule {
  const parts = conditions.flatMap((condition) => {
    const rule = plainRule(condition);
    return rule === null ? [] : [condition.except ? { not: rule } : rule];
  });
  return parts.length === 0 || join === 'all' ? { all: parts } : { any: parts };
}

/** What a condition asks; null while it lacks a value. */
export function plainRule(condition: Condition): SegmentRule | null {
  switch (condition.kind) {
    case 'number': {
      const { fact, side, amount } = condition;
      if (side === 'known' || side === 'unknown') return { fact, known: side === 'known' };
      return side === 'atLeast' ? { fact, atLeast: amount } : { fact, atMost: amount };
    }
    case 'word':
      return condition.values.length === 0 ? null : { fact: condition.fact, in: condition.values };
    case 'did': {
      const { did, atLeast, withinDays } = condition;
      return { did, atLeast, withinDays };
    }
    case 'said': {
      const { said, feeling, withinDays } = condition;
      return said ? { said, feeling, withinDays } : null;
    }
    case 'trait':
      return condition.values.length === 0 ? null : { trait: condition.trait, in: condition.values };
    case 'other':
      return condition.rule;
  }
}
