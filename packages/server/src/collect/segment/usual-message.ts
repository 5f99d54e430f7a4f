// Promise: what is called usual here is what the contract's schema accepts unchanged. Messages nearly always are; the
// schema itself, which can say what is wrong, is asked only of the others.
import type { SegmentMessage } from '@lyhord/contract';

type Fields = Readonly<Record<string, unknown>>;
const types: ReadonlySet<unknown> = new Set<SegmentMessage['type']>([
  'identify',
  'track',
  'page',
  'screen',
  'group',
  'alias',
]);

export function isUsualMessage(value: unknown): value is SegmentMessage {
  if (!isFields(value) || !types.has(value.type)) return false;
  const { messageId } = value;
  return (
    isText(messageId, 255) &&
    messageId !== '' &&
    isId(value.userId) &&
    isId(value.anonymousId) &&
    isId(value.previousId) &&
    isId(value.groupId) &&
    isText(value.event, 255) &&
    isText(value.name, 255) &&
    isNothing(value.properties, isFields) &&
    isNothing(value.traits, isFields) &&
    isNothing(value.context, isContext) &&
    isMoment(value.timestamp) &&
    isMoment(value.originalTimestamp) &&
    isMoment(value.sentAt)
  );
}

/** A plain object whose names are its own; the schema leaves a field called __proto__ out. */
function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !Object.hasOwn(value, '__proto__')
  );
}

const isContext = (value: unknown): boolean =>
  isFields(value) &&
  (value.externalIds === undefined || value.externalIds === null) &&
  isText(value.locale, 35) &&
  isText(value.timezone, 64);

const isNothing = (value: unknown, or: (value: unknown) => boolean): boolean =>
  value === undefined || value === null || or(value);

const isText = (value: unknown, longest: number): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.length <= longest);

const isId = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' ? value.length <= 320 : Number.isFinite(value));

const isMoment = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'string' || Number.isFinite(value);
