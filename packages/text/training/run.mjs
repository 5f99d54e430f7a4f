// Bundles the training script and runs it from packages/text, so that it needs no build step of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));
const outfile = join(folder, 'dist', 'train.mjs');
await build({
  entryPoints: [join(folder, 'training', 'train.ts')],
  ...{ outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
  external: ['snowball-stemmers'],
});
const env = { LYHORD_DATA_SETS: join(folder, '../../../shared/data'), ...process.env };
const memory = ['--max-old-space-size=8000'];
process.exitCode =
  spawnSync(process.execPath, [...memory, outfile, ...process.argv.slice(2)], {
    cwd: folder,
    env,
    stdio: 'inherit',
  }).status ?? 1;
