// Promise: a CloudEvent is one message by its source and id; what it means follows from its type.
import { expects } from '@lyhord/contract';
import type { ReadItem } from '../arrivals/arrival.ts';
import type { Reader, Reading } from '../arrivals/reading.ts';
import { wrongField } from '../arrivals/wrong-field.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import { kindOfName } from '../segment/event-names.ts';

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
    const event = raw as Attributes;
    const messageId = idOf(event);
    const wrong = wrongAttribute(event);
    if (wrong) return { messageId, refused: wrong };
    const type = lastWord(String(event.type));
    if (type === 'signal') return signal(signalOf(event, messageId!, reading), reading);
    return renamed(message(messageOf(event, messageId!, type, reading), reading));
  };
}

/** Text that a schema of our own found wrong stands in `data` of the event. */
function renamed(item: ReadItem): ReadItem {
  if (!('refused' in item) || !item.refused.field?.startsWith('properties')) return item;
  return { ...item, refused: { ...item.refused, field: item.refused.field.replace('properties', 'data') } };
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
  const { time } = event;
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

function signalOf({ data, time }: Attributes, messageId: string, { receivedAt }: Reading): unknown {
  const said = data !== null && typeof data === 'object' && !Array.isArray(data) ? data : { text: data };
  return { happenedAt: time ?? receivedAt, ...said, messageId };
}

function messageOf(event: Attributes, messageId: string, word: string, { receivedAt }: Reading): unknown {
  const { data, time } = event;
  const content =
    data !== null && typeof data === 'object' && !Array.isArray(data) ? (data as Attributes) : { data };
  const timestamp = time ?? receivedAt;
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
