// Promise: a property that means something for its kind of event is kept in one form under one name, whoever sent it;
// one that cannot be is refused with what would be right.
import {
  type EventKind,
  type Expected,
  eventMeanings,
  expects,
  type PropertyMeaning,
} from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import { wrongField } from '../arrivals/wrong-field.ts';
import { readDue } from '../moments/read-moment.ts';
import { isCurrency, toMinorUnits } from '../money/minor-units.ts';

type Properties = Readonly<Record<string, unknown>>;

export interface PropertyContext {
  readonly currency: string | null;
  readonly now: number;
  readonly zone: string;
}

/** What shops send with orders comes in many forms; there a form that cannot be read stays as it came. */
const lenient = new Set<EventKind>(['order_placed', 'order_delivered', 'order_returned', 'order_cancelled']);
const largest = 1e13;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const minorName = (name: string): string => `${name}Minor`;

/** The names under which a property may come. */
const namesOf = (name: string, { type }: PropertyMeaning): string[] =>
  type === 'money' ? [minorName(name), snake(minorName(name)), name, snake(name)] : [name, snake(name)];

interface Meant {
  readonly name: string;
  readonly meaning: PropertyMeaning;
  readonly names: readonly string[];
  /** The name under which it is kept. */
  readonly kept: string;
}

const meantByKind = new Map<EventKind, readonly Meant[]>();

/** What properties of a kind mean, with all their names. */
function meantOf(kind: EventKind): readonly Meant[] {
  const known = meantByKind.get(kind);
  if (known) return known;
  const meant = Object.entries(eventMeanings[kind]?.properties ?? {}).map(([name, meaning]) => ({
    name,
    meaning,
    names: namesOf(name, meaning),
    kept: meaning.type === 'money' ? minorName(name) : name,
  }));
  meantByKind.set(kind, meant);
  return meant;
}

/** False for what says nothing: no value, null, or a text of blanks. */
export const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '');

/** The properties of an event of a kind, those with a meaning in the form in which they are kept. */
export function meantProperties(
  kind: EventKind,
  given: Properties,
  context: PropertyContext,
): { readonly properties: Record<string, unknown> } | { readonly wrong: Remark } {
  const properties: Record<string, unknown> = { ...given };
  for (const { name, meaning, names, kept } of meantOf(kind)) {
    const from = names.find((one) => isGiven(given[one]));
    if (from === undefined) {
      if (!meaning.needed) continue;
      const missing = wrongField(`properties.${name}`, undefined, expected(meaning));
      return { wrong: { ...missing, reason: 'missing' } };
    }
    const value = readProperty(given[from], meaning, context, from.endsWith('inor'));
    if (value === null) {
      if (lenient.has(kind)) continue;
      return { wrong: wrongField(`properties.${from}`, given[from], expected(meaning)) };
    }
    for (const one of names) delete properties[one];
    properties[kept] = value;
  }
  return { properties };
}

/** The value as it is kept; null where it cannot be. */
function readProperty(
  value: unknown,
  meaning: PropertyMeaning,
  { currency, now, zone }: PropertyContext,
  minor: boolean,
): string | number | boolean | null {
  switch (meaning.type) {
    case 'text':
      return readText(value, meaning.oneOf);
    case 'number':
    case 'whole':
      return readNumber(value, meaning);
    case 'flag':
      if (typeof value === 'boolean') return value;
      if (/^(true|yes|ja|1)$/i.test(String(value))) return true;
      return /^(false|no|nej|nei|nein|0)$/i.test(String(value)) ? false : null;
    case 'moment': {
      const moment = readDue(value, now, zone);
      return 'wrong' in moment ? null : new Date(moment.at).toISOString();
    }
    default: {
      const amount = numberOf(value);
      if (amount === null || Math.abs(amount) > largest / 100) return null;
      if (minor) return Number.isInteger(amount) ? amount : null;
      return isCurrency(currency) ? toMinorUnits(amount, currency) : null;
    }
  }
}

function readText(value: unknown, oneOf: PropertyMeaning['oneOf']): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim().slice(0, 200);
  if (!oneOf) return text || null;
  const plain = text.toLowerCase().replace(/[\s-]+/g, '_');
  return oneOf.includes(plain) ? plain : null;
}

function readNumber(value: unknown, { type, min, max }: PropertyMeaning): number | null {
  const number = numberOf(value);
  if (number === null || (type === 'whole' && !Number.isInteger(number))) return null;
  return number >= (min ?? -largest) && number <= (max ?? largest) ? number : null;
}

/** A number, or a text that is one; null for anything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function expected({ type, min, max, oneOf }: PropertyMeaning): Expected {
  const within = (kind: 'number' | 'whole') =>
    min === undefined
      ? expects(kind)
      : max === undefined
        ? expects(`${kind}_from`, { min })
        : expects(`${kind}_between`, { min, max });
  switch (type) {
    case 'text':
      return oneOf ? expects('one_of', { values: oneOf.join(', ') }) : expects('text');
    case 'number':
      return within('number');
    case 'whole':
      return within('whole');
    case 'flag':
      return expects('flag');
    case 'moment':
      return expects('moment');
    default:
      return expects('amount');
  }
}
