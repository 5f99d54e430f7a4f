// Which of the server's tests ask the stores: those whose imports lead to the opening of test stores. The others do
// not change when the stores are reached over the network; they compute only, or start programs on stores of their own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = 'packages/server/src';
const opening = `${source}/platform/testing/open-test-stores.ts`;

/** Paths from the repository's root, sorted. */
export async function testsOnStores() {
  const tests = readdirSync(join(root, source), { recursive: true })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `${source}/${path.replaceAll('\\', '/')}`)
    .sort();
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: tests.map((test) => `import './${test}';`).join('\n'), resolveDir: root },
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  if (!metafile.inputs[opening]) throw new Error(`No test imports ${opening}: has it moved?`);
  return tests.filter((test) => leadsTo(metafile.inputs, test, opening));
}

function leadsTo(inputs, from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (inputs[from]?.imports ?? []).some(
    ({ path, external }) => !external && leadsTo(inputs, path, to, seen),
  );
}
