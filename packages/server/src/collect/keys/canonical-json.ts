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
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (depth >= deepest) throw new TooDeep();
  if (Array.isArray(value)) return `[${value.map((one) => written(one, depth + 1)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const names = Object.keys(record).sort();
  let text = '{';
  for (const name of names) {
    if (record[name] === undefined || leaveOut?.has(name)) continue;
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(name)}:${written(record[name], depth + 1)}`;
  }
  return `${text}}`;
}
