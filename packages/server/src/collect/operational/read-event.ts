import { expects, OperationalEvent } from '@lyhord/contract';
import type { Trait } from '../arrivals/arrival.ts';
import type { Reader } from '../arrivals/reading.ts';
import { readableText } from '../arrivals/well-formed.ts';
import { firstWrong, idOf, wrongField } from '../arrivals/wrong-field.ts';
import { canonicalJson } from '../keys/canonical-json.ts';
import { readDue, readHappened } from '../moments/read-moment.ts';
import { isCurrency } from '../money/minor-units.ts';
import { type Redact, withoutPersonal } from '../segment/personal-fields.ts';
import { meantProperties } from './event-properties.ts';

/** Reads events whose meaning is known already: from files, and what the product itself did. */
export function operationalReader(redact: Redact): Reader {
  return (raw, reading) => {
    const parsed = OperationalEvent.safeParse(raw);
    if (!parsed.success) return { messageId: idOf(raw), refused: firstWrong(parsed.error, raw) };
    const event = parsed.data;
    const happened = readHappened(event.happenedAt, reading.receivedAt);
    const due = event.dueAt === null ? { at: 0 } : readDue(event.dueAt, reading.receivedAt);
    const refused =
      'wrong' in happened
        ? wrongField('happenedAt', event.happenedAt, happened.wrong)
        : 'wrong' in due
          ? wrongField('dueAt', event.dueAt, due.wrong)
          : event.currency !== null && !isCurrency(event.currency)
            ? wrongField('currency', event.currency, expects('currency'))
            : null;
    if (refused) return { messageId: event.messageId, refused };
    const context = {
      currency: event.currency ?? reading.currency,
      now: reading.receivedAt,
      zone: reading.timeZone,
    };
    const meant = meantProperties(event.kind, event.properties, context);
    if ('wrong' in meant) return { messageId: event.messageId, refused: meant.wrong };
    return {
      messageId: event.messageId,
      content: canonicalJson(event),
      draft: {
        noun: 'event',
        event: { ...event, properties: withoutPersonal(meant.properties, redact) },
        traits: traitsOfEvent(event),
        rule: 'same_message',
        consent: true,
      },
    };
  };
}

/** What an identify event says of the customer; of other events, nothing. */
export function traitsOfEvent(event: OperationalEvent): Trait[] {
  if (event.kind !== 'identify') return [];
  return Object.entries(event.properties).flatMap(([name, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value)
      ? [{ name: name.slice(0, 64), value: readableText(String(value)).slice(0, 500) }]
      : [],
  );
}
