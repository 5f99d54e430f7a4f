// Promise: when an erasure says that it is done, nothing of the customer is in any table, file, queue or log that it
// can reach; a stop in the middle only delays it, since every step may be done again.
import type { ErasureReceipt } from '@lyhord/contract';
import {
  isPersonal,
  type PersonalStores,
  type PersonalTable,
  type PersonTraces,
  type TableDeclaration,
} from '../../../access/index.ts';
import type { Collect } from '../../../collect/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { purgeLedger } from '../../../platform/purge/purge-ledger.ts';
import { purgeWarehouse } from '../../../platform/purge/purge-warehouse.ts';
import type { Identities } from '../../identity/identities.ts';
import type { RequestRow, RequestStore } from '../requests/request-store.ts';
import { eraseFiles } from './erase-files.ts';
import { eraseFrom, inErasingOrder, rowsOf } from './erase-tables.ts';
import { journalFiles, noteErasure } from './erasure-journal.ts';
import { messagesOf, tracesOf } from './traces.ts';

export interface ErasureParts {
  readonly platform: Platform;
  readonly collect: Pick<Collect, 'refuseErased' | 'forgetIdentity'>;
  readonly identities: Pick<Identities, 'identifierKeysOf' | 'reload'>;
  readonly requests: RequestStore;
  readonly tables: () => readonly TableDeclaration[];
  /** Makes the counts of days again, after signals on them have gone. */
  readonly recount: (workspaceId: string, days: readonly string[]) => Promise<void>;
  /** Days for which backups of this installation are kept. */
  readonly backupDays: (workspaceId: string) => Promise<number>;
}

const mostRounds = 3;
const dayMs = 86_400_000;

/** Carries a request out, from wherever it stopped. */
export async function carryOut(parts: ErasureParts, request: RequestRow): Promise<ErasureReceipt> {
  const { platform, requests, collect } = parts;
  const { warehouse, clock } = platform;
  const { workspaceId, id } = request;
  const keys = allKeysOf(parts, request);
  const person = await tracesOf(warehouse, workspaceId, keys);
  const { dataDir, erasureJournal } = platform.config;
  const journal = journalFiles(dataDir, erasureJournal);
  await noteErasure(journal, {
    erasure: id,
    workspaceId,
    keys,
    receivedAt: request.receivedAt.toISOString(),
  });
  // what is on its way is committed first, so that nothing arrives behind our back
  await collect.refuseErased(workspaceId, keys, []);
  const { messageKeys, days } = await messagesOf(warehouse, workspaceId, keys);
  await collect.refuseErased(workspaceId, [], messageKeys);
  await requests.begin(id, keys, days, clock.now());

  const order = inErasingOrder(parts.tables());
  const search = order.filter(({ last }) => !last);
  await eraseAll(parts, request, person, search, order.length);
  let since = performance.now();
  const disk = await eraseFiles(platform, person);
  told(platform, 'files', since);
  await eraseAll(parts, request, person, order.slice(search.length), order.length);
  since = performance.now();
  await collect.forgetIdentity();
  await parts.identities.reload(workspaceId);
  told(platform, 'identity in memory', since);
  const begun = (await requests.byId(id))!;
  since = performance.now();
  await parts.recount(workspaceId, begun.days);
  told(platform, 'counts of days', since, { days: begun.days.length });
  const purged = await purge(parts, order);
  platform.announcements.announce('customers.erased', { workspaceId });

  since = performance.now();
  const rowsLeft = await countLeft(platform, order, person);
  told(platform, 'looking again', since);
  if (rowsLeft > 0)
    throw new Error(`${rowsLeft} rows of the customer arrived during the erasure; it goes on.`);
  const finished = (await requests.byId(id))!;
  const receipt = await receiptOf(parts, finished, order, { ...disk, ...purged });
  await requests.end(id, receipt, clock.now());
  return receipt;
}

/** After a restart the profile may be gone from memory already; what the request remembers counts, too. */
function allKeysOf({ identities }: ErasureParts, request: RequestRow): string[] {
  const members = request.keys.flatMap((key) => identities.identifierKeysOf(request.workspaceId, key));
  return [...new Set([...request.keys, ...members])].sort();
}

async function eraseAll(
  { platform, requests }: ErasureParts,
  request: RequestRow,
  person: PersonTraces,
  tables: readonly PersonalTable[],
  ofAll: number,
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    let erased = 0;
    for (const [index, table] of tables.entries()) {
      const since = performance.now();
      const rows = await eraseFrom(platform, table, person);
      told(platform, nameOf(table), since, { rows });
      if (rows > 0) await requests.tableDone(request.id, nameOf(table), rows, (0.6 * (index + 1)) / ofAll);
      if (table.stays === undefined) erased += rows;
    }
    if (erased === 0) return;
  }
}

/** How long each part took, for who looks into a slow erasure. */
function told({ log }: Platform, part: string, since: number, more: object = {}): void {
  log.debug({ part, ms: Math.round(performance.now() - since), ...more }, 'erasure');
}

const nameOf = ({ store, table }: Pick<PersonalTable, 'store' | 'table'>): string => `${store}.${table}`;

async function purge({ platform }: ErasureParts, order: readonly PersonalTable[]) {
  const inStore = (store: PersonalTable['store']) =>
    order.filter((table) => table.store === store).map(({ table }) => table);
  let since = performance.now();
  const warehouse = await purgeWarehouse(platform.warehouse, inStore('warehouse'));
  told(platform, 'parts of the warehouse', since);
  since = performance.now();
  // the request itself is rewritten with its own progress, too
  const tables = [...inStore('ledger'), 'privacy_requests'];
  const ledger = await purgeLedger(platform.ledger, tables, platform.config.databaseUrl === null);
  told(platform, 'files of the ledger', since, { emptied: ledger.filesEmptied });
  return { warehouse, ledger };
}

async function countLeft(stores: PersonalStores, order: readonly PersonalTable[], person: PersonTraces) {
  let left = 0;
  for (const table of order) if (table.stays === undefined) left += await rowsOf(stores, table, person);
  return left;
}

type Purged = Awaited<ReturnType<typeof eraseFiles>> & Awaited<ReturnType<typeof purge>>;

async function receiptOf(
  parts: ErasureParts,
  request: RequestRow,
  order: readonly PersonalTable[],
  purged: Purged,
): Promise<ErasureReceipt> {
  const { platform } = parts;
  const rows = (table: PersonalTable) => request.done[nameOf(table)] ?? 0;
  const touched = order.filter((table) => rows(table) > 0);
  const now = platform.clock.now().getTime();
  const backups = now + (await parts.backupDays(request.workspaceId)) * dayMs;
  const { config } = platform;
  return {
    erased: touched
      .filter(({ stays }) => stays === undefined)
      .map((table) => ({ store: table.store, table: table.table, holds: table.holds, rows: rows(table) })),
    stays: touched.flatMap((table) =>
      table.stays === undefined ? [] : [{ table: table.table, why: table.stays, rows: rows(table) }],
    ),
    searched: parts.tables().filter(isPersonal).length,
    rowsLeft: 0,
    daysCounted: request.days.length,
    disk: {
      partsDropped: purged.warehouse.partsDropped + purged.warehouse.detachedDropped,
      tablesRewritten: purged.ledger.tables,
      logSegmentsReplaced: purged.ledger.logReplaced,
      files: purged.files,
      logLines: purged.logLines,
    },
    beyond: [
      { what: 'backups', until: new Date(backups).toISOString() },
      { what: 'sent_mail', until: null },
      { what: 'own_logs', until: null },
      ...(config.databaseUrl || !purged.ledger.logReplaced
        ? [{ what: 'ledger_server' as const, until: null }]
        : []),
      ...(config.clickHouseUrl ? [{ what: 'warehouse_server' as const, until: null }] : []),
    ],
    seconds: Math.round((now - (request.startedAt?.getTime() ?? now)) / 100) / 10,
  };
}
