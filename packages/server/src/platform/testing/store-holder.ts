// A program for tests: opens the stores of a data directory and inserts numbered rows, one durable insert each,
// telling every number that was acknowledged. Ends when told to on standard input, or when it is killed.
import { readConfig } from '../../config.ts';
import { startPlatform } from '../start-platform.ts';
import { StartupError } from '../startup-error.ts';
import { sql } from '../stores/sql.ts';
import { heldMigrations } from './held-migrations.ts';

const [dataDir = '', mode = 'hold'] = process.argv.slice(2);
const tell = (line: string) => process.stdout.write(`${line}\n`);

try {
  const platform = await startPlatform(readConfig({ dataDir, logLevel: 'silent' }, {}), heldMigrations);
  process.stdin.once('data', async () => {
    await platform.stop();
    process.exit(0);
  });
  tell('ready');
  for (let n = 1; mode === 'insert'; n++) {
    await platform.warehouse.insert('kept', [{ n }]);
    await platform.ledger.query(sql`insert into kept values (${n})`);
    tell(String(n));
  }
} catch (error) {
  tell(error instanceof StartupError ? `${error.fault}: ${error.message}` : String(error));
  process.exit(2);
}
