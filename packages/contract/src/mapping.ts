import { z } from 'zod';

/**
 * Where a value stands in what another system sent: `$.event.comment.body`, `$.items[0].name`, `$.tags[-1]`,
 * `$.answers[type=number].number` (the first element whose member has that value). `@` begins at the element of an
 * `$each`, `$header.x-topic` at the request's headers. A path is data: nothing in it is run.
 */
export const pathPattern =
  /^(\$header|\$|@)((\.[\w:-]{1,80})|\[(-1|\d{1,4}|[\w.:-]{1,80}=[^\]]{0,80})\]){0,12}$/;

/** What a found value is made into; `seconds` reads a number of seconds since 1970, `plain` takes HTML's words. */
export const valueForms = ['text', 'number', 'plain', 'seconds', 'key', 'lower'] as const;

export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [member: string]: Template };

const most = { members: 60, depth: 8 };

/**
 * How an item is made out of what another system sent. Texts that begin with `$` or `@` are paths, all else is taken as it
 * stands; objects and lists hold templates. Five objects have a meaning:
 *
 * - `{ "$path": p, "$as": form, "$values": { from: to } }` a value, made into a form or exchanged; one that has no exchange
 *   stays as it is, but within `$first` it counts as missing
 * - `{ "$first": [a, b] }` the first that is there
 * - `{ "$join": [a, b], "$with": ":" }` texts joined; nothing where one is missing
 * - `{ "$each": p, "$item": template }` one for each element of a list
 * - `{ "$constant": "$5" }` a text that begins with `$` or `@`
 */
export const Template: z.ZodType<Template> = z.custom<Template>((value) => templateFault(value, 0) === null, {
  error: ({ input }) => templateFault(input, 0) ?? 'a template',
});

/** What is wrong with a template, as a sentence about what would be right; null when nothing is. */
export function templateFault(value: unknown, depth: number): string | null {
  if (depth > most.depth) return `a template of at most ${most.depth} levels`;
  if (typeof value === 'string') return textFault(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return null;
  if (typeof value !== 'object') return 'a text, a number, a list or an object';
  const members = Array.isArray(value) ? value : Object.values(value);
  if (members.length > most.members) return `at most ${most.members} members`;
  const ruled = Array.isArray(value) ? null : ruleFault(value as Record<string, unknown>);
  if (ruled !== null) return ruled;
  if ('$constant' in value || '$values' in value) return null;
  for (const member of members) {
    const fault = templateFault(member, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function textFault(text: string): string | null {
  if (text.length > 2_000) return 'a text of at most 2000 characters';
  if (!/^[$@]/.test(text)) return null;
  return pathPattern.test(text) ? null : `a path such as "$.event.body", not "${text.slice(0, 60)}"`;
}

const ruleMembers: Readonly<Record<string, readonly string[]>> = {
  $path: ['$path', '$as', '$values'],
  $first: ['$first'],
  $join: ['$join', '$with'],
  $each: ['$each', '$item'],
  $constant: ['$constant'],
};

function ruleFault(value: Record<string, unknown>): string | null {
  const signs = Object.keys(value).filter((name) => name.startsWith('$'));
  if (signs.length === 0) return null;
  const rule = Object.keys(ruleMembers).find((name) => name in value);
  if (!rule) return `one of ${Object.keys(ruleMembers).join(', ')}, not "${signs[0]!.slice(0, 40)}"`;
  const stray = Object.keys(value).find((name) => !ruleMembers[rule]!.includes(name));
  if (stray) return `${ruleMembers[rule]!.join(', ')} and nothing else, not "${stray.slice(0, 40)}"`;
  if ((rule === '$first' || rule === '$join') && !Array.isArray(value[rule])) return `${rule} with a list`;
  if ((rule === '$path' || rule === '$each') && !pathPattern.test(String(value[rule]))) {
    return `${rule} with a path such as "$.event.body"`;
  }
  if ('$as' in value && !(valueForms as readonly unknown[]).includes(value.$as)) {
    return `$as with one of ${valueForms.join(', ')}`;
  }
  return null;
}

const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** One kind of message of another system, and the item that it becomes. A message may become several items. */
export const MappingRule = z.strictObject({
  to: z.enum(['signal', 'event']),
  when: z
    .record(z.string().regex(pathPattern), z.union([z.boolean(), z.array(scalar).max(50)]))
    .default({})
    .describe('path → values that it must have, or whether it must be there'),
  each: z.string().regex(pathPattern).optional().describe('a list whose elements become one item each'),
  item: Template,
});
export type MappingRule = z.output<typeof MappingRule>;

/** How messages of another system become signals and events: paths and constants, no code. */
export const Mapping = z.array(MappingRule).min(1).max(20);
export type Mapping = z.output<typeof Mapping>;
