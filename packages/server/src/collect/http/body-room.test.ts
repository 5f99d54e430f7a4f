import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { answerFailures } from '../../platform/http/failures.ts';
import { BodyRoom } from './body-room.ts';
import { readSourceBodies } from './source-bodies.ts';

const kB = 1_024;
let app: FastifyInstance;
let end: () => void;
afterEach(async () => {
  end();
  await app.close();
});

/** A door of 1 MB a body whose requests are answered when the test says so. */
async function door(room: BodyRoom) {
  app = Fastify({ bodyLimit: 1_024 * kB });
  answerFailures(app);
  readSourceBodies(app, room);
  let inside = 0;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  app.post('/', { config: { endpoint: { id: 'batch', auth: 'source' } as never } }, async () => {
    inside += 1;
    await until;
    return { success: true };
  });
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  return {
    inside: () => inside,
    port: () => port,
    post: (body: Buffer, headers = {}) => post(port, body, headers),
  };
}

function post(port: number, body: Buffer, headers: object): Promise<(number | string)[]> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers: { ...headers } }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve([reply.statusCode!, ...[reply.headers['retry-after'] ?? []].flat()]));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
const sized = (body: Buffer) => ({ 'content-length': body.length });
const text = (bytes: number) => Buffer.from(JSON.stringify({ batch: ['x'.repeat(bytes)] }));
const when = async (is: () => boolean) => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('large bodies beyond the room are told when to come back, small ones are read, and room comes back with the answer', async () => {
  const room = new BodyRoom(1_024 * kB);
  const { post: send, inside } = await door(room);
  const large = text(400 * kB);
  const first = [send(large, sized(large)), send(large, sized(large))];
  await when(() => inside() === 2);
  expect(await send(large, sized(large))).toEqual([503, '1']);
  const small = text(10 * kB);
  const third = send(small, sized(small));
  await when(() => inside() === 3);
  end();
  expect(await Promise.all([...first, third])).toEqual([[200], [200], [200]]);
  await when(() => room.bytes === 0);
});

it('what is packed, or comes without a length, is counted as it is unpacked', async () => {
  const room = new BodyRoom(1_024 * kB);
  const { post: send, inside } = await door(room);
  const packed = gzipSync(text(900 * kB));
  const first = send(packed, { 'content-encoding': 'gzip', ...sized(packed) });
  await when(() => inside() === 1);
  expect(room.bytes).toBeGreaterThan(900 * kB);
  expect(await send(packed, { 'content-encoding': 'gzip', ...sized(packed) })).toEqual([503, '1']);
  end();
  expect(await first).toEqual([200]);
  await when(() => room.bytes === 0);
  expect(await send(text(900 * kB), { 'transfer-encoding': 'chunked' })).toEqual([200]);
});

it('one that is larger than all the room is read where there is nobody else, and one that breaks off gives its room back', async () => {
  const room = new BodyRoom(100 * kB);
  const { post: send, inside, port } = await door(room);
  const large = text(500 * kB);
  end();
  expect(await send(large, sized(large))).toEqual([200]);
  await when(() => room.bytes === 0);
  const half = request({ port: port(), host: '127.0.0.1', method: 'POST', headers: sized(large) });
  half.on('error', () => undefined);
  half.write(large.subarray(0, 200 * kB));
  await when(() => room.bytes === large.length);
  half.destroy();
  await when(() => room.bytes === 0);
  expect(inside()).toBe(1);
});
