// Promise: whatever a source sends is read as UTF-8 or UTF-16 JSON, packed or not, and never unpacked beyond the limit;
// letters that could not be read cost the items that hold them and no other.
import { createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance, FastifyRequest, RequestPayload } from 'fastify';
import { Problem } from '../../platform/http/problem.ts';

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

/** True for a parsed body whose bytes were not all of the encoding that they claimed. */
export const isBadlyEncoded = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && unreadable.has(body);

/** The content type that a request came with. */
export const sentType = (request: FastifyRequest): string =>
  sentTypes.get(request) ?? String(request.headers['content-type'] ?? '');

/** Reads the bodies of endpoints that take data from sources; call it before the routes are mounted. */
export function readSourceBodies(app: FastifyInstance): void {
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
  app.addHook('preParsing', async (request, _reply, payload) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint?.id === 'unsubscribe') request.headers['content-type'] = ignoredType;
    if (endpoint?.id === 'uploadImport') request.headers['content-type'] = fileType;
    const type = String(request.headers['content-type'] ?? '');
    if (endpoint && asBytes.has(endpoint.id)) {
      sentTypes.set(request, type);
      request.headers['content-type'] = bytesType;
      return endpoint.auth === 'source' ? unpacked(encodingOf(request), payload) : payload;
    }
    if (endpoint?.auth !== 'source') return payload;
    // RudderStack's client for Node names packed JSON a form, so a form is read as JSON, too
    if (/multipart/i.test(type)) return payload;
    request.headers['content-type'] = itemsType;
    return unpacked(encodingOf(request), payload);
  });
}

const unpackers: ReadonlyMap<string, () => ReturnType<typeof createGunzip>> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
]);

const encodingOf = (request: FastifyRequest) => String(request.headers['content-encoding'] ?? 'identity');

function unpacked(encoding: string, payload: RequestPayload): RequestPayload {
  const unpack = unpackers.get(encoding.toLowerCase());
  if (encoding.toLowerCase() === 'identity') return payload;
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
    body = JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.slice(0, 200);
    throw new Problem('bad_request', { detail: `The body is not JSON: ${reason}` });
  }
  if (!exact && typeof body === 'object' && body !== null) unreadable.add(body);
  return body;
}

function decoded(bytes: Buffer): { text: string; exact: boolean } {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    if (bytes[0] === mark[0] && bytes[1] === mark[1]) return decodedAs(encoding, bytes);
  }
  return decodedAs('utf-8', bytes);
}

function decodedAs(encoding: string, bytes: Buffer): { text: string; exact: boolean } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), exact: true };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), exact: false };
  }
}
