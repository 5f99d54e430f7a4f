// Promise: whatever a source sends is read as UTF-8 or UTF-16 JSON, packed or not, and never unpacked beyond the limit;
// letters that could not be read cost the items that hold them and no other.
import { createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { Problem } from '../../platform/http/problem.ts';
import { BodyRoom } from './body-room.ts';
import { parseExactly } from './exact-json.ts';

const itemsType = 'application/x-lyhord-items';
/** Mail programs stop a list with a form of either kind; what is in it does not matter. */
const ignoredType = 'application/x-lyhord-ignored';
/** Files are read as they come, whatever the browser calls them. */
const fileType = 'application/x-lyhord-file';
/** Bytes that are signed, or whose kind says how to read them. */
const bytesType = 'application/x-lyhord-bytes';
const asBytes: ReadonlySet<string> = new Set(['receiveWebhook', 'cloudEvents']);
const sentTypes = new WeakMap<FastifyRequest, string>();
const unreadable = new WeakSet<object>();
const sizes = new WeakMap<object, number>();
/** Bytes of large bodies at once; what is made of them takes some times as much. */
const mostBytes = 128 * 1024 ** 2;

/** True for a parsed body whose bytes were not all of the encoding that they claimed. */
export const isBadlyEncoded = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && unreadable.has(body);

/** Remembers that not all letters in a body could be read. */
export const noteUnreadable = (body: object): void => void unreadable.add(body);

/** How many bytes a parsed body took; 0 where nobody knows. */
export const bytesOf = (body: unknown): number =>
  (typeof body === 'object' && body !== null && sizes.get(body)) || 0;

/** The content type that a request came with. */
export const sentType = (request: FastifyRequest): string =>
  sentTypes.get(request) ?? String(request.headers['content-type'] ?? '');

/** Reads the bodies of endpoints that take data from sources; call it before the routes are mounted. */
export function readSourceBodies(app: FastifyInstance, room = new BodyRoom(mostBytes)): void {
  app.addContentTypeParser(itemsType, { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) =>
    parseItems(bytes),
  );
  app.addContentTypeParser(ignoredType, { parseAs: 'buffer', bodyLimit: 16 * 1024 }, async () => null);
  app.addContentTypeParser(
    bytesType,
    { parseAs: 'buffer' },
    async (_request: unknown, bytes: Buffer) => bytes,
  );
  app.addContentTypeParser(fileType, async (_request: unknown, payload: unknown) => payload);
  const read = (request: FastifyRequest, reply: FastifyReply, payload: RequestPayload) => {
    const encoding = encodingOf(request);
    const { 'content-length': length } = request.headers;
    const said = encoding === 'identity' && length !== undefined ? Number(length) : Number.NaN;
    return room.for(unpacked(encoding, payload), said, reply.raw);
  };
  app.addHook('preParsing', async (request, reply, payload) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint?.id === 'unsubscribe') request.headers['content-type'] = ignoredType;
    if (endpoint?.id === 'uploadImport') request.headers['content-type'] = fileType;
    const type = String(request.headers['content-type'] ?? '');
    if (endpoint && asBytes.has(endpoint.id)) {
      sentTypes.set(request, type);
      request.headers['content-type'] = bytesType;
      return endpoint.auth === 'source' ? read(request, reply, payload) : payload;
    }
    if (endpoint?.auth !== 'source') return payload;
    // RudderStack's client for Node names packed JSON a form, so a form is read as JSON, too
    if (/multipart/i.test(type)) return payload;
    request.headers['content-type'] = itemsType;
    return read(request, reply, payload);
  });
}

const unpackers: ReadonlyMap<string, () => ReturnType<typeof createGunzip>> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
]);

const encodingOf = (request: FastifyRequest) =>
  String(request.headers['content-encoding'] ?? 'identity').toLowerCase();

function unpacked(encoding: string, payload: RequestPayload): RequestPayload {
  const unpack = unpackers.get(encoding);
  if (encoding === 'identity') return payload;
  if (!unpack) {
    const detail = `The content-encoding "${encoding.slice(0, 40)}" cannot be read; send gzip, deflate or plain JSON.`;
    throw new Problem('unsupported_media', { detail });
  }
  const plain = unpack() as RequestPayload & ReturnType<typeof createGunzip>;
  plain.receivedEncodedLength = 0;
  payload.on('data', (chunk: Buffer) => {
    plain.receivedEncodedLength! += chunk.length;
  });
  payload.on('error', (error) => plain.destroy(error));
  payload.pipe(plain);
  return plain;
}

/** Parses JSON in UTF-8 or UTF-16, with or without a byte order mark. */
export function parseItems(bytes: Buffer): unknown {
  const { text, exact } = decoded(bytes);
  if (text.trim() === '')
    throw new Problem('bad_request', { detail: 'The body is empty; it should be JSON.' });
  let body: unknown;
  try {
    body = parseExactly(text);
  } catch (error) {
    const reason = (error as Error).message.slice(0, 200);
    throw new Problem('bad_request', { detail: `The body is not JSON: ${reason}` });
  }
  if (typeof body === 'object' && body !== null) {
    sizes.set(body, bytes.length);
    if (!exact) noteUnreadable(body);
  }
  return body;
}

/**
 * Text in the letters of its byte order mark, else in those that its content type names, else UTF-8; `exact` where all
 * could be read.
 */
export function textIn(bytes: Buffer, contentType: string): { text: string; exact: boolean } {
  const named = /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1];
  const marked = /^(fffe|feff|efbbbf)/.test(bytes.subarray(0, 3).toString('hex'));
  return named !== undefined && !marked && isEncoding(named) ? decodedAs(named, bytes) : decoded(bytes);
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function decoded(bytes: Buffer): { text: string; exact: boolean } {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    if (bytes[0] === mark[0] && bytes[1] === mark[1]) return decodedAs(encoding, bytes);
  }
  return decodedAs('utf-8', bytes);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodedAs(encoding: string, bytes: Buffer): { text: string; exact: boolean } {
  try {
    const decoder = encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(bytes), exact: true };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), exact: false };
  }
}
