// Promise: after any kind of stop, only what was sealed is there, and every key that is there is known.
import type { Logger } from 'pino';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { AheadLog } from '../commit/ahead-log.ts';
import { removeUnsealed } from '../commit/commit-store.ts';
import { KnownIdentity, noteEarlier } from '../commit/identity-rows.ts';
import { SeenKeys } from '../keys/seen-keys.ts';
import { replayLog } from './replay-log.ts';

export interface Remembered {
  readonly seen: SeenKeys;
  readonly known: KnownIdentity;
}

/** Takes out what was never acknowledged, brings in what was, and reads back every key. */
export async function recover(
  warehouse: Warehouse,
  files: AheadLog | null,
  log: Logger,
): Promise<Remembered> {
  for (const { table, commits } of await removeUnsealed(warehouse)) {
    log.warn({ table, commits }, 'rows of commits that were not sealed were taken out');
  }
  if (files !== null) await replayLog(warehouse, files, log);
  return { seen: await readSeen(warehouse), known: await readKnownIdentity(warehouse) };
}

async function readSeen(warehouse: Warehouse): Promise<SeenKeys> {
  const counts = sql`select (select count() from events) + (select count() from signals) as n`;
  const [row] = await warehouse.query<{ n: string }>(counts);
  const seen = new SeenKeys(Number(row?.n ?? 0));
  for (const table of ['events', 'signals'] as const) {
    const keys = sql`select message_key, toUInt32(bitAnd(content_hash, 0xffffffff)) from ${sql.name(table)}`;
    await eachRow(warehouse, keys, 12, (bytes, at) =>
      seen.add(bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at), bytes.readUInt32LE(at + 8)),
    );
  }
  return seen;
}

async function readKnownIdentity(warehouse: Warehouse): Promise<KnownIdentity> {
  const [row] = await warehouse.query<{ identifiers: string; links: string }>(
    sql`select (select count() from identifiers) as identifiers, (select count() from identity_links) as links`,
  );
  const known = new KnownIdentity(Number(row?.identifiers ?? 0) * 1.2, Number(row?.links ?? 0) * 1.2);
  await learnIdentity(warehouse, known);
  return known;
}

/** Reads which identifiers and links are kept into what is known already; `identifiers` narrows the former. */
export async function learnIdentity(
  warehouse: Warehouse,
  known: KnownIdentity,
  identifiers: Sql = sql`true`,
): Promise<void> {
  const keys = sql`select identifier_key from identifiers where ${identifiers}`;
  await eachRow(
    warehouse,
    keys,
    8,
    (bytes, at) => void known.identifiers.set(bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at), 1),
  );
  const links = sql`select reinterpretAsUInt64(reverse(unhex(link_id))), toUnixTimestamp64Milli(linked_at)
    from identity_links`;
  await eachRow(warehouse, links, 16, (bytes, at) => {
    const linkedAt = Number(bytes.readBigInt64LE(at + 8));
    noteEarlier(known.links, bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at), linkedAt);
  });
}

/** Reads rows of `size` bytes each as RowBinary; of a UInt64 the low half comes first. */
async function eachRow(
  warehouse: Warehouse,
  statement: Sql,
  size: number,
  heard: (bytes: Buffer, at: number) => void,
): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of await warehouse.stream(statement, 'RowBinary', { timeoutMs: 600_000 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % size);
    for (let at = 0; at < whole; at += size) heard(bytes, at);
    rest = bytes.subarray(whole);
  }
}
