// Builds what runs: the commands and workers into dist/, the dashboard into packages/web/dist.
// Each half is skipped when nothing that goes into it has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './requirements.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Every file below `folder` that `wanted` accepts, sorted. */
export function filesBelow(folder, wanted) {
  const found = [];
  const walk = (dir) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (wanted(path)) found.push(path);
    }
  };
  if (existsSync(folder)) walk(folder);
  return found.sort();
}

function stampOf(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of filesBelow(join(root, folder), (path) => !path.endsWith('.test.ts'))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${relative(root, file)}:${size}:${mtimeMs}\n`);
    }
  }
  for (const file of ['package-lock.json', 'scripts/build.mjs']) {
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

async function unlessFresh(name, folders, outputs, build) {
  const stampFile = join(root, 'dist', `.${name}.stamp`);
  const stamp = stampOf(folders);
  const fresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (fresh && outputs.every((output) => existsSync(join(root, output)))) return false;
  await build();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** Workers and child processes are files named `*.worker.ts` and `*.process.ts`; each becomes dist/<name>.js. */
function entryPoints() {
  const entries = { lyhord: join(root, 'packages/cli/src/main.ts') };
  for (const file of filesBelow(join(root, 'packages'), (path) => /\.(worker|process)\.ts$/.test(path))) {
    entries[basename(file, '.ts')] = file;
  }
  return entries;
}

/** Bundles the commands, the server and every worker; npm packages stay outside. */
export async function buildProgram() {
  return unlessFresh(
    'program',
    [
      'packages/contract',
      'packages/stats',
      'packages/text',
      'packages/twin',
      'packages/server',
      'packages/cli',
    ],
    ['dist/lyhord.js'],
    async () => {
      const { build } = await import('esbuild');
      for (const file of existsSync(join(root, 'dist')) ? readdirSync(join(root, 'dist')) : []) {
        if (file.endsWith('.js') || file.endsWith('.map')) rmSync(join(root, 'dist', file));
      }
      await build({
        entryPoints: entryPoints(),
        outdir: join(root, 'dist'),
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        sourcemap: true,
        chunkNames: 'chunk-[hash]',
        logLevel: 'warning',
        plugins: [keepPackagesOutside],
      });
    },
  );
}

const keepPackagesOutside = {
  name: 'keep-packages-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@lyhord/') ? undefined : { path, external: true },
    );
  },
};

/** Bundles the script that shops put into their pages. */
export async function buildWidget() {
  return unlessFresh('widget', ['packages/widget'], ['packages/widget/dist/lyhord.js'], async () => {
    const { build } = await import('esbuild');
    await build({
      entryPoints: [join(root, 'packages/widget/src/script.ts')],
      outfile: join(root, 'packages/widget/dist/lyhord.js'),
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2019',
      legalComments: 'none',
      logLevel: 'warning',
    });
  });
}

/** Builds the dashboard with Vite. */
export async function buildWeb() {
  if (!existsSync(join(root, 'packages/web/index.html'))) return false;
  return unlessFresh(
    'web',
    ['packages/web', 'packages/contract'],
    ['packages/web/dist/index.html'],
    async () => {
      const { build } = await import('vite');
      await build({ root: join(root, 'packages/web'), logLevel: 'warn' });
    },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode();
  const only = process.argv[2];
  if (only !== 'web' && only !== 'widget')
    console.log((await buildProgram()) ? 'program built' : 'program is fresh');
  if (!only || only === 'widget') console.log((await buildWidget()) ? 'tracker built' : 'tracker is fresh');
  if (only !== 'program' && only !== 'widget')
    console.log((await buildWeb()) ? 'dashboard built' : 'dashboard is fresh');
}
