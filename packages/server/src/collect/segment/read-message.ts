// Promise: a message in Segment's format means here what it means there, and is refused only where it has no meaning.
import {
  type EventKind,
  type Expected,
  expects,
  type OperationalEvent,
  SegmentMessage,
} from '@lyhord/contract';
import { z } from 'zod';
import type { Draft, ReadItem, Remark } from '../arrivals/arrival.ts';
import type { Reader, Reading } from '../arrivals/reading.ts';
import { isWellFormed } from '../arrivals/well-formed.ts';
import { firstWrong, idOf, wrongField } from '../arrivals/wrong-field.ts';
import { purposesIn } from '../consent/consent-categories.ts';
import { canonicalJson, TooDeep } from '../keys/canonical-json.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import { meantProperties } from '../operational/event-properties.ts';
import {
  accountFields,
  fieldGroups,
  firstText,
  groupsIn,
  placeFields,
  referenceFieldsOf,
} from './event-fields.ts';
import { kindOfName, ofPlaces } from './event-names.ts';
import { readMeantFields } from './meant-fields.ts';
import { identifiersOf } from './message-identifiers.ts';
import { messageTime } from './message-time.ts';
import { companyTraits, traitsOf } from './message-traits.ts';
import { type Redact, withoutPersonal } from './personal-fields.ts';
import { isUsualMessage } from './usual-message.ts';

/** What a batch says for all its messages. */
export interface BatchContext {
  readonly context?: unknown;
  readonly sentAt?: unknown;
  /** The call's type where the address says it, as in `/v1/track`. */
  readonly type?: SegmentMessage['type'];
  /** True where messages may be about nobody, such as an order at a till. */
  readonly withoutCustomer?: true;
}

const channelFields = ['channel'];
const touchpointFields = ['touchpoint'];
const largestBytes = 32 * 1024;
/** These differ between two sendings of one message. */
const sendingFields = new Set(['sentAt', 'receivedAt', 'writeKey', '_metadata']);

export function segmentReader(batch: BatchContext, redact: Redact): Reader {
  return (raw, reading) => {
    const whole = withBatch(raw, batch);
    const message = isUsualMessage(whole) ? whole : parsedMessage(whole);
    if (message instanceof z.ZodError) return { messageId: idOf(raw), refused: firstWrong(message, whole) };
    const content = contentOf(raw);
    if (typeof content !== 'string') return { messageId: message.messageId ?? null, refused: content };
    const messageId = message.messageId ?? madeId(message, content, reading);
    const refused = (remark: Remark): ReadItem => ({ messageId, refused: remark });
    if (!isWellFormed(messageId)) return refused(wrongField('messageId', messageId, expects('well_formed')));
    const missing = missingField(message, batch.withoutCustomer ?? false);
    if (missing) return refused(missing);
    const draft = readDraft(message, messageId, batch, reading, redact);
    return 'reason' in draft ? refused(draft) : { messageId, content, draft };
  };
}

/** What the schema makes of a message, or what it finds wrong with it. */
function parsedMessage(whole: unknown): SegmentMessage | z.ZodError {
  const parsed = SegmentMessage.safeParse(whole);
  return parsed.success ? parsed.data : parsed.error;
}

function withBatch(raw: unknown, batch: BatchContext): unknown {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return raw;
  const message = raw as Record<string, unknown>;
  if (batch.type === undefined && (batch.context === undefined || batch.context === null)) return message;
  const context = joinedContext(batch.context, message.context);
  return { ...message, ...(batch.type ? { type: batch.type } : {}), ...(context ? { context } : {}) };
}

/** What the batch says of all its messages holds wherever a message does not say otherwise. */
function joinedContext(ofBatch: unknown, own: unknown): unknown {
  if (ofBatch === null || typeof ofBatch !== 'object' || Array.isArray(ofBatch)) return own ?? ofBatch;
  if (own === null || own === undefined) return ofBatch;
  return typeof own === 'object' && !Array.isArray(own) ? { ...ofBatch, ...own } : own;
}

function contentOf(raw: unknown): string | Remark {
  try {
    const content = canonicalJson(raw, sendingFields);
    // no letter takes more than three bytes
    if (3 * content.length <= largestBytes || Buffer.byteLength(content) <= largestBytes) return content;
    return { reason: 'too_large', field: 'item', detail: 'The message takes more than 32 kB.' };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { reason: 'too_deep', field: 'properties', detail: `The message ${error.message}.` };
  }
}

/** The same message without an id and with a time is one message; without a time nobody can tell. */
function madeId(message: SegmentMessage, content: string, reading: Reading): string {
  const timed = message.timestamp ?? message.originalTimestamp;
  return timed == null ? reading.newId() : `content-${hexOf(hashOf(content))}`;
}

function missingField(message: SegmentMessage, withoutCustomer: boolean): Remark | null {
  const given = (value: unknown) => value !== null && value !== undefined && String(value).trim() !== '';
  const missing = (field: string, expected: Expected) => ({
    ...wrongField(field, undefined, expected),
    reason: 'missing',
  });
  if (message.type === 'track' && !given(message.event)) return missing('event', expects('event_name'));
  if (message.type === 'group' && !given(message.groupId)) return missing('groupId', expects('group_id'));
  if (message.type === 'alias' && !given(message.previousId))
    return missing('previousId', expects('id_before'));
  if (message.type === 'alias' && !given(message.userId)) return missing('userId', expects('id_from_now'));
  if (withoutCustomer || given(message.userId) || given(message.anonymousId)) return null;
  if (message.context?.externalIds?.length) return null;
  if (message.type === 'track' && ofPlaces.has(kindOfName(message.event!))) return null;
  return missing('userId', expects('customer'));
}

function readDraft(
  message: SegmentMessage,
  messageId: string,
  batch: BatchContext,
  reading: Reading,
  redact: Redact,
): Draft | Remark {
  const properties = message.properties ?? {};
  const groups = groupsIn(properties);
  const has = (group: number) => (groups & group) !== 0;
  const placeCode = has(fieldGroups.place) ? firstText(properties, placeFields, 64) : null;
  const place = placeCode === null ? null : reading.placeOf(placeCode);
  const happened = messageTime(message, batch.sentAt, reading.receivedAt);
  if ('wrong' in happened) return happened.wrong;
  const named = nameAndKind(message);
  const where = {
    currency: place?.currency ?? reading.currency,
    timeZone: place?.timeZone ?? reading.timeZone,
    receivedAt: reading.receivedAt,
  };
  const fields = readMeantFields(named.kind, properties, groups, where);
  if ('wrong' in fields) return fields.wrong;
  const { money, timing } = fields;
  const meant = meantProperties(named.kind, fields.others, {
    currency: money.currency ?? where.currency,
    now: reading.receivedAt,
    zone: where.timeZone,
  });
  if ('wrong' in meant) return meant.wrong;
  const event: OperationalEvent = {
    messageId,
    kind: named.kind,
    name: named.name,
    identifiers: identifiersOf(message),
    placeCode,
    channel:
      (has(fieldGroups.channel) ? firstText(properties, channelFields, 32) : null) ?? channelOf(message),
    touchpoint: has(fieldGroups.touchpoint) ? firstText(properties, touchpointFields, 64) : null,
    happenedAt: happened.at,
    reference: referenceOf(message, named.kind, properties, has(fieldGroups.reference)),
    amountMinor: money.amountMinor,
    costMinor: money.costMinor,
    currency: money.currency,
    lines: money.lines,
    dueAt: timing.dueAt,
    waitSeconds: timing.waitSeconds,
    properties: withoutPersonal(message.type === 'group' ? companyTraits(message) : meant.properties, redact),
    account: accountOf(message, properties, has(fieldGroups.account)),
  };
  const rule = message.type === 'alias' ? 'alias' : 'same_message';
  return {
    noun: 'event',
    event,
    traits: traitsOf(message),
    rule,
    consent: allowed(message),
    purposes: purposesIn(preferencesOf(message)),
  };
}

/** Kinds that calls of their own make: an event that is merely called so is none of them. */
const ofCalls: ReadonlySet<EventKind> = new Set(['identify', 'group', 'alias']);

function nameAndKind(message: SegmentMessage): Pick<OperationalEvent, 'kind' | 'name'> {
  switch (message.type) {
    case 'track': {
      const kind = kindOfName(message.event!);
      return { kind: ofCalls.has(kind) ? 'custom' : kind, name: message.event! };
    }
    case 'page':
    case 'screen':
      return { kind: 'page_viewed', name: message.name ?? message.type };
    default:
      return { kind: message.type, name: message.type };
  }
}

function referenceOf(
  message: SegmentMessage,
  kind: EventKind,
  properties: Record<string, unknown>,
  any: boolean,
): string | null {
  if (message.type === 'group') return String(message.groupId).slice(0, 120);
  if (!any) return null;
  return firstText(properties, referenceFieldsOf(kind), 120);
}

/** The company that the message names; of a call that says nothing, the one that its context stands in. */
function accountOf(
  { type, groupId, context }: SegmentMessage,
  properties: Record<string, unknown>,
  any: boolean,
) {
  if (type === 'group') return String(groupId).slice(0, 120);
  const own = any ? firstText(properties, accountFields, 120) : null;
  if (own !== null) return own;
  return context?.groupId === undefined ? null : firstText(context, ['groupId'], 120);
}

function channelOf(message: SegmentMessage): string | null {
  if (message.type === 'page') return 'web';
  return message.type === 'screen' ? 'app' : null;
}

/** Segment's consent: a message is not used where its categories name analytics and say no. */
function allowed(message: SegmentMessage): boolean {
  const preferences = preferencesOf(message);
  if (preferences === null || typeof preferences !== 'object') return true;
  return !Object.entries(preferences as Record<string, unknown>).some(
    ([category, value]) =>
      value === false && /^(analytics|statistics|performance|measurement)$/i.test(category),
  );
}

function preferencesOf(message: SegmentMessage): unknown {
  const context = message.context as { consent?: { categoryPreferences?: unknown } } | null | undefined;
  return context?.consent?.categoryPreferences ?? null;
}
