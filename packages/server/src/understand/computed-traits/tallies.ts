// Promise: what is known of every identifier is exact, whenever it is read: a slice counts from the moment at which the
// ledger names it, together with the commit up to which it was made. A stop before that leaves a slice that nobody
// reads; it is made again.
import type { Reference } from '../../collect/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { nextVersion } from '../rollups/checkpoint-store.ts';
import {
  differingTallies,
  dropSlice,
  fillSlice,
  foreignMoney,
  joinSlices,
  type Progress,
  rowsAtOnce,
  rowsInSlice,
  slicesInTable,
} from './tally-statements.ts';
import { readTallies, type TallyState, writeTallies } from './tally-store.ts';

export interface TallyParts {
  readonly platform: Pick<Platform, 'warehouse' | 'ledger' | 'log'>;
  readonly homeCurrency: (workspaceId: string) => Promise<string>;
  readonly rates: Pick<Reference, 'knownRates' | 'ratesStamp'>;
  /** Rows that one statement takes. */
  readonly atOnce?: number;
}
export interface Tallies {
  /** Adds the commits up to `seal`; within the transaction that holds the workspace's checkpoint. */
  roll(tx: Ledger, workspaceId: string, seal: bigint): Promise<void>;
  /** Makes everything again from the base tables. */
  remake(tx: Ledger, workspaceId: string, seal: bigint): Promise<void>;
  /** True where nothing has changed since the last roll up to `seal`. */
  upToDate(tx: Ledger, workspaceId: string, seal: bigint): Promise<boolean>;
  /** Up to ten identifiers of which a fresh computation says something else. */
  differences(workspaceId: string): Promise<Record<string, unknown>[]>;
  /** What stands now: the slices that count, the commit up to which they go, and which making of them all this is. */
  made(
    workspaceId: string,
    tx?: Ledger,
  ): Promise<{
    readonly slices: readonly bigint[];
    readonly to: bigint;
    readonly made: bigint;
    readonly home: string;
  } | null>;
  /** Slices that count now. */
  slices(workspaceId: string): Promise<readonly bigint[]>;
}

/** Readers may still hold the names of slices that were replaced; they are dropped after this time. */
const keptForMs = 60_000;
/** A slice is joined with the one before as soon as that one has not more than this many times its rows. */
const growth = 3;
const empty: TallyState = { commitNo: '0', home: '', rates: '', slices: [], replaced: [] };

export function createTallies({ platform, homeCurrency, rates, atOnce = rowsAtOnce }: TallyParts): Tallies {
  const { warehouse, ledger, log } = platform;
  const swept = new Set<string>();

  const moneyOf = async (workspaceId: string) => ({
    home: await homeCurrency(workspaceId),
    rates: await rates.ratesStamp(workspaceId),
  });
  type Money = Awaited<ReturnType<typeof moneyOf>>;
  /** Amounts that were converted, or could not be, count anew when rates or the currency change. */
  const moneyHolds = (state: TallyState, money: Money) =>
    state.slices.length === 0 ||
    (state.home === money.home &&
      (state.rates === money.rates || !state.slices.some(({ foreign }) => foreign)));

  /** Makes a slice of the commits; null where they say nothing of anybody. */
  async function sliceOf(workspaceId: string, after: bigint, to: bigint, { home }: Money) {
    const commits = { workspaceId, after, to };
    const foreign = await foreignMoney(warehouse, commits, home);
    const factors = await rates.knownRates(workspaceId, home, foreign);
    const id = await nextVersion(ledger);
    const progress: Progress = (step, done, of) => log.info({ workspaceId, done, of }, step);
    await fillSlice({ warehouse, progress, atOnce }, id, commits, { home, factors });
    const rows = await rowsInSlice(warehouse, workspaceId, id);
    return rows === 0 ? null : { id: id.toString(), rows, foreign: foreign.length > 0 };
  }

  async function rollFrom(tx: Ledger, workspaceId: string, state: TallyState, seal: bigint, money: Money) {
    const added = await sliceOf(workspaceId, BigInt(state.commitNo), seal, money);
    const slices = added ? [...state.slices, added] : state.slices;
    const folded = await fold(workspaceId, slices);
    const gone = slices.filter((slice) => !folded.includes(slice));
    const at = Date.now();
    const replaced = [...state.replaced, ...gone.map(({ id }) => ({ id, at }))];
    const kept = replaced.filter((slice) => slice.at > at - keptForMs);
    await writeTallies(tx, workspaceId, {
      ...{ commitNo: seal.toString(), ...money, slices: folded, replaced: kept, made: state.made },
    });
    for (const slice of replaced) if (!kept.includes(slice)) await dropSlice(warehouse, BigInt(slice.id));
  }

  /** Joins the last slices while they are of like size, so that there are never many. */
  async function fold(workspaceId: string, slices: TallyState['slices']) {
    let [from, rows] = [slices.length - 1, slices.at(-1)?.rows ?? 0];
    while (from > 0 && slices[from - 1]!.rows <= growth * rows) {
      from -= 1;
      rows += slices[from]!.rows;
    }
    if (slices.length - from < 2) return slices;
    const some = slices.slice(from);
    const into = await nextVersion(ledger);
    const ids = some.map(({ id }) => BigInt(id));
    await joinSlices({ warehouse, atOnce }, workspaceId, { slices: ids, rows }, into);
    const joined = {
      id: into.toString(),
      rows: await rowsInSlice(warehouse, workspaceId, into),
      foreign: some.some(({ foreign }) => foreign),
    };
    return [...slices.slice(0, from), joined];
  }

  /** Drops what a stop left behind, once after a start. */
  async function sweep(workspaceId: string, state: TallyState): Promise<void> {
    if (swept.has(workspaceId)) return;
    swept.add(workspaceId);
    const known = new Set([...state.slices, ...state.replaced].map(({ id }) => id));
    for (const slice of await slicesInTable(warehouse, workspaceId)) {
      if (!known.has(slice.toString())) await dropSlice(warehouse, slice);
    }
  }

  return {
    async roll(tx, workspaceId, seal) {
      const state = (await readTallies(tx, workspaceId)) ?? empty;
      await sweep(workspaceId, state);
      const money = await moneyOf(workspaceId);
      if (!moneyHolds(state, money)) return this.remake(tx, workspaceId, seal);
      if (seal > BigInt(state.commitNo)) await rollFrom(tx, workspaceId, state, seal, money);
    },
    async remake(tx, workspaceId, seal) {
      const state = (await readTallies(tx, workspaceId)) ?? empty;
      const at = Date.now();
      const replaced = [...state.replaced, ...state.slices.map(({ id }) => ({ id, at }))];
      const money = await moneyOf(workspaceId);
      const made = (state.made ?? 0) + 1;
      await rollFrom(tx, workspaceId, { ...empty, replaced, made }, seal, money);
    },
    async upToDate(tx, workspaceId, seal) {
      const state = (await readTallies(tx, workspaceId)) ?? empty;
      return seal <= BigInt(state.commitNo) && moneyHolds(state, await moneyOf(workspaceId));
    },
    async differences(workspaceId) {
      const state = (await readTallies(ledger, workspaceId)) ?? empty;
      const fresh = await sliceOf(workspaceId, 0n, BigInt(state.commitNo), {
        ...{ home: state.home, rates: state.rates },
      });
      const own = state.slices.map(({ id }) => BigInt(id));
      const made = fresh ? [BigInt(fresh.id)] : [];
      const found = await differingTallies(warehouse, workspaceId, own, made, atOnce);
      if (fresh) await dropSlice(warehouse, BigInt(fresh.id));
      return found;
    },
    async made(workspaceId, tx = ledger) {
      const state = await readTallies(tx, workspaceId);
      if (!state) return null;
      return {
        slices: state.slices.map(({ id }) => BigInt(id)),
        to: BigInt(state.commitNo),
        made: BigInt(state.made ?? 0),
        home: state.home,
      };
    },
    async slices(workspaceId) {
      const state = await readTallies(ledger, workspaceId);
      return (state?.slices ?? []).map(({ id }) => BigInt(id));
    },
  };
}
