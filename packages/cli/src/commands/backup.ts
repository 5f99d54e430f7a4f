import { type BackupReport, backupDataDirectory, restoreDataDirectory } from '@lyhord/server';
import type { Command } from './command.ts';
import { readOptions, UsageError } from './options.ts';

const backupHelp = `lyhord backup TO [--data DIR]

Copies both stores into the new folder TO, also while the server runs. The copy is of one moment and carries a checksum per table.

  --data DIR   the data folder (default: data, or LYHORD_DATA)`;

const restoreHelp = `lyhord restore FROM [--data DIR]

Fills the empty data folder DIR from a backup and compares the checksum of every table.

  --data DIR   the data folder to fill; must be empty or absent (default: data, or LYHORD_DATA)`;

export const backupCommand: Command = {
  name: 'backup',
  summary: 'copy both stores into a folder, also while the server runs',
  help: backupHelp,
  run: async (argv) => {
    const { folder, dataDir } = target(argv, 'TO, the folder for the copy');
    tell('Backed up', await backupDataDirectory(folder, dataDir));
    return 0;
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'fill an empty data folder from a backup',
  help: restoreHelp,
  run: async (argv) => {
    const { folder, dataDir } = target(argv, 'FROM, the folder of the backup');
    tell('Restored', await restoreDataDirectory(folder, dataDir));
    return 0;
  },
};

function target(argv: string[], what: string) {
  const { values, positionals } = readOptions(argv, { data: { type: 'string' } }, true);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError(`Name ${what}. See --help.`);
  return { folder, dataDir: values.data };
}

function tell(did: string, report: BackupReport): void {
  console.log(
    `${did} ${report.tables.length} tables with ${report.rows.toLocaleString('en')} rows; every checksum agrees.`,
  );
}
