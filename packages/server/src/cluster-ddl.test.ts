import { expect, it } from 'vitest';
import { migrations } from './compose.ts';
import { refusedOnCluster } from './platform/testing/cluster-ddl.ts';
import { openTestStores } from './platform/testing/open-test-stores.ts';

it('every table of the warehouse is understood and replicated on a cluster', async () => {
  const platform = await openTestStores({ ledger: [], warehouse: [] }, 'embedded');
  try {
    expect(migrations.warehouse.length).toBeGreaterThan(2);
    expect(await refusedOnCluster(platform.warehouse, migrations.warehouse)).toEqual([]);
  } finally {
    await platform.close();
  }
});
