import { backupCommand, restoreCommand } from './backup.ts';
import { benchCommand } from './bench.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { serveCommand } from './serve.ts';

const later = (load: () => Promise<(argv: string[]) => Promise<number>>) => async (argv: string[]) =>
  (await load())(argv);

export const commands: readonly Command[] = [
  serveCommand,
  {
    name: 'import',
    summary: 'load CSV files, or the Olist tables',
    run: later(async () => (await import('../import/import-command.ts')).importCommand),
  },
  {
    name: 'twin',
    summary: 'write or stream the demo company’s data',
    run: later(async () => (await import('../twin/twin-command.ts')).twinCommand),
  },
  {
    name: 'text',
    summary: 'analyse, train and evaluate text from files',
    run: later(async () => (await import('../text/text-command.ts')).textCommand),
  },
  {
    name: 'privacy',
    summary: 'look for words in every file of the data folder, unpacked',
    run: later(async () => (await import('../privacy/privacy-command.ts')).privacyCommand),
  },
  benchCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
];
