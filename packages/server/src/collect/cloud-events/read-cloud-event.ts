// Promise: a CloudEvent is one message by its source and id; what it means follows from its type.
import { expects } from '@lyhord/contract';
import type { ReadItem } from '../arrivals/arrival.ts';
import type { Reader, Reading } from '../arrivals/reading.ts';
import { underName, wrongField } from '../arrivals/wrong-field.ts';
import { parseItems, textIn } from '../http/source-bodies.ts';
import { canonicalJson } from '../keys/canonical-json.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import { kindOfName } from '../segment/event-names.ts';
import { isJson, isText } from './cloud-events-of.ts';

interface Parts {
  readonly signal: Reader;
  readonly message: Reader;
}
type Attributes = Readonly<Record<string, unknown>>;

const ownTypes = new Set(['track', 'identify', 'page', 'screen', 'group', 'alias']);
const longestId = 200;

export function cloudEventReader({ signal, message }: Parts): Reader {
  return (raw, reading) => {
    if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
      return { messageId: null, refused: wrongField('item', raw, expects('cloud_event')) };
    }
    const event = withData(setOf(raw as Attributes));
    const messageId = idOf(event);
    const wrong = wrongAttribute(event);
    if (wrong) return { messageId, refused: wrong };
    const type = lastWord(String(event.type));
    const item =
      type === 'signal'
        ? readSignalIn(event, messageId!, signal, reading)
        : message(messageOf(event, messageId!, type), reading);
    return renamed(item, event);
  };
}

/** An attribute that is null is not set (JSON event format, 2.2). */
const setOf = (event: Attributes): Attributes =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null));

/** What stands in base64 and is JSON or text, read (JSON event format, 3.1.1); null where it is not what it says. */
function withData(event: Attributes): Attributes {
  const { data_base64: packed, ...rest } = event;
  if (packed === undefined || 'data' in event) return event;
  const type = String(event.datacontenttype ?? 'application/json');
  if (!isJson(type) && !isText(type)) return event;
  const bytes = Buffer.from(String(packed), 'base64');
  try {
    return { ...rest, data: isJson(type) ? parseItems(bytes) : textIn(bytes, type).text };
  } catch {
    return { ...event, data: null };
  }
}

/** What the readers of our own found wrong stands in `data` of the event, or is its time. */
function renamed(item: ReadItem, { time }: Attributes): ReadItem {
  const field = 'refused' in item ? item.refused.field : undefined;
  if (!('refused' in item) || field === undefined) return item;
  const isTime = time !== undefined && (field === 'timestamp' || field === 'happenedAt');
  const name = isTime ? 'time' : field.replace(/^properties/, 'data');
  return name === field ? item : { ...item, refused: underName(item.refused, name) };
}

function idOf({ source, id }: Attributes): string | null {
  if (typeof id !== 'string' || id === '' || typeof source !== 'string') return null;
  const whole = `${source}|${id}`;
  return whole.length <= longestId ? whole : `cloudevent-${hexOf(hashOf(whole))}`;
}

function wrongAttribute(event: Attributes) {
  if (event.specversion !== '1.0')
    return wrongField('specversion', event.specversion, expects('exactly', { value: '1.0' }));
  for (const name of ['id', 'source', 'type']) {
    const value = event[name];
    if (typeof value !== 'string' || value === '') return wrongField(name, value, expects('filled_text'));
  }
  const { time, data, data_base64: packed } = event;
  if (data === null)
    return wrongField('data_base64', packed, expects('format', { format: 'JSON in base64' }));
  if (time !== undefined && (typeof time !== 'string' || Number.isNaN(Date.parse(time)))) {
    return wrongField('time', time, expects('moment'));
  }
  return null;
}

/** `com.example.signal.v1` → `signal`. */
const lastWord = (type: string) =>
  type
    .split('.')
    .filter((word) => !/^v\d+$/.test(word))
    .at(-1)
    ?.toLowerCase() ?? '';

function membersOf(data: unknown): Attributes | null {
  return data !== null && typeof data === 'object' && !Array.isArray(data) ? (data as Attributes) : null;
}

function readSignalIn(
  { data, time }: Attributes,
  messageId: string,
  signal: Reader,
  reading: Reading,
): ReadItem {
  const said = {
    ...(time === undefined ? {} : { happenedAt: time }),
    ...(membersOf(data) ?? { text: data }),
    messageId,
  };
  if ('happenedAt' in said) return signal(said, reading);
  const item = signal({ ...said, happenedAt: reading.receivedAt }, reading);
  // when it came is no part of what it says: the same event comes again later
  return 'refused' in item ? item : { ...item, content: canonicalJson(said) };
}

function messageOf(event: Attributes, messageId: string, word: string): unknown {
  const { data, time: timestamp } = event;
  const content = membersOf(data) ?? { data };
  if (ownTypes.has(word) && (word !== 'track' || 'event' in content)) {
    return { timestamp, ...content, type: word, messageId };
  }
  const { userid, anonymousid, email, place, ...rest } = event;
  return {
    ...{ type: 'track', event: eventName(String(rest.type)), messageId, timestamp },
    userId: userid ?? content.userId ?? content.customerId,
    anonymousId: anonymousid ?? content.anonymousId,
    traits: (email ?? content.email) ? { email: email ?? content.email } : undefined,
    properties: {
      ...(rest.subject ? { reference: rest.subject } : {}),
      ...(place ? { place } : {}),
      ...content,
    },
  };
}

/** `com.example.order.completed.v2` → `order completed`, where that means something; otherwise the type as it is. */
function eventName(type: string): string {
  const words = type.split('.').filter((word) => !/^v\d+$/.test(word));
  for (const length of [1, 2, 3]) {
    const name = words.slice(-length).join(' ');
    if (kindOfName(name) !== 'custom') return name;
  }
  return type.slice(0, 255);
}
