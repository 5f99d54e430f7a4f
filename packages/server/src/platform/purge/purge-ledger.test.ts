import { stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sql } from '../stores/sql.ts';
import { openTestStores } from '../testing/open-test-stores.ts';
import { purgeLedger } from './purge-ledger.ts';

test('what a kill left behind while a table was written anew goes; tables, and files that are being made, stay', async () => {
  const platform = await openTestStores({ warehouse: [], ledger: [] }, 'embedded');
  onTestFinished(() => platform.close());
  const { ledger } = platform;
  await ledger.query(sql`create table kept (word text)`);
  await ledger.query(sql`insert into kept values ('here')`);
  const at = await ledger.one<{ folder: string; file: string }>(sql`
    select current_setting('data_directory') || '/base/' || oid as folder, pg_relation_filenode('kept')::text as file
    from pg_database where datname = current_database()`);
  const there = (name: string) =>
    stat(join(at!.folder, name)).then(
      () => true,
      () => false,
    );
  const longAgo = new Date('2020-01-01');
  for (const name of ['4000000001', '4000000001_fsm', '4000000001.1', '4000000002'])
    await writeFile(join(at!.folder, name), 'quillfeather');
  for (const name of ['4000000001', '4000000001_fsm', '4000000001.1', 'PG_VERSION'])
    await utimes(join(at!.folder, name), longAgo, longAgo);
  await purgeLedger(ledger, [], true);
  expect(await Promise.all(['4000000001', '4000000001_fsm', '4000000001.1'].map(there))).toEqual([
    false,
    false,
    false,
  ]);
  expect(await Promise.all([at!.file, '4000000002', 'PG_VERSION'].map(there))).toEqual([true, true, true]);
  expect(await ledger.query(sql`select word from kept`)).toEqual([{ word: 'here' }]);
});
