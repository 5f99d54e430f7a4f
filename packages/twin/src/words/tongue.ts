// What a language brings: clauses by topic and feeling, and the small words that join them into what people write.
import type { Topic } from '../experience/topics.ts';
import { type Phrase, readPhrase } from './grammar.ts';

/** Whole main clauses, in lower case and without a stop, so that they can be joined in any order. */
export interface TopicClauses {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

/**
 * One language's writing. Slots: {d} very, {t} a time in the past (with its space, often empty), {product}, {carrier},
 * {thing} a product that is not eaten, {device} one with a plug, {city}, {min} minutes, {days}, {name} a given name,
 * {amount} a price, {more} a part of it, {fee} a charge, {phone}, {mail}, {count} customers of a day, {few} people,
 * {clause} the clauses spoken.
 */
export interface TongueSource {
  readonly code: string;
  readonly clauses: Readonly<Record<Topic, TopicClauses>>;
  readonly short: {
    readonly good: readonly string[];
    readonly middling: readonly string[];
    readonly bad: readonly string[];
  };
  /** Where and when it happened: whole sentences with their stop. */
  readonly scenes: {
    readonly store: readonly string[];
    readonly online: readonly string[];
    readonly contact: readonly string[];
  };
  readonly openers: {
    readonly good: readonly string[];
    readonly bad: readonly string[];
    readonly any: readonly string[];
  };
  readonly closers: {
    readonly good: readonly string[];
    readonly bad: readonly string[];
    readonly any: readonly string[];
  };
  readonly and: readonly string[];
  readonly but: readonly string[];
  readonly degrees: readonly string[];
  readonly times: readonly string[];
  readonly irony: Readonly<Partial<Record<Topic, readonly string[]>>>;
  readonly critical: {
    readonly safety: readonly string[];
    readonly legal: readonly string[];
    readonly leaving: readonly string[];
  };
  /** What is written to customer service, before and after the complaint. */
  readonly ticket: {
    readonly greetings: readonly string[];
    readonly asks: readonly string[];
    readonly farewells: readonly string[];
    readonly titles: Readonly<Partial<Record<Topic, readonly string[]>>>;
  };
  readonly staff: Readonly<Partial<Record<Topic, TopicClauses>>>;
  /** How the stores' people frame what they saw. */
  readonly report: readonly string[];
  readonly call: readonly string[];
  readonly leave: readonly string[];
  readonly social: { readonly good: readonly string[]; readonly bad: readonly string[] };
  readonly reviewTitles: { readonly good: readonly string[]; readonly bad: readonly string[] };
  /** Words as written in a hurry or in dialect: [in full, short]. */
  readonly shortForms: readonly (readonly [string, string])[];
  readonly names: readonly string[];
}

type Readable<T> = T extends readonly string[]
  ? readonly Phrase[]
  : { readonly [K in keyof T]: Readable<T[K]> };
type Parsed<T> = {
  readonly [K in keyof T]: K extends 'code' | 'shortForms' | 'names' | 'and' | 'but' | 'degrees' | 'times'
    ? T[K]
    : Readable<T[K]>;
};
export type Tongue = Parsed<TongueSource>;

const kept = new Set(['shortForms', 'names', 'and', 'but', 'degrees', 'times']);

function parse(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((phrase) => readPhrase(phrase as string));
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, parse(inner)]));
}

export function readTongue(source: TongueSource): Tongue {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => [key, kept.has(key) ? value : parse(value)]),
  ) as unknown as Tongue;
}
