import { z } from 'zod';
import { filled } from './problem-reasons.ts';

/**
 * What a value should have been, in English with its values in braces; it goes into "… is …, but should be …". What was
 * wrong carries the key beside the finished sentence, so that a screen can say it in the reader's language.
 */
export const expectations = {
  date: 'a date',
  moment: 'a date and time, such as "2026-03-31T08:15:00Z"',
  moment_iso: 'a date and time in ISO 8601, such as "2026-03-31T08:15:00Z"',
  date_day_first: 'a date such as 31.03.2026 08:15',
  date_month_first: 'a date such as 03/31/2026 08:15',
  epoch: 'a number of seconds or milliseconds since 1970',
  epoch_ms: 'milliseconds since 1970; this looks like seconds',
  month: 'a month from 01 to 12',
  day_of_month: 'a day that exists: {month} has {days} days',
  time_of_day: 'a time from 00:00:00 to 23:59:59',
  utc_offset: 'an offset from UTC of at most 14 hours',
  happened: 'a time between 1990 and now',
  due: 'a time from 1990 to 50 years ahead',
  number: 'a number',
  number_like: 'a number such as {example}',
  number_from: 'a number of {min} or more',
  number_between: 'a number from {min} to {max}',
  whole: 'a whole number',
  whole_from: 'a whole number of {min} or more',
  whole_between: 'a whole number from {min} to {max}',
  amount: 'an amount such as 12.5',
  minor_units: 'a whole number of minor units, such as 1250 for 12.50',
  seconds: 'seconds, a number of 0 or more',
  currency: 'three capitals of ISO 4217, such as "SEK"',
  time_zone: 'a time zone such as "Europe/Stockholm"',
  table_name: 'a name such as weather',
  place_above: 'the code of a place that is there or in the file, and not below this one',
  event_name: 'the name of what happened',
  group_id: "the group's id",
  id_before: 'the id before',
  id_from_now: 'the id from now on',
  customer: 'given, or anonymousId',
  asked_once: 'asked once',
  well_formed: 'text without half characters',
  writable: 'text without U+0000 and without half characters',
  filled_text: 'text that is not empty',
  text: 'a text',
  one_of: 'one of {values}',
  flag: 'true or false',
  products: 'a list of at most 500 products',
  product: 'a product',
  json_list: 'a JSON list such as {example}',
  cloud_event: 'a CloudEvent',
  exactly: '"{value}"',
  absent: 'absent: there is no such field',
  at_least: 'at least {min}',
  more_than: 'more than {min}',
  at_most: 'at most {max}',
  less_than: 'less than {max}',
  length_at_least: 'text whose length is at least {min}',
  length_at_most: 'text whose length is at most {max}',
  list_at_least: 'a list whose length is at least {min}',
  list_at_most: 'a list whose length is at most {max}',
  of_type_string: 'a string',
  of_type_int: 'an int',
  of_type_boolean: 'a boolean',
  of_type_array: 'an array',
  of_type_object: 'an object',
  of_type: '{type}',
  format: 'a valid {format}',
  text_like: 'text like {pattern}',
  /** A page's address without what follows the host. */
  origin: 'an https address without a path, such as https://acme.zendesk.com (http only for localhost)',
  /** What only a schema's own sentence says. */
  said: '{sentence}',
} as const satisfies Record<string, string>;
export type ExpectationKey = keyof typeof expectations;

/** One thing that a value should have been. */
export const Expected = z.object({
  key: z.enum(Object.keys(expectations) as [ExpectationKey, ...ExpectationKey[]]),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Expected = z.infer<typeof Expected>;

type Named<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Named<Rest>
  : never;
type ValuesOf<K extends ExpectationKey> = Readonly<Record<Named<(typeof expectations)[K]>, string | number>>;

/** What would be right, with what the sentence needs. */
export const expects = <K extends ExpectationKey>(
  key: K,
  ...[values]: [Named<(typeof expectations)[K]>] extends [never] ? [] : [ValuesOf<K>]
): Expected => (values === undefined ? { key } : { key, values });

/** In English: one of several is joined by "or". */
export const expectedText = (...wanted: readonly Expected[]): string =>
  wanted.map(({ key, values }) => filled(expectations[key], values ?? {})).join(' or ');

/** A value that was not what it should be: quoted as it came, `missing` where nothing came. */
export const WrongValue = z.object({ received: z.string(), expected: z.array(Expected) });
export type WrongValue = z.infer<typeof WrongValue>;
