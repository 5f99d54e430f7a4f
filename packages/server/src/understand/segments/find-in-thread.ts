// Promise: kinds of customers are looked for beside the main thread, which goes on answering meanwhile.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { KindsFound, KindsToFind } from './find-kinds.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let bundled: Promise<string> | null = null;

export async function findInThread(work: KindsToFind): Promise<KindsFound> {
  bundled ??= programFile();
  const thread = new Worker(await bundled, { workerData: work });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

/** Beside this file when built, else bundled from its source, as tests need it. */
async function programFile(): Promise<string> {
  const built = here('./segments.worker.js');
  if (existsSync(built)) return built;
  const { build } = await import('esbuild');
  const folder = here('../../../node_modules/.cache');
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}/segments-${process.pid}.worker.mjs`;
  await build({
    entryPoints: [here('./segments.worker.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
  });
  return outfile;
}
