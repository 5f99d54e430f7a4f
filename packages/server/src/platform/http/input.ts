// Promise: input that does not fit its schema is answered with the field, the value as it came, and what would fit.
import {
  type Endpoint,
  type ExpectationKey,
  type Expected,
  expectations,
  expectedText,
  expects,
} from '@lyhord/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem, type WrongField } from './problem.ts';

const places = ['params', 'query', 'body'] as const;
type Where = (typeof places)[number];

/** Params, query and body, checked against the endpoint's schemas; all wrong fields are named at once. */
// biome-ignore lint/suspicious/noExplicitAny: the handler's type, joined by route(), says what these are
export function checkedInput(endpoint: Endpoint, request: FastifyRequest): any {
  const wrong: WrongField[] = [];
  const input: Partial<Record<Where, unknown>> = {};
  for (const where of places) {
    const schema = endpoint[where];
    if (!schema) continue;
    const parsed = schema.safeParse(request[where]);
    if (parsed.success) {
      input[where] = parsed.data;
      // what sources send is judged item by item, and pages for customers read what they can
      if (endpoint.auth === 'person' || (endpoint.auth === 'public' && !endpoint.raw))
        wrong.push(...unwritable(where, parsed.data));
    } else wrong.push(...parsed.error.issues.flatMap((issue) => wrongFields(where, issue, request[where])));
  }
  if (wrong.length > 0)
    throw new Problem('invalid_input', { detail: sentence(wrong), fields: wrong.slice(0, 50) });
  return input;
}

/** U+0000 and half characters, which no store can write down. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
const noText = /\u0000|\p{Surrogate}/u;

/** Texts, and names of members, that cannot be kept; however deep they stand. */
function unwritable(where: Where, input: unknown): WrongField[] {
  const wrong: WrongField[] = [];
  const waiting: [path: string, value: unknown][] = [[where, input]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value] = next;
    if (typeof value === 'string' && noText.test(value)) {
      wrong.push({
        path,
        received: quoted(value),
        ...wants(expects('writable')),
      });
    } else if (value !== null && typeof value === 'object') {
      for (const [name, one] of Object.entries(value)) {
        const below = Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`;
        waiting.push([below, one]);
        if (noText.test(name)) waiting.push([path, name]);
      }
    }
  }
  return wrong;
}

function sentence(wrong: readonly WrongField[]): string {
  const [first] = wrong;
  const more =
    wrong.length > 1
      ? ` ${wrong.length - 1} more ${wrong.length > 2 ? 'fields are' : 'field is'} wrong.`
      : '';
  return `${first!.path} is ${first!.received}, but should be ${first!.expected}.${more}`;
}

/** Names each wrong field of a schema's issue below `where`. */
export function wrongFields(where: string, issue: z.core.$ZodIssue, input: unknown): WrongField[] {
  const value = issue.path.reduce<unknown>((at, step) => (at as never)?.[step], input);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({
      path: pathText(where, [...issue.path, name]),
      received: quoted((value as never)?.[name]),
      ...wants(expects('absent')),
    }));
  }
  const meant = issue.code === 'invalid_union' && isObject(value) ? shapeMeant(issue.errors) : null;
  if (meant)
    return meant.flatMap((inner) =>
      wrongFields(where, { ...inner, path: [...issue.path, ...inner.path] }, input),
    );
  return [{ path: pathText(where, issue.path), received: quoted(value), ...wants(...wantedBy(issue)) }];
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Of the shapes that an object may have, what is wrong with the one that it is nearest to; null where no one is near. */
function shapeMeant(shapes: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  const shaped = shapes.filter((issues) =>
    issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const faults = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return shaped.toSorted((a, b) => faults(a) - faults(b))[0] ?? null;
}

function pathText(where: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (at, step) => (typeof step === 'number' ? `${at}[${step}]` : `${at}.${String(step)}`),
    where,
  );
}

/** A value as it came, shortened to 80 characters. */
export function quoted(value: unknown): string {
  if (value === undefined) return 'missing';
  const text =
    typeof value === 'number' ? String(value) : (JSON.stringify(shallow(value, 0)) ?? String(value));
  // not between the halves of a pair, which no encoding could write down
  return text.length > 80 ? `${text.slice(0, 77).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

const [deepest, most] = [40, 80];

/** As much of a value as its first letters need: one that is nested without end cannot be written down as a whole. */
function shallow(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length > 2 * most ? value.slice(0, 2 * most) : value;
  if (value === null || typeof value !== 'object') return value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, most).map((one) => shallow(one, depth + 1));
  const members = Object.entries(value).slice(0, most);
  return Object.fromEntries(members.map(([name, one]) => [name, shallow(one, depth + 1)]));
}

const wants = (...several: readonly Expected[]) => {
  const wanted = [...new Map(several.map((one) => [expectedText(one), one])).values()];
  return { expected: expectedText(...wanted), wanted };
};

/** What a schema wanted of a value; one whose own message is the key of an expectation says that. */
function wantedBy(issue: z.core.$ZodIssue): Expected[] {
  if (Object.hasOwn(expectations, issue.message)) return [{ key: issue.message as ExpectationKey }];
  switch (issue.code) {
    case 'invalid_type':
      return [ofType(issue.expected)];
    case 'invalid_value':
      return [expects('one_of', { values: issue.values.map((value) => JSON.stringify(value)).join(', ') })];
    case 'too_small': {
      const [long, min] = [toldByLength(issue.origin), Number(issue.minimum)];
      return [
        expects(long ? `${long}_at_least` : issue.inclusive === false ? 'more_than' : 'at_least', { min }),
      ];
    }
    case 'too_big': {
      const [long, max] = [toldByLength(issue.origin), Number(issue.maximum)];
      return [
        expects(long ? `${long}_at_most` : issue.inclusive === false ? 'less_than' : 'at_most', { max }),
      ];
    }
    case 'invalid_union': {
      const each = issue.errors.flat().flatMap(wantedBy);
      return each.length > 0 ? each : [expects('said', { sentence: issue.message })];
    }
    case 'invalid_format':
      return issue.format === 'regex'
        ? [expects('text_like', { pattern: String(issue.pattern) })]
        : [expects('format', { format: issue.format.replace('_', ' ') })];
    default:
      return [expects('said', { sentence: issue.message })];
  }
}

function ofType(type: string): Expected {
  if (type === 'number') return expects('number');
  const key = `of_type_${type}`;
  if (key in expectations) return { key: key as ExpectationKey };
  return expects('of_type', { type: `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}` });
}

function toldByLength(origin: string): 'length' | 'list' | null {
  if (origin === 'string') return 'length';
  return origin === 'array' || origin === 'set' ? 'list' : null;
}
