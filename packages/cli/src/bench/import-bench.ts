import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImportMapping } from '@lyhord/contract';
import { importFiles } from '@lyhord/server';
import { atMost, type Bench, equalTo, told } from './figure.ts';
import { temporaryFolder } from './server-process.ts';

/** The bar is for a million rows; LYHORD_BENCH_ROWS tries with fewer, and the bar shrinks with them. */
const rows = Number(process.env.LYHORD_BENCH_ROWS ?? 1_000_000);
const barSeconds = 60;
const rowsPerBlock = 5_000;

const names = ['Order Completed', 'Order Delivered', 'Order Refunded', 'Store Visited'];
const two = (number: number) => String(number).padStart(2, '0');

/** A row as a shop writes it: Swedish dates and decimals, a customer of four rows with two identifiers, one of 200 stores. */
function row(index: number): string {
  const day = `${two(1 + (index % 28))}.${two(1 + (index % 12))}.2025`;
  const customer = index % Math.max(1, rows / 4);
  const amount = `${(index * 37) % 4_000},${two(index % 100)}`;
  return `R${index};${day} ${two(index % 24)}:${two(index % 60)};${names[index % names.length]};S${index % 200};${customer};kund${customer}@example.org;O${index >> 1};${amount};SEK\n`;
}

function* blocks(): Generator<string> {
  yield 'Rad-ID;Datum;Händelse;Butik;Kundnummer;E-post;Ordernummer;Belopp;Valuta\n';
  for (let from = 0; from < rows; from += rowsPerBlock) {
    let block = '';
    for (let index = from; index < Math.min(rows, from + rowsPerBlock); index += 1) block += row(index);
    yield block;
  }
}

const mapping = ImportMapping.parse({
  target: 'events',
  columns: {
    messageId: 'Rad-ID',
    happenedAt: 'Datum',
    event: 'Händelse',
    place: 'Butik',
    userId: 'Kundnummer',
    email: 'E-post',
    reference: 'Ordernummer',
    amount: 'Belopp',
    currency: 'Valuta',
  },
  dateFormat: 'day_first',
  decimalComma: true,
});

/** A generated file of orders through the ordinary pipeline into an empty data folder, and once more. */
export const importBench: Bench = {
  name: 'import',
  summary: 'a CSV file of a million rows through the ordinary pipeline (LYHORD_BENCH_ROWS for fewer)',
  async *run() {
    const folder = temporaryFolder('import');
    try {
      const path = join(folder.path, 'orders.csv');
      await pipeline(Readable.from(blocks()), createWriteStream(path));
      const order = { path, preset: null, mapping, workspace: 'Bench' };
      const data = join(folder.path, 'data');
      for (const turn of ['first', 'again'] as const) {
        const cpu = process.cpuUsage();
        const { imports } = await importFiles(order, data, () => undefined);
        const [done] = imports;
        // of the import itself, without the start of the stores
        const seconds = (Date.parse(done!.finishedAt!) - Date.parse(done!.startedAt)) / 1_000;
        const used = process.cpuUsage(cpu);
        if (turn === 'first') {
          yield equalTo('rows taken', done!.accepted, rows, 'rows');
          yield atMost('time to load', seconds, (barSeconds * rows) / 1_000_000, 's');
          yield told('rows a second', rows / seconds, 'rows/s');
          yield told(
            'processor time a row, start of the stores included',
            (used.user + used.system) / rows,
            'µs',
          );
          yield told('memory at its highest', process.resourceUsage().maxRSS / 1024, 'MB');
        } else {
          yield equalTo('rows known the second time', done!.duplicates, rows, 'rows');
          yield told('time to find them known', seconds, 's');
        }
      }
    } finally {
      folder.remove();
    }
  },
};
