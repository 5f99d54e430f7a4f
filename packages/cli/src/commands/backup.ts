import { type BackupReport, backupDataDirectory, restoreDataDirectory } from '@lyhord/server';
import type { Command } from './command.ts';
import { readOptions, UsageError } from './options.ts';

const backupHelp = `lyhord backup TO [--data DIR]

Copies both stores into the new folder TO, also while the server runs. The copy is of one moment and carries a checksum per table.

  --data DIR   the data folder (default: data, or LYHORD_DATA)`;

const restoreHelp = `lyhord restore FROM [--data DIR] [--erasures FILE]

Fills the empty data folder DIR from a backup and compares the checksum of every table. Customers who were erased after the backup
are in it; the next start erases those again that the journal of erasures names, before it serves anybody.

  --data DIR   the data folder to fill; must be empty or absent (default: data, or LYHORD_DATA)
  --erasures FILE   the journal of erasures that was kept since the backup: erasures.jsonl of the former data folder, or the file
               that LYHORD_ERASURE_JOURNAL names (which is read without this option, too)`;

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
    const { folder, dataDir, erasures } = target(argv, 'FROM, the folder of the backup', true);
    const report = await restoreDataDirectory(folder, dataDir, erasures);
    tell('Restored', report);
    if (erasures === undefined && !process.env.LYHORD_ERASURE_JOURNAL) console.log(noJournal(report));
    return 0;
  },
};

const noJournal = ({ takenAt }: BackupReport) =>
  `Erasures of customers since ${takenAt} are not known to this backup. Name their journal with --erasures, or erase them again.`;

function target(argv: string[], what: string, restoring = false) {
  const data = { type: 'string' } as const;
  const { values, positionals } = readOptions(argv, { data, erasures: data }, true);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError(`Name ${what}. See --help.`);
  if (values.erasures !== undefined && !restoring)
    throw new UsageError('--erasures is for restore; a backup takes the journal with it.');
  return { folder, dataDir: values.data, erasures: values.erasures };
}

function tell(did: string, report: BackupReport): void {
  console.log(
    `${did} ${report.tables.length} tables with ${report.rows.toLocaleString('en')} rows; every checksum agrees.`,
  );
}
