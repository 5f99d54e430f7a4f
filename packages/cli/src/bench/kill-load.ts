// What the bench of kills sends: batches that are sent until they are acknowledged, some of them three times at once;
// and customers who are merged or erased while the server is killed.
import { randomInt } from 'node:crypto';
import type { ServerProcess } from './server-process.ts';
import type { Session } from './signed-in.ts';

/** Enough at once for the server to answer out of its log. */
const senders = 12;
export const batchSize = 40;
const copies = 3;
export const isWritten = (index: number): boolean => index % 4 === 0;

export interface Batch {
  readonly key: string;
  readonly signals: unknown[];
  readonly events: unknown[];
  /** How many copies are sent at the same time. */
  readonly copies: number;
  acknowledged: boolean;
}

export interface Load {
  readonly writeKey: string;
  readonly batches: Batch[];
}

const today = () => new Date().toISOString();

function newBatch(round: number, sender: number, number: number): Batch {
  const key = `${round}-${sender}-${number}`;
  return {
    key,
    acknowledged: false,
    copies: randomInt(3) === 0 ? copies : 1,
    signals: Array.from({ length: batchSize }, (_, index) => ({
      messageId: `s-${key}-${index}`,
      kind: 'survey',
      channel: 'email',
      happenedAt: today(),
      identifiers: [{ type: 'user_id', value: `u-${key}-${index}` }],
      answers: [{ question: 'nps', value: index % 11 }],
      text: isWritten(index) ? 'The queue was long but the staff were kind' : null,
    })),
    events: Array.from({ length: batchSize }, (_, index) => ({
      type: 'track',
      event: 'order_placed',
      messageId: `e-${key}-${index}`,
      userId: `u-${key}-${index}`,
      anonymousId: `a-${key}-${index}`,
      timestamp: today(),
      properties: { order_id: `o-${key}-${index}`, currency: 'SEK', total: 100 },
    })),
  };
}

async function post(server: ServerProcess, { writeKey }: Load, path: string, body: unknown) {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const reply = await fetch(`${new URL(server.url).origin}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!reply?.ok) return null;
  return (await reply.json().catch(() => null)) as { accepted: number; duplicates: number } | null;
}

const isWhole = (receipt: { accepted: number; duplicates: number } | null): boolean =>
  receipt !== null && receipt.accepted + receipt.duplicates === batchSize;

async function send(server: ServerProcess, load: Load, batch: Batch): Promise<boolean> {
  const answers = await Promise.all(
    Array.from({ length: batch.copies }, () => [
      post(server, load, '/v1/signals', { signals: batch.signals }),
      post(server, load, '/v1/batch', { batch: batch.events }),
    ]).flat(),
  );
  batch.acknowledged ||= answers.every(isWhole);
  return answers.every(isWhole);
}

/** Sends new batches until the server is gone. */
export async function sendUntilDown(server: ServerProcess, load: Load, round: number): Promise<void> {
  const lane = async (sender: number) => {
    for (let number = 0; ; number++) {
      const batch = newBatch(round, sender, number);
      load.batches.push(batch);
      if (!(await send(server, load, batch))) return;
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => lane(sender)));
}

/** What was not acknowledged is sent until it is; some of what was is sent again, at the same time. */
export async function sendAgain(server: ServerProcess, load: Load): Promise<void> {
  const open = load.batches.filter((batch) => !batch.acknowledged);
  const repeats = load.batches.filter((batch) => batch.acknowledged).slice(-3);
  await Promise.all([...open, ...repeats].map((batch) => send(server, load, batch)));
  for (const batch of open) {
    for (let attempt = 0; !(await send(server, load, batch)); attempt++) {
      if (attempt > 50) throw new Error(`batch ${batch.key} was not acknowledged after 50 tries`);
      await pause(100);
    }
  }
}

/** A customer who is known by an e-mail address and has said one thing. */
export async function plant(server: ServerProcess, load: Load, name: string): Promise<void> {
  const signal = {
    messageId: `planted-${name}`,
    kind: 'survey',
    happenedAt: today(),
    identifiers: [{ type: 'email', value: `${name}@example.org` }],
    answers: [{ question: 'csat', value: 4 }],
  };
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await post(server, load, '/v1/signals', { signals: [signal] })) return;
    await pause(100);
  }
  throw new Error(`${name} was not taken in`);
}

/** The customer's key; null where there is none. A server that has just begun may be too busy to say. */
export async function customerKey(session: Session, name: string): Promise<string | null> {
  const path = `/api/customers?search=${encodeURIComponent(`${name}@example.org`)}`;
  for (let attempt = 0; ; attempt++) {
    const { body, status } = await session.get<{ customers?: { key: string }[] }>(path);
    if (body?.customers) return body.customers[0]?.key ?? null;
    if (attempt === 100) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    await pause(100);
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
