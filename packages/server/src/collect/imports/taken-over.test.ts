import { ImportMapping } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type Collect, createCollect } from '../collect.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import type { ImportState } from './import-store.ts';

let test: TestCollect;
let second: Collect;
beforeAll(async () => {
  test = await openCollect();
  await test.collect.resume();
  second = createCollect(test);
  await second.start();
  await second.resume();
});
afterAll(async () => {
  await second.stop();
  await test.close();
});

const rows = 45_000;
async function* answers(): AsyncGenerator<Buffer> {
  yield Buffer.from('id;at;score\n');
  const lines = Array.from({ length: rows }, (_, n) => `${n};2026-03-${10 + (n % 20)} 08:15;${n % 11}\n`);
  yield Buffer.from(lines.join(''));
}
const mapping = ImportMapping.parse({
  target: 'signals',
  columns: { messageId: 'id', happenedAt: 'at', nps: 'score' },
});
/** Loads the answers with a process; `inTheMiddle` runs once when some are stored and others are not. */
function load(by: Collect, workspaceId: string, inTheMiddle?: () => void): Promise<ImportState> {
  let met = false;
  const progress = () => {
    if (!met) inTheMiddle?.();
    met = true;
  };
  const file = { workspaceId, fileName: 'answers.csv', mapping, bytes: answers(), startedBy: null };
  return by.importFile({ ...file, progress });
}

const states = (workspaceId: string) =>
  test.platform.ledger.query<{ state: string; problem: string | null; accepted: string }>(
    sql`select state, problem, accepted from imports where workspace_id = ${workspaceId}`,
  );
const stored = async (workspaceId: string) => {
  const [row] = await test.rows<{ n: string; keys: string }>(
    sql`select count() as n, uniqExact(message_key) as keys from signals where workspace_id = ${workspaceId}`,
  );
  return [Number(row!.n), Number(row!.keys)];
};
const patience = { timeout: 60_000, interval: 250 };
const whole = { state: 'done', problem: null, accepted: String(rows) };

it('a process that does not take data in refuses to load or to take back, and the file waits', async () => {
  const { workspaceId } = await test.workspace();
  await expect(load(second, workspaceId)).rejects.toMatchObject({ code: 'overloaded' });
  expect(await states(workspaceId)).toMatchObject([{ state: 'waiting' }]);
});

it('an import that a process leaves behind is gone on with by the one that takes over, and can be taken back', async () => {
  const { workspaceId } = await test.workspace();
  let stopped: Promise<void> | undefined;
  const left = await load(test.collect, workspaceId, () => {
    stopped = test.collect.stop();
  });
  expect(left).toMatchObject({ state: 'running' });
  await stopped;
  await expect.poll(() => states(workspaceId), patience).toEqual([whole]);
  expect(await stored(workspaceId)).toEqual([rows, rows]);
  const undo = second.routes.find(({ endpoint }) => endpoint.id === 'undoImport')!;
  const viewer = { workspaceId, personId: null };
  await undo.handle({ params: { id: left.id }, query: {}, body: {} }, { viewer } as never);
  await expect.poll(() => states(workspaceId), patience).toMatchObject([{ state: 'undone' }]);
  expect(await stored(workspaceId)).toEqual([0, 0]);
});

it('an import goes on when its own process has lost the right to take data in and has it again', async () => {
  const { workspaceId } = await test.workspace();
  let lost: Promise<unknown> | undefined;
  await load(second, workspaceId, () => {
    lost = test.platform.ledger.query(sql`select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and granted and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
        and ((classid::bigint << 32) | objid::bigint) = hashtextextended('lyhord collect writer', 0)`);
  });
  await lost;
  await expect.poll(() => states(workspaceId), patience).toEqual([whole]);
  expect(await stored(workspaceId)).toEqual([rows, rows]);
});
