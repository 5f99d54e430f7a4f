import { type Expected, expectedText, type WrongValue } from '@lyhord/contract';
import type { z } from 'zod';
import { quoted, wrongFields } from '../../platform/http/input.ts';
import type { Remark } from './arrival.ts';

/** A remark that names the field, quotes the value and says what would be right. */
export function wrongField(
  field: string,
  value: unknown,
  expected: Expected | readonly Expected[],
  reason = 'invalid',
): Remark {
  return wrongAs({ received: quoted(value), expected: [expected].flat() }, field, reason);
}

const wrongAs = (wrong: WrongValue, field: string, reason: string): Remark => ({
  reason,
  field,
  detail: `${field} is ${wrong.received}, but should be ${expectedText(...wrong.expected)}.`,
  wrong,
});

/** The same remark under the name by which whoever sent it knows the field. */
export const underName = (remark: Remark, field: string): Remark =>
  remark.wrong ? wrongAs(remark.wrong, field, remark.reason) : { ...remark, field };

/** The first thing that a schema found wrong with an item, as a remark. */
export function firstWrong(error: z.ZodError, raw: unknown): Remark {
  const [issue] = error.issues;
  const [wrong] = wrongFields('item', issue!, raw);
  const field = wrong!.path.replace(/^item\.?/, '') || 'item';
  const more = error.issues.length - 1;
  const rest = more > 0 ? ` ${more} more ${more > 1 ? 'fields are' : 'field is'} wrong.` : '';
  return {
    reason: wrong!.received === 'missing' ? 'missing' : 'invalid',
    field,
    detail: `${field} is ${wrong!.received}, but should be ${wrong!.expected}.${rest}`,
    ...(wrong!.wanted ? { wrong: { received: wrong!.received, expected: [...wrong!.wanted] } } : {}),
  };
}

/** The message id of an item that may be anything. */
export function idOf(raw: unknown): string | null {
  const id = (raw as { messageId?: unknown } | null)?.messageId;
  return typeof id === 'string' && id !== '' ? id.slice(0, 255) : null;
}
