// Promise: what a mapping makes of a message is read by the same readers as what a source sends itself.
import type { Mapping, MappingRule } from '@lyhord/contract';
import type { ReadItem } from '../arrivals/arrival.ts';
import type { Reader } from '../arrivals/reading.ts';
import { canonicalJson, TooDeep } from '../keys/canonical-json.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import { fillTemplate } from './fill-template.ts';
import { elementsAt, type Scope, valueAt } from './value-at.ts';

/** A message of another system; what is refused is kept and read again in this form. */
export interface Message {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One item that a rule makes of a message; `part` tells several apart. */
export interface MappedItem {
  readonly message: Message;
  readonly rule: number;
  readonly part: number;
}

export interface ItemReaders {
  readonly signal: Reader;
  readonly event: Reader;
}

const mostParts = 1_000;

/** The items that a mapping makes of a message, not made yet; none where no rule is for it. */
export function itemsOf(mapping: Mapping, message: Message): MappedItem[] {
  return mapping.flatMap((rule, index) => {
    const scope = { root: message.body, headers: message.headers ?? {} };
    if (!fits(rule, scope)) return [];
    const parts = rule.each === undefined ? 1 : Math.min(mostParts, elementsAt(rule.each, scope).length);
    return Array.from({ length: parts }, (_, part) => ({ message, rule: index, part }));
  });
}

/** What one mapped item says, as the shape that its reader takes. */
export function madeItem(
  mapping: Mapping,
  { message, rule, part }: MappedItem,
): { to: MappingRule['to']; item: unknown } | null {
  const chosen = mapping[rule];
  if (!chosen) return null;
  const scope: Scope = { root: message.body, headers: message.headers ?? {} };
  const element = chosen.each === undefined ? {} : { element: elementsAt(chosen.each, scope)[part] };
  const item = fillTemplate(chosen.item, { ...scope, ...element });
  return { to: chosen.to, item: withOwnId(item) };
}

export function mappedReader(mapping: Mapping, readers: ItemReaders): Reader {
  return (raw, reading): ReadItem => {
    const made = madeItem(mapping, raw as MappedItem);
    if (made === null) return { messageId: null, refused: noRule };
    return readers[made.to](made.item, reading);
  };
}

const noRule = {
  reason: 'no_rule',
  field: 'mapping',
  detail: 'The mapping has no rule for this message any more.',
};

/** A message that brings no id of its own is told apart by what it says. */
function withOwnId(item: unknown): unknown {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
  const { messageId } = item as { messageId?: unknown };
  if (typeof messageId === 'number') return { ...item, messageId: String(messageId) };
  if (messageId !== undefined) return item;
  try {
    return { ...item, messageId: `content-${hexOf(hashOf(canonicalJson(item)))}` };
  } catch (error) {
    if (error instanceof TooDeep) return item;
    throw error;
  }
}

function fits({ when }: MappingRule, scope: Scope): boolean {
  return Object.entries(when).every(([path, wanted]) => {
    const value = valueAt(path, scope);
    if (typeof wanted === 'boolean') return (value !== undefined && value !== null) === wanted;
    return wanted.includes(value as never);
  });
}
