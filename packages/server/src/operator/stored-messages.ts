// For the bench of ingesting: messages that stand in the tables as if they had been sent long ago, and what the bare
// engine makes of rows like theirs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccess } from '../access/index.ts';
import { collectWarehouseMigrations } from '../collect/index.ts';
import { migrations } from '../compose.ts';
import { readConfig } from '../config.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { openEmbeddedEngine } from '../platform/stores/embedded-engine.ts';
import { engineClauses } from '../platform/stores/engine-clauses.ts';
import { sql } from '../platform/stores/sql.ts';
import { renderWithLiterals } from '../platform/stores/sql-for-warehouse.ts';
import { insertSettings, repetitionSettings, rowsToBytes } from '../platform/stores/warehouse-rows.ts';
import { happened } from './stored-message.ts';

const perInsert = 2_000_000;
/** The same as canonical JSON, which is what tells a copy from another message under the same id. */
const canonical = sql`concat('{"event":"Order Completed","messageId":"stored-', toString(number),
  '","properties":{"channel":"web","currency":"SEK","order_id":"o-', toString(number),
  '","total":129.5},"timestamp":"${sql.raw(happened)}","type":"track","userId":"customer-',
  toString(number % 100000), '"}')`;

/** Writes `count` messages of a source into the tables of a data folder that no server uses. */
export async function storeMessages(dataDir: string, sourceId: string, count: number): Promise<void> {
  const platform = await startPlatform(readConfig({ dataDir, logLevel: 'warn' }), migrations);
  try {
    const [workspace] = await createAccess(platform).workspaces();
    const prefix = `${workspace!.id}\n${sourceId}\nevent\nstored-`;
    for (let from = 0, commitNo = 1_000; from < count; from += perInsert, commitNo += 1) {
      const some = Math.min(perInsert, count - from);
      await platform.warehouse.command(
        sql`insert into events (workspace_id, commit_no, source_id, message_key, content_hash, event_id, kind, name,
            identifier_key, channel, happened_at, known_at, local_day, reference, amount_minor, currency, properties)
          select ${workspace!.id}, ${commitNo}, ${sourceId},
            reinterpretAsUInt64(reverse(substring(SHA256(concat(${prefix}, toString(number))), 1, 8))),
            reinterpretAsUInt64(reverse(substring(SHA256(${canonical}), 1, 8))), '', 'order_placed',
            'Order Completed', 1 + number % 100000, 'web', '2026-03-31 08:15:00', '2026-03-31 08:15:01', '2026-03-31',
            '', 12950, 'SEK', '{}' from numbers(${from}, ${some})`,
      );
      await platform.warehouse.insert('commits', [
        { workspace_id: '', commit_no: commitNo, sealed_at: new Date(), rows: { events: some } },
      ]);
    }
  } finally {
    await platform.stop();
  }
}

const row = (number: number) => ({
  workspace_id: '0190f3a2-0000-7000-8000-000000000001',
  commit_no: 7,
  source_id: '0190f3a2-0000-7000-8000-000000000002',
  message_key: number * 92_233_720_368,
  content_hash: number * 81_985_529_216,
  event_id: number.toString(16).padStart(16, '0'),
  kind: 'order_placed',
  name: 'Order Completed',
  identifier_key: 1 + (number % 100_000),
  place_id: '',
  place_code: '',
  channel: 'web',
  touchpoint: '',
  happened_at: '2026-03-31 08:15:00.000',
  known_at: '2026-03-31 08:15:01.000',
  local_day: '2026-03-31',
  local_minute: 495,
  reference: `o-${number}`,
  amount_minor: 12_950,
  cost_minor: null,
  currency: 'SEK',
  due_at: null,
  wait_seconds: null,
  properties: '{}',
});

/** Rows a second that the bare engine takes from Node in batches of 5,000, in the format that its package offers. */
export async function bareInsertRate(batches = 40): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'lyhord-bare-'));
  const engine = await openEmbeddedEngine({ path: folder, maxMemoryBytes: 2 * 1024 ** 3 });
  try {
    const session = engine.session();
    const [tables] = collectWarehouseMigrations;
    for (const statement of tables!.statements(engineClauses('embedded')))
      await session.queryAsync(renderWithLiterals(statement));
    const settings = { ...insertSettings(undefined), ...repetitionSettings(undefined, true) };
    const started = performance.now();
    for (let batch = 0; batch < batches; batch += 1) {
      const rows = Array.from({ length: 5_000 }, (_, n) => row(batch * 5_000 + n));
      await session.insert({ table: 'events', values: rowsToBytes(rows), format: 'JSONEachRow', settings });
    }
    return (batches * 5_000) / ((performance.now() - started) / 1000);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
