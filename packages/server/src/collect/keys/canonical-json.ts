// Promise: the same content gives the same text whatever the order of its fields.

const deepest = 24;

export class TooDeep extends Error {
  override readonly name = 'TooDeep';
  constructor() {
    super(`is nested more than ${deepest} levels deep`);
  }
}

/** JSON with sorted keys and without the fields named in `leaveOut` at the top; throws TooDeep. */
export function canonicalJson(value: unknown, leaveOut?: ReadonlySet<string>): string {
  return written(value, 0, leaveOut);
}

function written(value: unknown, depth: number, leaveOut?: ReadonlySet<string>): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (depth >= deepest) throw new TooDeep();
  if (Array.isArray(value)) return `[${value.map((one) => written(one, depth + 1)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const names = Object.keys(record);
  if (names.length > fewNames) names.sort();
  else sortFew(names);
  let text = '{';
  for (const name of names) {
    const one = record[name];
    if (one === undefined || leaveOut?.has(name)) continue;
    text += (text.length > 1 ? ',' : '') + named(name) + written(one, depth + 1);
  }
  return `${text}}`;
}

const fewNames = 24;

/** Sorts in place by putting each name behind those before it; most lists are short and nearly in order. */
function sortFew(names: string[]): void {
  for (let next = 1; next < names.length; next += 1) {
    const name = names[next]!;
    let at = next;
    for (; at > 0 && names[at - 1]! > name; at -= 1) names[at] = names[at - 1]!;
    names[at] = name;
  }
}

/** Letters that stand in JSON as they are. */
const plain = /^[ !#-[\]-~]*$/;
const shortText = 200;

/** A text as JSON. */
export const quoted = (text: string): string =>
  text.length <= shortText && plain.test(text) ? `"${text}"` : JSON.stringify(text);

const mostRemembered = 4_000;
const longestRemembered = 64;
const remembered = new Map<string, string>();

/** A field's name as it stands before its value; the same names come again and again. */
function named(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const text = `${quoted(name)}:`;
  if (remembered.size < mostRemembered && name.length <= longestRemembered) remembered.set(name, text);
  return text;
}
