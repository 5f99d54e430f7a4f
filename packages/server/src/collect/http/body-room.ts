// Promise: large bodies that are being read or worked on take no more room than this together, however many senders there
// are; who finds none is told at once when to come back.
import type { ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import type { RequestPayload } from 'fastify';
import { Problem } from '../../platform/http/problem.ts';

/** Bodies that are said to be no larger are read without a count. */
const smallBytes = 64 * 1024;

export class BodyRoom {
  private readonly most: number;
  private taken = 0;

  /** `most` bytes in all. */
  constructor(most: number) {
    this.most = most;
  }

  get bytes(): number {
    return this.taken;
  }

  /**
   * Room for a body of `said` bytes until its answer has left; throws 503 where there is none. NaN: nobody knows how long it
   * will be, so it is counted as it comes, and fails with 503 where there is no room for more of it.
   */
  for(payload: RequestPayload, said: number, answer: ServerResponse): RequestPayload {
    if (said <= smallBytes) return payload;
    if (this.taken > 0 && this.taken + (said || 1) > this.most) throw noRoom();
    let own = 0;
    const take = (bytes: number): boolean => {
      own += bytes;
      this.taken += bytes;
      // one alone is bounded by what a request may hold
      return this.taken <= this.most || own === this.taken;
    };
    answer.once('close', () => take(-own));
    if (Number.isNaN(said)) return counted(payload, take, answer);
    take(said);
    return payload;
  }
}

const noRoom = () => new Problem('overloaded', { headers: { 'retry-after': '1' } });

/** Pipes a body on; what still comes behind a failure is let go, so that whoever sends it hears the answer. */
function counted(
  payload: RequestPayload,
  take: (bytes: number) => boolean,
  answer: ServerResponse,
): RequestPayload {
  const counting = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(take(chunk.length) ? null : noRoom(), chunk),
  });
  payload.on('error', (error) => counting.destroy(error));
  counting.on('error', () => payload.resume());
  answer.once('close', () => payload.unpipe(counting));
  payload.pipe(counting);
  return Object.defineProperty(counting, 'receivedEncodedLength', {
    get: () => payload.receivedEncodedLength,
  }) as RequestPayload;
}
