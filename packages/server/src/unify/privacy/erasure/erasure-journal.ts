// Promise: an erasure that has begun is known outside of the stores, too, so that a restored backup, which is from before,
// does not bring the customer back. A line holds keyed hashes only; they say nothing without the workspace's secret.
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../../../platform/startup-error.ts';

const Line = z.object({
  erasure: z.string().min(1),
  workspaceId: z.string().min(1),
  /** Keys of the customer's identifiers. */
  keys: z.array(z.string().regex(/^\d{1,20}$/)).min(1),
  receivedAt: z.iso.datetime(),
});
export type JournalLine = z.infer<typeof Line>;

export const journalName = 'erasures.jsonl';

/** Where erasures are noted: in the data folder, and where the operator wants them, too. */
export const journalFiles = (dataDir: string, elsewhere: string | null): string[] => [
  join(dataDir, journalName),
  ...(elsewhere === null ? [] : [elsewhere]),
];

/** Adds a line to every file; resolves when it survives a power loss. */
export async function noteErasure(files: readonly string[], line: JournalLine): Promise<void> {
  for (const file of files) {
    const handle = await open(file, 'a', 0o600).catch((error) => {
      throw new Error(`The erasure could not be noted in ${file} (${error.code}); nothing was erased yet.`);
    });
    try {
      await handle.appendFile(`${JSON.stringify(line)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** The erasures noted in files, each once, in their order; a file that is not there holds none. */
export async function notedErasures(files: readonly string[]): Promise<JournalLine[]> {
  const byId = new Map<string, JournalLine>();
  for (const file of files) {
    for (const line of linesOf(file, await textOf(file))) {
      const keys = [...new Set([...(byId.get(line.erasure)?.keys ?? []), ...line.keys])];
      byId.set(line.erasure, { ...line, keys });
    }
  }
  return [...byId.values()];
}

/** Puts the erasures of `file` beside those of a restored data folder; says how many there are. */
export async function takeErasures(file: string, dataDir: string): Promise<number> {
  await checkErasures(file);
  const own = join(dataDir, journalName);
  const noted = await notedErasures([own, file]);
  await writeFile(own, noted.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
  return noted.length;
}

/** Throws one sentence where a file is no journal, so that this is known before anything is restored. */
export async function checkErasures(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const problem = `There is no journal of erasures in ${file} that can be read (${error.code}).`;
    throw new StartupError('config-wrong', problem, { cause: error });
  });
  linesOf(file, text);
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });

function linesOf(file: string, text: string): JournalLine[] {
  const lines = text.split('\n');
  // What stands after the last line break is a line that a stop cut short; nothing had been erased then.
  return lines.slice(0, -1).flatMap((line, index) => {
    if (line === '') return [];
    const parsed = Line.safeParse(parsedJson(line));
    if (parsed.success) return [parsed.data];
    throw new StartupError(
      'config-wrong',
      `${file} is not a journal of erasures: its line ${index + 1} cannot be read.`,
    );
  });
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
