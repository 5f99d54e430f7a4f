// Promise: what is known of an identifier is at hand by its key, and every answer says up to when it is complete. Rows are
// only ever made whole from the tallies and the base tables, never added to, and stand in the ledger in one
// transaction with the commit up to which they go: a stop leaves the rows of before. A workspace is served once
// somebody has asked for a profile of it.
import type { Collect } from '../../collect/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { ServedIdentifiers } from '../../unify/index.ts';
import type { Tallies } from '../computed-traits/tallies.ts';
import { lastSeal } from '../rollups/checkpoint-store.ts';
import type { RollupKeeper } from '../rollups/rollup-keeper.ts';
import { wakersOf } from '../rollups/waker.ts';
import { readStored } from './read-stored.ts';
import { identifierKeyOf, servedKey } from './served-key.ts';
import { amongKeys, betweenKeys, identifierCount, servedRows, touchedKeys } from './served-statements.ts';
import {
  beginServing,
  fromStart,
  lockServed,
  moveServed,
  readServed,
  replaceKeys,
  replaceRange,
  rowsOfKeys,
  type ServedCheckpoint,
} from './served-store.ts';

export interface ServedProfiles {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What there is of a customer's identifiers; null where not all of them are served (yet). */
  of(workspaceId: string, identifierKeys: readonly string[]): Promise<ServedIdentifiers | null>;
  /** Resolves when everything that is in the tallies now is served. */
  settled(workspaceId: string): Promise<void>;
}
interface Parts {
  readonly platform: Pick<Platform, 'warehouse' | 'ledger' | 'log' | 'clock'>;
  readonly collect: Pick<Collect, 'onIdentity'>;
  readonly keeper: Pick<RollupKeeper, 'onAdvanced' | 'expect'>;
  readonly tallies: Pick<Tallies, 'made'>;
}
interface Standing {
  readonly built: boolean;
  readonly freshAt: Date;
  readonly currency: string;
}

const pollMs = 30_000;
/** The part of the time that keeping profiles at hand may take while news floods in. */
const share = 0.25;
/** The first making is over sooner when it gets more; until then every profile is worked out from the tables. */
const firstShare = 0.5;
const keysAtOnce = 20_000;
/** Of the first making, where each step reads through whole tables. */
const firstKeysAtOnce = 60_000;
const allKeys = 1n << 64n;

export function createServedProfiles({ platform, collect, keeper, tallies }: Parts): ServedProfiles {
  const { warehouse, ledger, log, clock } = platform;
  const standing = new Map<string, Standing>();
  let timer: NodeJS.Timeout | undefined;

  const wakers = wakersOf(pass, log, (workspaceId) =>
    standing.get(workspaceId)?.built === false ? firstShare : share,
  );

  /** Brings the rows one step further; wakes itself while there is more to make. */
  async function pass(workspaceId: string): Promise<void> {
    const begun = clock.now();
    const seal = await lastSeal(warehouse);
    const made = await tallies.made(workspaceId);
    const done = await ledger.transaction(async (tx) => {
      const checkpoint = await lockServed(tx, workspaceId);
      if (!checkpoint || !made) return checkpoint;
      const next = await step(tx, workspaceId, checkpoint, made);
      if (next === checkpoint) return checkpoint;
      const freshAt = await freshAtOf(made.to);
      const moved = { ...next, freshAt };
      await moveServed(tx, workspaceId, moved);
      return moved;
    });
    const known = done ?? (await readServed(ledger, workspaceId));
    if (!known) return;
    const complete = done && made && known.commitNo === made.to && seal !== null && seal.commitNo <= made.to;
    standing.set(workspaceId, {
      built: known.built,
      freshAt: complete ? begun : known.freshAt,
      currency: made?.home ?? '',
    });
    if (done && !done.built) wakers.of(workspaceId).wake();
  }

  type Made = NonNullable<Awaited<ReturnType<Tallies['made']>>>;

  async function step(tx: Ledger, workspaceId: string, at: ServedCheckpoint, made: Made) {
    const state = { workspaceId, slices: made.slices, to: made.to };
    if (at.made !== made.made || at.commitNo > made.to) {
      return { ...at, commitNo: made.to, made: made.made, built: false, nextKey: fromStart };
    }
    if (!at.built) {
      const first = BigInt(identifierKeyOf(at.nextKey));
      const ranges = Math.max(
        1,
        Math.ceil((await identifierCount(warehouse, workspaceId)) / firstKeysAtOnce),
      );
      const last = first + allKeys / BigInt(ranges);
      const end = last >= allKeys ? allKeys - 1n : last;
      const rows = await servedRows(warehouse, state, betweenKeys(first, end));
      await replaceRange(tx, workspaceId, [at.nextKey, servedKey(end.toString())], rows);
      const built = end === allKeys - 1n;
      return { ...at, built, nextKey: built ? fromStart : servedKey((end + 1n).toString()) };
    }
    if (at.commitNo === made.to) return at;
    const keys = await touchedKeys(warehouse, workspaceId, at.commitNo, made.to);
    for (let from = 0; from < keys.length; from += keysAtOnce) {
      const some = keys.slice(from, from + keysAtOnce);
      await replaceKeys(tx, workspaceId, some, await servedRows(warehouse, state, amongKeys(some)));
    }
    return { ...at, commitNo: made.to };
  }

  async function freshAtOf(commitNo: bigint): Promise<Date> {
    const [row] = await warehouse.query<{
      ms: string;
    }>(sql`select toUnixTimestamp64Milli(max(sealed_at)) as ms
      from commits where commit_no <= ${sql.typed('UInt64', commitNo)}`);
    return new Date(Number(row?.ms ?? 0));
  }

  async function firstAsked(workspaceId: string): Promise<void> {
    standing.set(workspaceId, { built: false, freshAt: new Date(0), currency: '' });
    await beginServing(ledger, workspaceId);
    wakers.of(workspaceId).wake();
  }

  keeper.onAdvanced((workspaceId) => {
    if (standing.has(workspaceId)) wakers.of(workspaceId).wake();
  });
  // what only says who somebody is wakes no rollup by itself
  collect.onIdentity((workspaceId) => {
    if (standing.has(workspaceId)) keeper.expect(workspaceId);
  });

  return {
    async start() {
      const served = await ledger.query<{ id: string }>(
        sql`select workspace_id as id from served_checkpoints`,
      );
      for (const { id } of served) wakers.of(id).wake();
      timer = setInterval(wakers.wakeAll, pollMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await wakers.stop();
    },
    async of(workspaceId, identifierKeys) {
      const known = standing.get(workspaceId);
      if (!known) await firstAsked(workspaceId);
      if (!known?.built) return null;
      const stored = await rowsOfKeys(ledger, workspaceId, identifierKeys);
      return readStored(stored, identifierKeys, known, clock.now());
    },
    async settled(workspaceId) {
      if (!standing.has(workspaceId)) await firstAsked(workspaceId);
      for (;;) {
        await wakers.of(workspaceId).now();
        const made = await tallies.made(workspaceId);
        const known = await readServed(ledger, workspaceId);
        if (!made || (known?.built && known.commitNo === made.to && known.made === made.made)) return;
      }
    },
  };
}
