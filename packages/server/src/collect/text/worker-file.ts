// Where a thread's program lies: beside this one when built, else bundled from its source, as tests need it.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const bundled = new Map<string, Promise<string>>();

/** Path of `<name>.worker` as a module that Node can run; its source lies beside the module with the address `beside`. */
export async function workerFile(name: string, beside: string = import.meta.url): Promise<string> {
  const built = fileURLToPath(new URL(`./${name}.worker.js`, import.meta.url));
  if (existsSync(built)) return built;
  const standing = bundled.get(name) ?? bundle(name, beside);
  bundled.set(name, standing);
  return standing;
}

async function bundle(name: string, beside: string): Promise<string> {
  const { build } = await import('esbuild');
  const source = fileURLToPath(new URL(`./${name}.worker.ts`, beside));
  const folder = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}/${name}-${process.pid}.worker.mjs`;
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    external: ['snowball-stemmers', 'yauzl', 'sax', 'hyparquet', 'hyparquet-compressors'],
  });
  return outfile;
}
