/** The model files that ship with the engine: read from disk here, beside the pure engine, which never touches one. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In the order in which they are preferred. The first may be taken out: see the model cards. */
export const modelNames = ['train.bin', 'ship.bin'] as const;
export type ModelName = (typeof modelNames)[number];

/** Seen from this source, from the built program, and from a worker bundled for tests. */
const folders = ['./', '../packages/text/models/', '../../../text/models/'];

function folderOf(): string | null {
  const paths = folders.map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  return paths.find((path) => modelNames.some((name) => existsSync(`${path}${name}`))) ?? null;
}

let read: { readonly name: ModelName; readonly bytes: Uint8Array }[] | null = null;

function filesThere(): readonly { readonly name: ModelName; readonly bytes: Uint8Array }[] {
  if (read !== null) return read;
  const folder = folderOf();
  const there = folder === null ? [] : modelNames.filter((name) => existsSync(`${folder}${name}`));
  read = there.map((name) => ({ name, bytes: readFileSync(`${folder}${name}`) }));
  return read;
}

let bytes: readonly Uint8Array[] | null = null;

/** The bytes of the files that are there, always the same array, so that engines share what they make of it. */
export function shippedModels(): readonly Uint8Array[] {
  bytes ??= filesThere().map((file) => file.bytes);
  return bytes;
}

/** Which of the files are there, and their sizes in bytes. */
export function modelsInUse(): { readonly name: ModelName; readonly size: number }[] {
  return filesThere().map((file) => ({ name: file.name, size: file.bytes.length }));
}
