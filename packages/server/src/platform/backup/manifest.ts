import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../startup-error.ts';

const name = z.string().regex(/^[a-z_][a-z0-9_.]*$/);
const TableCopy = z.object({
  store: z.enum(['ledger', 'warehouse']),
  name,
  columns: z.array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)),
  rows: z.number(),
  /** Sum of a hash per row, so that the order of rows does not matter. */
  checksum: z.string(),
});
export type TableCopy = z.infer<typeof TableCopy>;

/** What a backup holds; written last, so that a folder without it is no backup. */
const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  migrations: z.object({ ledger: z.array(z.string()), warehouse: z.array(z.string()) }),
  tables: z.array(TableCopy),
  sequences: z.record(z.string(), z.string()),
  queues: z.array(z.object({ name: z.string(), policy: z.string() })),
  /** Files beside the stores, each with the SHA-256 of its bytes; backups of earlier versions do not say. */
  files: z.array(z.object({ name: z.string(), sha256: z.string() })).optional(),
});
export type Manifest = z.infer<typeof Manifest>;

const fileName = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, fileName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, fileName), 'utf8').catch((error) => {
    throw new StartupError(
      'config-wrong',
      `${folder} holds no finished backup: there is no ${fileName} in it.`,
      { cause: error },
    );
  });
  const parsed = Manifest.safeParse(parsedJson(folder, text));
  if (parsed.success) return parsed.data;
  throw new StartupError(
    'data-newer',
    `The backup in ${folder} was made by another version of Lyhörd; restore it with that version.`,
  );
}

function parsedJson(folder: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const file = join(folder, fileName);
    const begin = JSON.stringify(text.slice(0, 40));
    const sentence = `${file} is damaged: it begins with ${begin} and cannot be read as JSON; restore another backup.`;
    throw new StartupError('config-wrong', sentence, { cause: error });
  }
}

/** Where a table's rows lie in a backup. */
export const tableFile = (folder: string, { store, name }: Pick<TableCopy, 'store' | 'name'>) =>
  join(folder, store, `${name}.${store === 'ledger' ? 'copy' : 'native'}.gz`);
