import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles, olistFiguresIn } from '@lyhord/server';
import { type Bench, equalTo, told } from './figure.ts';
import { temporaryFolder } from './server-process.ts';

const dataSets = process.env.LYHORD_DATA_SETS ?? '../shared/data';

/** The Olist tables through the preset: what the product's own tables then say, beside the files. */
export const olistBench: Bench = {
  name: 'olist',
  summary: 'the import of the Olist tables equals the files',
  async *run() {
    const files = join(dataSets, 'olist');
    if (!existsSync(files)) {
      yield told(
        `skipped: there is no ${files}; set LYHORD_DATA_SETS to the folder of the data sets`,
        0,
        'files',
      );
      return;
    }
    const folder = temporaryFolder('olist');
    try {
      const expected = await olistFiguresIn(files);
      const order = { path: files, preset: 'olist' as const, mapping: null, workspace: null };
      const { figures } = await importFiles(order, folder.path, () => undefined);
      if (!figures) throw new Error('the import told no figures');
      for (const count of ['orders', 'payments', 'items', 'reviews', 'reviewsWithText'] as const) {
        yield equalTo(count, figures[count], expected[count], 'rows');
      }
      for (const [index, n] of expected.stars.entries()) {
        yield equalTo(`reviews with ${index + 1} stars`, figures.stars[index] ?? 0, n, 'reviews');
      }
      yield equalTo('mean score of late orders', figures.late.mean, 2.215, 'stars', 0.0005);
      yield equalTo('late orders', figures.late.n, expected.late.n, 'orders');
      yield equalTo('mean score of orders on time', figures.onTime.mean, 4.281, 'stars', 0.0005);
      yield equalTo('orders on time', figures.onTime.n, expected.onTime.n, 'orders');
    } finally {
      folder.remove();
    }
  },
};
