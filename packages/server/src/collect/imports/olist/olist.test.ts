// The real input: the Olist tables. They are not part of the project; LYHORD_DATA_SETS says where they are.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sql } from '../../../platform/stores/sql.ts';
import { openCollect } from '../../testing/open-collect.ts';
import { olistFiguresIn, olistFiguresOf } from './olist-figures.ts';

const folder = join(resolve(process.env.LYHORD_DATA_SETS ?? '../shared/data'), 'olist');
const there = existsSync(folder);
if (!there)
  console.warn(
    `Left out: there are no Olist tables in ${folder}; set LYHORD_DATA_SETS to their parent folder.`,
  );

it.skipIf(!there)('the Olist tables come in whole, and once', async () => {
  const test = await openCollect();
  try {
    const { workspaceId } = await test.workspace();
    test.collect.createPlacesBy(async (_, places) => {
      for (const { code, name, kind, timeZone } of places) {
        await test.platform.ledger.query(sql`insert into places (id, workspace_id, code, name, kind, time_zone)
          values (${code}, ${workspaceId}, ${code}, ${name}, ${kind}, ${timeZone}) on conflict do nothing`);
      }
      return new Map();
    });
    const from = { workspaceId, folder, startedBy: null };
    const [events, signals] = await test.collect.importOlist(from);
    expect([events!.refused, signals!.refused]).toEqual([0, 0]);
    const again = await test.collect.importOlist(from);
    expect(again.map(({ accepted }) => accepted)).toEqual([0, 0]);
    const [ours, theirs] = [
      await olistFiguresOf(test.platform.warehouse, workspaceId),
      await olistFiguresIn(folder),
    ];
    expect({ ...ours, late: ours.late.n, onTime: ours.onTime.n }).toEqual({
      ...theirs,
      late: theirs.late.n,
      onTime: theirs.onTime.n,
    });
    expect([ours.late.n, ours.onTime.n]).toEqual([452, 6_224]);
    expect([ours.late.mean.toFixed(3), ours.onTime.mean.toFixed(3)]).toEqual(['2.215', '4.281']);
  } finally {
    await test.close();
  }
});
