import { text } from 'node:stream/consumers';
import { scanDataDirectory } from '@lyhord/server';
import { readOptions, UsageError } from '../commands/options.ts';

export const privacyHelp = `lyhord privacy scan [WORD …] [--data DIR]

Looks for words in every file of the data folder, also while the server runs: columns of the warehouse are unpacked,
parts out of use included; pages, long values, indexes and log segments of the ledger are read byte by byte. Without
words it reads them from standard input, one a line, so that they do not stay in the history of the shell.

  --data DIR   the data folder (default: data, or LYHORD_DATA)

Ends with 0 when nothing was found and every file could be read, with 1 otherwise.`;

export async function privacyCommand(argv: string[]): Promise<number> {
  const { values, positionals } = readOptions(argv, { data: { type: 'string' } }, true);
  const [verb, ...words] = positionals;
  if (verb !== 'scan') throw new UsageError('Say what to do: lyhord privacy scan. See --help.');
  const wanted = words.length > 0 ? words : await wordsFromInput();
  if (wanted.length === 0) throw new UsageError('Name at least one word to look for. See --help.');
  const scan = await scanDataDirectory(wanted, values.data);
  for (const { index, file } of scan.findings) console.log(`${wanted[index]}\t${file}`);
  for (const file of scan.unreadable) console.log(`could not be unpacked\t${file}`);
  const megabytes = Math.round(scan.bytes / 1e6).toLocaleString('en');
  const found = new Set(scan.findings.map(({ index }) => index)).size;
  console.log(`${found} of ${wanted.length} words found in ${scan.files} files, ${megabytes} MB unpacked.`);
  return found === 0 && scan.unreadable.length === 0 ? 0 : 1;
}

async function wordsFromInput(): Promise<string[]> {
  const lines = (await text(process.stdin)).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}
