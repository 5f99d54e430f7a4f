// Builds what runs: the commands and workers into dist/, the dashboard into packages/web/dist.
// Each part is skipped when nothing that goes into it has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, requireNode } from './requirements.mjs';

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

/** What goes into each part, what it gives, and how it is made. */
const parts = {
  program: {
    folders: ['contract', 'stats', 'text', 'twin', 'server', 'cli'].map((name) => `packages/${name}`),
    output: 'dist/lyhord.js',
    make: makeProgram,
  },
  widget: { folders: ['packages/widget'], output: 'packages/widget/dist/lyhord.js', make: makeWidget },
  web: {
    folders: ['packages/web', 'packages/contract'],
    output: 'packages/web/dist/index.html',
    make: makeWeb,
  },
};

const stampFileOf = (part) => join(root, 'dist', `.${part}.stamp`);
const isThere = (part) => part !== 'web' || existsSync(join(root, 'packages/web/index.html'));

/** The parts whose sources have changed since they were built. */
export function staleParts() {
  return Object.keys(parts).filter((part) => {
    const { folders, output } = parts[part];
    const stampFile = stampFileOf(part);
    const stamped = existsSync(stampFile) && existsSync(join(root, output));
    return isThere(part) && !(stamped && readFileSync(stampFile, 'utf8') === stampOf(folders));
  });
}

/** Builds a part from what its sources are now. */
export async function buildPart(part) {
  const { folders, make } = parts[part];
  const stamp = stampOf(folders);
  await make();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFileOf(part), stamp);
}

/** Builds each stale part in a process of its own, side by side: what building takes of memory goes with it. */
export async function buildStaleParts() {
  const stale = staleParts();
  const ended = stale.map(
    (part) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [fileURLToPath(import.meta.url), part], {
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        child.on('error', reject);
        child.on('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`the part "${part}" failed; the lines above say why`)),
        );
      }),
  );
  await Promise.all(ended);
  return stale;
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
async function makeProgram() {
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
async function makeWidget() {
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
}

/** Builds the dashboard with Vite. */
async function makeWeb() {
  const { build } = await import('vite');
  await build({ root: join(root, 'packages/web'), logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode();
  const asked = process.argv[2];
  if (asked !== undefined && !Object.hasOwn(parts, asked))
    giveUp(`There is no part "${asked}" to build; the parts are ${Object.keys(parts).join(', ')}.`);
  const stale = staleParts();
  for (const part of asked ? [asked] : Object.keys(parts)) {
    if (stale.includes(part)) await buildPart(part);
    console.log(stale.includes(part) ? `${part} built` : `${part} is fresh`);
  }
}
