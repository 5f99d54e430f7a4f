// Promise: an event that comes in any of the three modes of the HTTP binding becomes the same object.
// Source: CloudEvents 1.0.2, HTTP protocol binding (sections 3.1 to 3.3) and JSON event format (sections 2 to 4).
import { Problem } from '../../platform/http/problem.ts';
import { isBadlyEncoded, noteUnreadable, parseItems, textIn } from '../http/source-bodies.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const mostInBatch = 5_000;

/** Whether data of a content type is JSON, or text. */
export const isJson = (contentType: string): boolean => /^[^;]*[/+]json *(;|$)/i.test(contentType.trim());
export const isText = (contentType: string): boolean =>
  /^(text\/|[^;]*[/+]xml *(;|$))/i.test(contentType.trim());

/**
 * The events of a request, as objects of the JSON format, in what holds them all; throws a Problem where there is none to
 * be found.
 */
export function cloudEventsOf(contentType: string, headers: Headers, body: Buffer): unknown[] {
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase();
  if (mediaType === 'application/cloudevents-batch+json') return batchOf(parseItems(body));
  if (mediaType === 'application/cloudevents+json') return listOf(parseItems(body));
  if (mediaType.startsWith('application/cloudevents')) {
    const detail = `Events in the format "${mediaType.slice(0, 60)}" cannot be read; send JSON.`;
    throw new Problem('unsupported_media', { detail });
  }
  if (headers['ce-specversion'] === undefined && headers['ce-type'] === undefined) {
    throw new Problem('bad_request', {
      detail:
        'There is no CloudEvent: neither is the content type application/cloudevents+json or application/cloudevents-batch+json, nor are there headers such as ce-type.',
    });
  }
  return binaryEvent(contentType, mediaType, headers, body);
}

/** A list of one, as readable as what it holds. */
function listOf(event: unknown, holds: unknown = event): unknown[] {
  const list = [event];
  if (isBadlyEncoded(holds)) noteUnreadable(list);
  return list;
}

function batchOf(body: unknown): unknown[] {
  if (!Array.isArray(body))
    throw new Problem('bad_request', { detail: 'A batch should be a list of events.' });
  if (body.length > mostInBatch) {
    throw new Problem('too_large', { detail: `A batch may hold ${mostInBatch} events, not ${body.length}.` });
  }
  return body;
}

function binaryEvent(contentType: string, mediaType: string, headers: Headers, body: Buffer): unknown[] {
  const event: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('ce-') && typeof value === 'string') event[name.slice(3)] = decoded(value);
  }
  if (contentType) event.datacontenttype = contentType;
  if (body.length === 0) return [event];
  if (mediaType === '' || isJson(mediaType)) {
    event.data = parseItems(body);
    return listOf(event, event.data);
  }
  if (!isText(mediaType)) return [{ ...event, data_base64: body.toString('base64') }];
  const { text, exact } = textIn(body, contentType);
  const list = [{ ...event, data: text }];
  if (!exact) noteUnreadable(list);
  return list;
}

/** A header's value may stand in quotes; what is not plain ASCII stands behind per cent signs (HTTP binding, 3.1.3.2). */
function decoded(value: string): string {
  const plain = /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
