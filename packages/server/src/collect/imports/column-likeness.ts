// How like a column is to each field: by the words of its header, and by what its values are.
import { type ImportTarget, propertyNames, questionScales } from '@lyhord/contract';
import { guessDates, readNumberCell } from './cell-values.ts';
import type { KnowsPlace } from './guess-mapping.ts';
import { bareName, importFields } from './import-fields.ts';

export interface Column {
  readonly name: string;
  /** The first ones that are not empty. */
  readonly values: readonly string[];
}

export interface Likeness {
  readonly field: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: 'header' | 'values' | 'both';
  /** Share of the values that the field can take. */
  readonly fit: number;
}

const dateFields = new Set(['happenedAt', 'dueAt', 'day', 'endsAt', 'renewsAt']);
const numberFields = new Set([
  'amount',
  'cost',
  'rate',
  'value',
  'price',
  'lineCost',
  'quantity',
  'latitude',
  'longitude',
]);
export const isDateField = (field: string): boolean => dateFields.has(field);
const isNumberField = (field: string): boolean => numberFields.has(field);

/** A score may be 4,5, too. */
export const hasDecimals = (field: string): boolean => isNumberField(field) || field in questionScales;

const shareOf = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

const isNumber = (value: string) =>
  'value' in readNumberCell(value, false) || 'value' in readNumberCell(value, true);
const isEmail = (value: string) => /^[^\s@]+@[^\s@]+\.\w+$/.test(value);
const isPhone = (value: string) => /^(\+|00|0)[\d\s()/-]{6,16}$/.test(value) && !/^\d{4}-\d/.test(value);
const isMoney = (value: string) => /[€$£]|\bkr\b|^-?[\d\s.,]*\d[.,]\d{2}$/.test(value) && isNumber(value);
const isCurrencyCode = (value: string) => /^(SEK|DKK|NOK|EUR|USD|GBP|BRL|CHF|PLN|ISK|JPY)$/.test(value);

/** The fields of a target that a column is like, with how much. */
export function likenesses(column: Column, target: ImportTarget, knowsPlace: KnowsPlace): Likeness[] {
  const found = new Map<string, Likeness>();
  for (const like of byHeader(column, target)) found.set(like.field, like);
  for (const { field, confidence } of byValues(column.values, target, knowsPlace)) {
    const named = found.get(field);
    found.set(field, {
      field,
      confidence: named ? Math.min(0.99, 1 - (1 - named.confidence) * (1 - confidence)) : confidence,
      why: named ? 'both' : 'values',
      fit: named?.fit ?? 1,
    });
  }
  return [...found.values()].filter(({ confidence }) => confidence >= 0.3);
}

function byHeader({ name, values }: Column, target: ImportTarget): Likeness[] {
  const header = bareName(name);
  const named = importFields.flatMap(({ field, targets, names }) => {
    if (!targets.includes(target)) return [];
    const likeness = names.includes(header) ? 0.95 : names.some((one) => partOf(one, header)) ? 0.7 : 0;
    return likeness > 0 ? [{ field: scoreBy(field, values), likeness }] : [];
  });
  const own =
    target === 'events' ? propertyNames.find((property) => bareName(property) === header) : undefined;
  if (own && !named.some(({ likeness }) => likeness > 0.9)) named.push({ field: own, likeness: 0.9 });
  return named.map(({ field, likeness }) => {
    const fit = fitOf(field, values);
    return { field, confidence: likeness * fit, why: 'header' as const, fit };
  });
}

const partOf = (name: string, header: string) =>
  name.length >= 4 && (header.startsWith(name) || header.endsWith(name));

/** A column called "score" or "rating" is what its values allow. */
function scoreBy(field: string, values: readonly string[]): string {
  if (field !== 'stars') return field;
  const { numbers, share } = numbersOf(values);
  const onScale = numbers.filter((number) => number <= 10);
  const scale = onScale.length / Math.max(1, numbers.length);
  return share >= mostlyNumbers && scale >= mostlyNumbers && Math.max(0, ...onScale) > 5 ? 'nps' : field;
}

/** Some cells of a score say "n/a" or hold a slip; the others still tell the scale. */
const mostlyNumbers = 0.8;

/** The numbers among the values, and their share. */
function numbersOf(values: readonly string[]): { numbers: number[]; share: number } {
  const numbers = values.map((value) => Number(value.replace(',', '.'))).filter(Number.isFinite);
  return { numbers, share: numbers.length / Math.max(1, values.length) };
}

/** Share of the values that the field can take; 0.6 where there are none. */
function fitOf(field: string, values: readonly string[]): number {
  if (values.length === 0) return 0.6;
  if (isDateField(field)) return guessDates(values).share;
  if (isNumberField(field)) return shareOf(values, isNumber);
  const scale = questionScales[field];
  if (scale) {
    const within = numbersOf(values).numbers.filter((number) => number >= scale.min && number <= scale.max);
    return within.length / values.length;
  }
  switch (field) {
    case 'email':
      return shareOf(values, (value) => value.includes('@'));
    case 'phone':
      return shareOf(values, (value) => /\d{5}/.test(value.replace(/\D/g, '')));
    case 'text':
      return shareOf(values, (value) => /\p{L}{2}/u.test(value)) * 0.9 + 0.1;
    case 'currency':
    case 'to':
      return shareOf(values, (value) => /^[A-Za-z]{3}$/.test(value));
    default:
      return 1;
  }
}

function byValues(values: readonly string[], target: ImportTarget, knowsPlace: KnowsPlace) {
  const found: { field: string; confidence: number }[] = [];
  if (values.length === 0) return found;
  const like = (field: string, share: number, confidence: number) => {
    if (share >= 0.8) found.push({ field, confidence: confidence * share });
  };
  if (target === 'signals' || target === 'events') {
    like('email', shareOf(values, isEmail), 0.9);
    like('phone', shareOf(values, isPhone), 0.6);
    like('place', shareOf(values, knowsPlace), 0.9);
    like('happenedAt', values.some(isPhone) ? 0 : datesShare(values), 0.6);
  }
  if (target === 'signals') {
    const most = Math.max(0, ...numbersOf(values).numbers);
    const whole = shareOf(values, (value) => /^(\d|10)$/.test(value));
    if (most <= 10 && values.length >= 3) like(most > 5 ? 'nps' : 'stars', whole, most > 5 ? 0.5 : 0.4);
    const long = values.reduce((sum, value) => sum + value.length, 0) / values.length > 20;
    like('text', long ? shareOf(values, (value) => /\p{L}{2,}\s+\p{L}/u.test(value)) : 0, 0.6);
  }
  if (target === 'events') {
    like('amount', shareOf(values, isMoney), 0.5);
    like('currency', shareOf(values, isCurrencyCode), 0.8);
  }
  return found;
}

/** Numbers alone are no dates to go by. */
const datesShare = (values: readonly string[]) =>
  values.some((value) => /^\d+$/.test(value)) ? 0 : guessDates(values).share;
