// `npm start`: from a fresh clone to the running product with the demo company, in this one process.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { giveUp, requireNode } from './requirements.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const lacksTestPackages = () => {
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return Object.keys(devDependencies).some((name) => !existsSync(`${root}node_modules/${name}`));
};

/**
 * Runs `npm install` when packages are missing or older than the lock file. What only tests and checks use is left out
 * of a first installation unless `withTests`.
 */
export function installMissing({ withTests = false } = {}) {
  const installed = `${root}node_modules/.package-lock.json`;
  const lock = `${root}package-lock.json`;
  const first = !existsSync(installed);
  const current =
    !first && (!existsSync(lock) || statSync(installed).mtimeMs >= statSync(lock).mtimeMs - 2_000);
  if (current && !(withTests && lacksTestPackages())) return;
  const kinds = first && !withTests ? ['--omit=dev'] : ['--include=dev'];
  console.log('Installing packages (once, some minutes on a slow line) …');
  const npm = process.env.npm_execpath;
  const [command, run] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(
    command,
    [...run, 'install', ...kinds, '--prefer-offline', '--no-fund', '--no-audit', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0)
    giveUp(
      'Installing packages failed; the lines above say why. Check the network and the disk, then run the command again.',
    );
}

export async function build() {
  const { buildStaleParts } = await import('./build.mjs');
  try {
    const built = await buildStaleParts();
    if (built.length > 0) console.log('Built.');
  } catch (problem) {
    giveUp(`The build failed: ${problem.message}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode();
  process.chdir(root);
  installMissing();
  await build();
  const { main } = await import('../dist/lyhord.js');
  process.exitCode = await main(['serve', '--demo', ...process.argv.slice(2)]);
}
