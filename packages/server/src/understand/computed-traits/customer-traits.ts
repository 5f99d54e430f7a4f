// What this step and later ones ask of computed traits.
import { ComputedTraits, computedTraits } from '@lyhord/contract';
import { eventScope, serviceScope, type Viewer } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Histories } from '../histories/histories.ts';
import { lifeOf, lifeThen } from './life-then.ts';
import {
  columnOfTrait,
  keptProfileRows,
  profileRow,
  profileRows,
  talliedCustomer,
  talliedCustomers,
} from './profile-rows.ts';
import type { Tallies } from './tallies.ts';

export interface CustomerTraits {
  /**
   * A table expression with one row per customer: `profile_key` (UInt64) and a column for each of the contract's
   * `computedTraits` under the name that `columnOfTrait` gives it. Rows are what the viewer may see.
   */
  table(viewer: Viewer, at?: Date): Promise<Sql>;
  /** What stages of life follow from, with moments: rows of `profile_key`, `order_days`, `contracts`. */
  lives(viewer: Viewer): Promise<Sql>;
  /** The same as `table` with one row at most, of the customer to whom all these identifiers belong; at a fraction of the cost. */
  tableOf(viewer: Viewer, identifierKeys: readonly string[], at?: Date): Promise<Sql>;
  /** The stage of life of the customer with these identifiers at the time of each signal of theirs. */
  stagesThen(
    viewer: Viewer,
    identifierKeys: readonly string[],
    signalIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** The computed traits of one customer, by all of their identifiers; null where nothing was said or done. */
  of(viewer: Viewer, identifierKeys: readonly string[]): Promise<ComputedTraits | null>;
}

export function createCustomerTraits(
  { warehouse, clock }: Pick<Platform, 'warehouse' | 'clock'>,
  tallies: Pick<Tallies, 'slices'>,
  homeCurrency: (workspaceId: string) => Promise<string>,
  histories?: Pick<Histories, 'counting'>,
): CustomerTraits {
  return {
    async table(viewer, at = clock.now()) {
      const { workspaceId, placeIds } = viewer;
      const kept = placeIds === 'all' && (await histories?.counting(workspaceId));
      if (kept) return keptProfileRows(viewer, kept, at);
      return profileRows(viewer, await tallies.slices(workspaceId), at);
    },
    async lives(viewer) {
      return talliedCustomers(viewer, await tallies.slices(viewer.workspaceId));
    },
    async tableOf(viewer, identifierKeys, at = clock.now()) {
      const slices = await tallies.slices(viewer.workspaceId);
      return profileRow(eventScope(viewer, 't'), slices, at, identifierKeys);
    },
    async stagesThen(viewer, identifierKeys, signalIds) {
      const slices = await tallies.slices(viewer.workspaceId);
      const tallied = talliedCustomer(serviceScope(viewer, 't'), slices, identifierKeys);
      const rows = await warehouse.query<{ signal_id: string; stage: string }>(
        sql`select signal_id, ${lifeThen('life')} as stage
          from (select signal_id, happened_at, local_day from signals where ${serviceScope(viewer)}
              and identifier_key in ${sql.list(identifierKeys.map(BigInt), 'UInt64')}
              and signal_id in ${sql.list(signalIds, 'String')}) as said
          cross join (select ${lifeOf} as life from (${tallied})) as lived`,
      );
      return new Map(rows.map(({ signal_id, stage }) => [signal_id, stage]));
    },
    async of(viewer, identifierKeys) {
      const [slices, currency] = await Promise.all([
        tallies.slices(viewer.workspaceId),
        homeCurrency(viewer.workspaceId),
      ]);
      const [row] = await warehouse.query<Record<string, number | string | null>>(
        sql`select * from ${profileRow(serviceScope(viewer, 't'), slices, clock.now(), identifierKeys)}`,
      );
      if (!row) return null;
      const entries = computedTraits.map(({ key, type }) => {
        const value = row[columnOfTrait(key)] ?? null;
        return [key, value === null ? null : readValue(value, type)] as const;
      });
      return ComputedTraits.parse({ currency, ...Object.fromEntries(entries) });
    },
  };
}

function readValue(value: string | number, type: (typeof computedTraits)[number]['type']) {
  if (type === 'moment') return new Date(`${String(value).replace(' ', 'T')}Z`).toISOString();
  return type === 'word' || type === 'place' ? String(value) : Number(value);
}
