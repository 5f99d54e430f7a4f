import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileMayName, removeFilesNaming } from './purge-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-purge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file is looked through piece by piece, and a name on the edge of two pieces is found', async () => {
  const edge = 1024 * 1024;
  const values = ['åsa.öberg@example.org'];
  for (const [name, before] of [
    ['first', 0],
    ['edge', edge - 9],
    ['letter', edge - 1],
    ['later', 2 * edge + 5],
  ] as const)
    await writeFile(join(folder, name), `${'x'.repeat(before)}Åsa.Öberg@example.org;1\n${'y'.repeat(edge)}`);
  await writeFile(join(folder, 'another'), 'z'.repeat(3 * edge));
  await writeFile(join(folder, 'workbook'), `${'z'.repeat(edge)}\0`);
  expect(await removeFilesNaming(folder, values, () => true, fileMayName)).toBe(5);
  expect(await readdir(folder)).toEqual(['another']);
});

test('a file that goes while it is looked for is no hindrance', async () => {
  const gone = async () => fileMayName(join(folder, 'gone'), ['anna@example.org']);
  expect(await removeFilesNaming(folder, [], () => true, gone)).toBe(0);
});
