// The tables of the Brazilian shop Olist as it publishes them, read from a folder.
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../platform/http/problem.ts';
import { readDelimited } from '../rows/delimited-table.ts';
import { rowsOf } from '../rows/table.ts';

export type OlistRow = Readonly<Record<string, string>>;

const files = {
  orders: 'olist_orders_dataset.csv',
  items: 'olist_order_items_dataset.csv',
  payments: 'olist_order_payments_dataset.csv',
  reviews: 'olist_order_reviews_dataset.csv',
  customers: 'olist_customers_dataset.csv',
  products: 'olist_products_dataset.csv',
  sellers: 'olist_sellers_dataset.csv',
  translation: 'product_category_name_translation.csv',
} as const;
export type OlistTable = keyof typeof files;

/** Throws a sentence that names the first file that is missing. */
export async function checkOlistFolder(folder: string): Promise<void> {
  for (const file of Object.values(files)) {
    await access(join(folder, file)).catch(() => {
      const detail = `There is no ${file} in ${folder}; give the folder that holds all ${Object.keys(files).length} files of the Olist data set.`;
      throw new Problem('invalid_input', { detail });
    });
  }
}

/** The rows of one table, as objects by column, one after another. */
export async function* olistRows(folder: string, table: OlistTable): AsyncGenerator<OlistRow> {
  const read = await readDelimited(createReadStream(join(folder, files[table])), { delimiter: ',' });
  for await (const { cells } of rowsOf(read)) {
    yield Object.fromEntries(read.columns.map((name, index) => [name, String(cells[index] ?? '')]));
  }
}

/** The rows of a table by the value of a column. */
export async function olistRowsBy(
  folder: string,
  table: OlistTable,
  column: string,
): Promise<Map<string, OlistRow[]>> {
  const by = new Map<string, OlistRow[]>();
  for await (const row of olistRows(folder, table)) {
    const key = row[column] ?? '';
    const rows = by.get(key);
    if (rows) rows.push(row);
    else by.set(key, [row]);
  }
  return by;
}
