import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDiskRoom } from './disk-room.ts';

const megabyte = 1024 ** 2;

test('items are refused while there is room left for what was accepted, and taken again when there is more', async () => {
  let free = 65 * megabyte;
  const room = createDiskRoom('/nowhere', async () => free);
  await expect(room.mustHave()).resolves.toBeUndefined();
  free = 63 * megabyte;
  await expect.poll(() => room.mustHave().catch(({ code }) => code)).toBe('storage_full');
  free = 65 * megabyte;
  await expect.poll(() => room.mustHave().catch(({ code }) => code)).toBeUndefined();
});

test('the disk of a ledger that lies elsewhere is looked at, too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lyhord-room-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'ledger-location'), '/other\n');
  const room = createDiskRoom(folder, async (at) => (at === '/other' ? 0 : 100 * megabyte));
  await expect(room.mustHave()).rejects.toMatchObject({ code: 'storage_full', status: 507 });
});
