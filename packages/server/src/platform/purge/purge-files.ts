// Promise: no letter in the outbox folder and no line of the ledger's own log names the person any more.
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const pieceBytes = 1024 * 1024;

/** Says of a file whether it holds one of the values, or is no text and so may. */
type MayName = (path: string, values: readonly string[]) => Promise<boolean>;

/**
 * Removes the files of a folder that `mayName` the values; says how many. `isMeant` leaves out by name what is none of the
 * person's.
 */
export async function removeFilesNaming(
  folder: string,
  values: readonly string[],
  isMeant: (name: string) => boolean,
  mayName: MayName,
): Promise<number> {
  let removed = 0;
  for (const name of (await readdir(folder).catch(() => [] as string[])).filter(isMeant)) {
    const path = join(folder, name);
    if (!(await mayName(path, values).catch(goneAlready))) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** A letter that was sent meanwhile, a file that was loaded to its end. */
function goneAlready(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false;
  throw error;
}

export const letterMayName: MayName = async (path, values) => {
  const content = await readFile(path, 'latin1');
  return content.includes('\0') || holdsAny(readableLetter(content), values);
};

/** Of a file that may be larger than memory; it is read piece by piece. */
export const fileMayName: MayName = async (path, values) => {
  const longest = Math.max(1, ...values.map((value) => value.length));
  let before = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: pieceBytes })) {
    const text = before + (piece as string);
    if (text.includes('\0') || holdsAny(text, values)) return true;
    before = text.slice(-longest);
  }
  return false;
};

/** Takes lines that hold one of the values out of text files that another process may go on writing to. */
export async function removeLinesNaming(
  paths: readonly string[],
  values: readonly string[],
): Promise<number> {
  let removed = 0;
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (!holdsAny(text, values)) continue;
    const lines = text.split('\n');
    const kept = lines.filter((line) => !holdsAny(line, values));
    removed += lines.length - kept.length;
    await writeFile(path, kept.join('\n'));
  }
  return removed;
}

function holdsAny(text: string, values: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return values.some((value) => lower.includes(value.toLowerCase()));
}

/** A letter as it stands, with its quoted-printable and base64 parts read. */
export function readableLetter(letter: string): string {
  const unfolded = letter.replace(/=\r?\n/g, '');
  const quoted = unfolded.replace(/(=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  );
  const packed = [...letter.matchAll(/(?:[A-Za-z0-9+/]{40,}\r?\n?)+[A-Za-z0-9+/]*={0,2}/g)].map(([block]) =>
    Buffer.from(block.replace(/\s/g, ''), 'base64').toString('utf8'),
  );
  return [Buffer.from(letter, 'latin1').toString('utf8'), quoted, ...packed].join('\n');
}
