// Promise: no file below a data directory is passed over: the warehouse's parts in use, out of use and put aside, the
// ledger's pages, indexes, long values and log segments, letters, and whatever else lies there.
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { readableLetter } from '../purge/purge-files.ts';
import { StringFinder } from './find-strings.ts';
import { readLedgerFile } from './ledger-files.ts';
import { readWarehouseFile } from './warehouse-files.ts';

export interface ScanFinding {
  /** Which of the strings, by its place in the list. */
  readonly index: number;
  readonly file: string;
}

export interface Scan {
  readonly files: number;
  /** Bytes that were looked at, after unpacking. */
  readonly bytes: number;
  readonly findings: readonly ScanFinding[];
  /** Files that begin like packed ones and could not be unpacked to their end. */
  readonly unreadable: readonly string[];
}

/** Looks for strings of at least four bytes in everything that a data directory holds. */
export async function scanData(dataDir: string, strings: readonly string[]): Promise<Scan> {
  const finder = new StringFinder(strings);
  const findings = new Map<string, ScanFinding>();
  const unreadable: string[] = [];
  let [files, bytes] = [0, 0];
  for (const root of await rootsOf(dataDir)) {
    for await (const file of filesBelow(root)) {
      const note = (index: number) => findings.set(`${index} ${file}`, { index, file });
      files += 1;
      const read = readFileAs(file, kindOf(file, dataDir, root), finder, note);
      bytes += read.bytes;
      if (read.as === 'unreadable') unreadable.push(file);
    }
  }
  return { files, bytes, findings: [...findings.values()], unreadable };
}

/** The ledger of a data directory that its user cannot reach lies elsewhere. */
async function rootsOf(dataDir: string): Promise<string[]> {
  const pointer = join(dataDir, 'ledger-location');
  const elsewhere = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : '';
  return elsewhere ? [dataDir, elsewhere] : [dataDir];
}

type Kind = 'warehouse' | 'ledger' | 'letter' | 'plain';

function kindOf(file: string, dataDir: string, root: string): Kind {
  if (root !== dataDir || file.startsWith(join(dataDir, 'ledger') + sep)) return 'ledger';
  if (file.startsWith(join(dataDir, 'warehouse') + sep)) return 'warehouse';
  return file.endsWith('.eml') ? 'letter' : 'plain';
}

function readFileAs(
  file: string,
  kind: Kind,
  finder: StringFinder,
  note: (index: number) => void,
): { as: string; bytes: number } {
  try {
    if (kind === 'ledger') {
      const bytes = readLedgerFile(file, basename(file), (piece) => finder.find(piece, note));
      return { as: 'plain', bytes };
    }
    if (kind === 'letter') finder.find(Buffer.from(readableLetter(readFileSync(file, 'latin1'))), note);
    return readWarehouseFile(file, finder.stream(note));
  } catch (error) {
    // a running server takes files away while it is looked at
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { as: 'plain', bytes: 0 };
    throw error;
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
