// Bundles a program of this folder, so that a test can start it in a process of its own and kill it.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface KillableProgram {
  /** Path of the bundle. */
  readonly path: string;
  remove(): Promise<void>;
}

export async function killableProgram(name: 'killable-import' | 'killable-server'): Promise<KillableProgram> {
  const path = fileURLToPath(
    new URL(`../../../node_modules/.cache/${name}-${process.pid}.mjs`, import.meta.url),
  );
  const thread = fileURLToPath(new URL('../imports/in-thread/import-rows.worker.ts', import.meta.url));
  const threadPath = path.replace(/[^/]+$/, 'import-rows.worker.js');
  const bundles: [string, string][] = [[fileURLToPath(new URL(`${name}.ts`, import.meta.url)), path]];
  if (name === 'killable-import') bundles.push([thread, threadPath]);
  await Promise.all(bundles.map(([entry, outfile]) => bundle(entry, outfile)));
  return { path, remove: () => rm(path, { force: true }) };
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [
      {
        name: 'keep-packages-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path: asked, kind }) =>
            kind === 'entry-point' || asked.startsWith('@lyhord/')
              ? undefined
              : { path: asked, external: true },
          ),
      },
    ],
  });
}
