// Promise: where there are many customers, there is of each a whole history (when they ordered, called and looked, and
// what it was worth) and the state that tallies add up to, exact up to the commit and the links that the ledger names. A
// customer of whom something new is known is made again whole, in a slice that covers the older ones; so a merge, a split
// and a late event are one case. See decision 0045.
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Tallies } from '../computed-traits/tallies.ts';
import { slicesInTable } from '../computed-traits/tally-statements.ts';
import { nextVersion } from '../rollups/checkpoint-store.ts';
import { differingHistories } from './compare-histories.ts';
import { atOnce, countEvents, type Filling, fillAll, fillChanged } from './fill-histories.ts';
import {
  counting,
  dropHistories,
  historySlices,
  joinHistories,
  newestVersion,
  rowsOfSlice,
} from './history-slices.ts';
import { type HistoryState, readHistories, writeHistories } from './history-store.ts';
import { currentLayout, layByDay } from './lay-by-day.ts';
import { joinSamples, laySample, sampledOneIn } from './lay-samples.ts';

export interface Histories {
  /** Adds what the commits up to that of the tallies, and the links known by now, have changed; false where nothing has. */
  roll(tx: Ledger, workspaceId: string): Promise<boolean>;
  /** Makes everything again. */
  remake(tx: Ledger, workspaceId: string): Promise<void>;
  /** True where the commits up to `seal`, and the links known by now, are in, or where there are no histories. */
  reached(workspaceId: string, seal: bigint): Promise<boolean>;
  /** A condition for the rows of `customer_histories` and `customer_states` that count; null where there are none. */
  counting(workspaceId: string): Promise<Sql | null>;
  /** Which rows of `customer_samples` count, and one customer in how many they are; null where there are none. */
  sampling(workspaceId: string): Promise<KeptSample | null>;
  /** Up to ten customers of whom a fresh computation says something else. */
  differences(workspaceId: string, tx?: Ledger): Promise<Record<string, unknown>[]>;
}

/** Events of one customer in so many that are kept apart. */
export interface KeptSample {
  /** A condition for the rows of `customer_samples` that count. */
  readonly rows: Sql;
  readonly oneIn: number;
}

/**
 * Readers may still hold the names of slices that were replaced; they are dropped after this time, which is longer than
 * the longest question may take.
 */
const keptForMs = 180_000;
/** A slice is joined with the one before as soon as that one has not more than this many times its rows. */
const growth = 3;
/** Fewer events are read sooner than histories of them are kept. */
const worthFrom = 5_000_000;
const empty: HistoryState = { commitNo: '0', version: '0', made: '', slices: [], replaced: [] };

type Made = NonNullable<Awaited<ReturnType<Tallies['made']>>>;
const none: Made = { slices: [], to: 0n, made: 0n, home: '' };

export function createHistories(
  { warehouse, ledger, log, clock }: Pick<Platform, 'warehouse' | 'ledger' | 'log' | 'clock'>,
  tallies: Pick<Tallies, 'made'>,
  {
    least = worthFrom,
    some = atOnce,
    oneIn = sampledOneIn,
  }: { readonly least?: number; readonly some?: Filling['atOnce']; readonly oneIn?: number } = {},
): Histories {
  const swept = new Set<string>();
  const now = () => clock.now().getTime();
  const idsOf = (slices: HistoryState['slices']) => slices.map(({ id }) => BigInt(id));

  const upTo = async (state: HistoryState, workspaceId: string, seal: bigint): Promise<boolean> =>
    seal <= BigInt(state.commitNo) && (await newestVersion(warehouse, workspaceId)) <= BigInt(state.version);

  /** Slices of another layout are laid out again first; until then events are read one by one. */
  const countable = ({ slices, layout }: HistoryState): boolean =>
    slices.length > 0 && layout === currentLayout;

  /** What was once begun is kept up. */
  const worth = async (workspaceId: string, state: HistoryState): Promise<boolean> =>
    state.slices.length > 0 || (await countEvents(warehouse, workspaceId)) >= least;

  /** Makes a slice of what a state does not say yet, with the events of one customer in `every`. */
  async function sliceOf(
    workspaceId: string,
    state: HistoryState,
    { slices, to }: Made,
    every: number | undefined,
  ) {
    const version = await newestVersion(warehouse, workspaceId);
    const id = await nextVersion(ledger);
    const span = {
      ...{ workspaceId, after: BigInt(state.commitNo), to, tallies: slices },
      ...{ afterVersion: BigInt(state.version), toVersion: version },
    };
    const filling: Filling = {
      warehouse,
      atOnce: some,
      progress: (step, done, of) => log.info({ workspaceId, done, of }, step),
    };
    if (state.slices.length === 0) await fillAll(filling, id, span);
    else await fillChanged(filling, id, span);
    if (every !== undefined) await laySample(warehouse, { workspaceId, slice: id, to, oneIn: every });
    const standing = new Set(await slicesInTable(warehouse, workspaceId));
    if (!slices.every((slice) => standing.has(slice)))
      throw new Error('Slices of tallies went while states were made of them; they are made again.');
    const rows = await rowsOfSlice(warehouse, workspaceId, id);
    return { version, slice: rows === 0 ? null : { id: id.toString(), rows } };
  }

  async function rollFrom(tx: Ledger, workspaceId: string, state: HistoryState, tallied: Made) {
    const { sampled = oneIn } = state;
    const { version, slice } = await sliceOf(workspaceId, state, tallied, sampled);
    const slices = slice ? [...state.slices, slice] : state.slices;
    const again = state.slices.length > 0 && !countable(state);
    const folded = await (again ? join(workspaceId, slices, 0) : fold(workspaceId, slices));
    const at = now();
    const gone = slices.filter((one) => !folded.includes(one)).map(({ id }) => ({ id, at }));
    await writeHistories(tx, workspaceId, {
      ...{ commitNo: tallied.to.toString(), version: version.toString(), made: tallied.made.toString() },
      ...{ slices: folded, layout: currentLayout, sampled, replaced: [...state.replaced, ...gone] },
    });
  }

  /** Drops what was replaced so long ago that nobody reads it any more. */
  async function dropReplaced(tx: Ledger, workspaceId: string, state: HistoryState): Promise<HistoryState> {
    const kept = state.replaced.filter((one) => one.at > now() - keptForMs);
    if (kept.length === state.replaced.length) return state;
    const left = { ...state, replaced: kept };
    await writeHistories(tx, workspaceId, left);
    for (const one of state.replaced) if (!kept.includes(one)) await dropHistories(warehouse, BigInt(one.id));
    return left;
  }

  /** Joins the last slices while they are of like size, so that there are never many. */
  async function fold(workspaceId: string, slices: HistoryState['slices']) {
    let [from, rows] = [slices.length - 1, slices.at(-1)?.rows ?? 0];
    while (from > 0 && slices[from - 1]!.rows <= growth * rows) {
      from -= 1;
      rows += slices[from]!.rows;
    }
    return slices.length - from < 2 ? slices : join(workspaceId, slices, from);
  }

  async function join(workspaceId: string, slices: HistoryState['slices'], from: number) {
    const into = await nextVersion(ledger);
    await joinHistories(warehouse, workspaceId, idsOf(slices.slice(from)), into, from === 0);
    await layByDay(warehouse, workspaceId, into, some.unfavourable);
    await joinSamples(warehouse, workspaceId, idsOf(slices.slice(from)), into);
    const joined = { id: into.toString(), rows: await rowsOfSlice(warehouse, workspaceId, into) };
    return [...slices.slice(0, from), joined];
  }

  /** Lays the events of some customers beside slices that were made before there were any. */
  async function withSamples(tx: Ledger, workspaceId: string, state: HistoryState): Promise<HistoryState> {
    if (state.slices.length === 0 || state.sampled) return state;
    for (const slice of idsOf(state.slices)) {
      await dropHistories(warehouse, slice, ['customer_samples']);
      await laySample(warehouse, { workspaceId, slice, to: BigInt(state.commitNo), oneIn });
    }
    const laid = { ...state, sampled: oneIn };
    await writeHistories(tx, workspaceId, laid);
    return laid;
  }

  /** Drops what a stop left behind, once after a start. */
  async function sweep(workspaceId: string, state: HistoryState): Promise<void> {
    if (swept.has(workspaceId)) return;
    swept.add(workspaceId);
    const known = new Set([...state.slices, ...state.replaced].map(({ id }) => id));
    for (const slice of await historySlices(warehouse, workspaceId)) {
      if (!known.has(slice.toString())) await dropHistories(warehouse, slice);
    }
  }

  return {
    async roll(tx, workspaceId) {
      const found = (await readHistories(tx, workspaceId)) ?? empty;
      await sweep(workspaceId, found);
      const state = await withSamples(tx, workspaceId, await dropReplaced(tx, workspaceId, found));
      const made = (await tallies.made(workspaceId, tx)) ?? none;
      const foreign = state.made !== '' && state.made !== made.made.toString();
      const old = state.slices.length > 0 && !countable(state);
      if (!foreign && !old && (await upTo(state, workspaceId, made.to))) return false;
      if (!(await worth(workspaceId, state))) return false;
      if (foreign) await this.remake(tx, workspaceId);
      else await rollFrom(tx, workspaceId, state, made);
      return true;
    },
    async remake(tx, workspaceId) {
      const made = (await tallies.made(workspaceId, tx)) ?? none;
      const state = (await readHistories(tx, workspaceId)) ?? empty;
      if (!(await worth(workspaceId, state))) return;
      const at = now();
      const replaced = [...state.replaced, ...state.slices.map(({ id }) => ({ id, at }))];
      await rollFrom(tx, workspaceId, { ...empty, replaced }, made);
    },
    async reached(workspaceId, seal) {
      const state = (await readHistories(ledger, workspaceId)) ?? empty;
      return state.slices.length === 0 || upTo(state, workspaceId, seal);
    },
    async counting(workspaceId) {
      const state = await readHistories(ledger, workspaceId);
      if (!state || !countable(state)) return null;
      return sql`(${counting(workspaceId, idsOf(state.slices))})`;
    },
    async sampling(workspaceId) {
      const state = await readHistories(ledger, workspaceId);
      if (!state?.sampled || !countable(state)) return null;
      return { rows: sql`(${counting(workspaceId, idsOf(state.slices))})`, oneIn: state.sampled };
    },
    async differences(workspaceId, tx = ledger) {
      const state = (await readHistories(tx, workspaceId)) ?? empty;
      if (!countable(state)) return [];
      const made = (await tallies.made(workspaceId, tx)) ?? none;
      const { slice } = await sliceOf(workspaceId, empty, made, state.sampled);
      const fresh = slice ? [BigInt(slice.id)] : [];
      const found = await differingHistories(
        warehouse,
        workspaceId,
        idsOf(state.slices),
        fresh,
        some.customers,
      );
      for (const one of fresh) await dropHistories(warehouse, one);
      return found;
    },
  };
}
