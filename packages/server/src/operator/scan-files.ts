// `lyhord privacy scan`: looks through every file of a data folder, also while its server runs.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { type Scan, scanData } from '../platform/scan/scan-data.ts';
import { StartupError } from '../platform/startup-error.ts';

/** Looks for strings of four bytes or more in all that a data folder holds, unpacked. */
export async function scanDataDirectory(
  strings: readonly string[],
  dataDir: string | undefined,
): Promise<Scan> {
  const folder = resolve(readConfig(dataDir === undefined ? {} : { dataDir }).dataDir);
  await stat(folder).catch(() => {
    throw new StartupError('config-wrong', `There is no data folder ${folder}.`);
  });
  const short = strings.find((text) => Buffer.byteLength(text) < 4);
  if (short !== undefined) {
    throw new StartupError('config-wrong', `"${short}" is too short to look for; give four letters or more.`);
  }
  return scanData(folder, strings);
}
