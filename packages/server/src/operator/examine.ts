// What `lyhord doctor` looks at: each finding in plain words, with what to do where something is wrong.
import { constants } from 'node:fs';
import { access, readFile, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { modelsInUse } from '@lyhord/text/models';
import { triedEngine } from '../collect/index.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { formatVersion } from '../platform/data-directory/data-directory.ts';
import { findRunningServer } from '../platform/data-directory/lock.ts';
import { createEgress } from '../platform/egress/guarded-egress.ts';
import { leastFreeBytes } from '../platform/startup-error.ts';

export interface Finding {
  readonly what: string;
  readonly state: 'right' | 'note' | 'wrong';
  readonly say: string;
  readonly advice?: string;
}

const right = (what: string, say: string): Finding => ({ what, state: 'right', say });
const note = (what: string, say: string, advice?: string): Finding => ({
  what,
  state: 'note',
  say,
  ...(advice ? { advice } : {}),
});
const wrong = (what: string, say: string, advice: string): Finding => ({ what, state: 'wrong', say, advice });

/** Examines this machine and the data folder; changes nothing. */
export async function examine(dataDir?: string): Promise<Finding[]> {
  const findings = [nodeVersion(), ...(await nativePackages())];
  let config: Config;
  try {
    config = readConfig(dataDir === undefined ? {} : { dataDir });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      ...findings,
      ...error.problems.map((problem) => wrong('settings', problem, 'correct the environment variable')),
    ];
  }
  const running = await findRunningServer(config.dataDir).catch(() => null);
  return [
    ...findings,
    right('settings', 'the environment variables make sense'),
    await dataFolder(config.dataDir),
    await diskSpace(config.dataDir),
    ...(running
      ? await runningServer(running)
      : [note('server', 'not running on this data folder'), await port(config)]),
    stores(config),
    mail(config),
    textModels(),
    await textEngine(config),
  ];
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return right('Node', process.version);
  return wrong('Node', `${process.version} is too old`, 'install Node 20.19 or newer');
}

async function nativePackages(): Promise<Finding[]> {
  const packages: [string, () => Promise<unknown>][] = [
    ['chdb', () => import('chdb')],
    ['@node-rs/argon2', () => import('@node-rs/argon2')],
  ];
  return Promise.all(
    packages.map(([name, load]) =>
      load().then(
        () => right(`package ${name}`, 'loads'),
        () =>
          wrong(
            `package ${name}`,
            `has no build for ${process.platform}-${process.arch} here`,
            'run "npm install" again, on glibc Linux or macOS',
          ),
      ),
    ),
  );
}

async function dataFolder(path: string): Promise<Finding> {
  const mode = constants.R_OK | constants.W_OK;
  const known = await access(path, mode).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (known === 'ENOENT')
    return note('data folder', `${path} does not exist yet`, 'the first start makes it');
  if (known !== null)
    return wrong(
      'data folder',
      `${path} cannot be written by this user (${known})`,
      'change its owner, or name another with --data',
    );
  const format = Number(await readFile(join(path, 'format'), 'utf8').catch(() => String(formatVersion)));
  if (format > formatVersion)
    return wrong('data folder', `${path} was written by a newer version`, 'start that version');
  return right('data folder', path);
}

async function diskSpace(path: string): Promise<Finding> {
  const there = await statfs(path).catch(() => statfs(process.cwd()));
  const free = there.bavail * there.bsize;
  const told = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  return free >= leastFreeBytes ? right('disk', told) : wrong('disk', told, 'free some space');
}

function textModels(): Finding {
  const used = modelsInUse();
  const said = used.map(({ name, size }) => `${name} (${(size / 1e6).toFixed(1)} MB)`).join(' and ');
  if (used.length === 2) return right('text models', `${said} are in use`);
  if (used.length === 0)
    return note(
      'text models',
      'none is there; texts are judged by word lists alone',
      'restore packages/text/models',
    );
  return note('text models', `only ${said} is in use; the other has been taken out`);
}

/** Which engine reads texts; another than the own one is asked to read a sentence of ours. */
async function textEngine(config: Config): Promise<Finding> {
  const second = await triedEngine(config, createEgress(config.egressAllow));
  if (second === null) return right('text engine', 'the own engine alone; no text leaves this machine');
  const { name, trouble } = second;
  if (trouble === null) return right('text engine', `the own engine and ${name}, which answers`);
  return wrong(
    'text engine',
    `${name} is not usable: ${trouble}; the own engine reads alone`,
    'correct the settings that begin with LYHORD_TEXT, or take them out',
  );
}

async function runningServer({ pid, url }: { pid: number; url: string | null }): Promise<Finding[]> {
  if (url === null) return [note('server', `process ${pid} is starting`)];
  const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (reply) => reply.ok,
    () => false,
  );
  return [
    right('server', `runs as process ${pid} at ${url}`),
    ready
      ? right('stores', 'both answer')
      : wrong('stores', 'one does not answer', 'see the log of the server'),
  ];
}

function port({ host, port: wanted }: Config): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        wrong(
          'port',
          `${wanted} cannot be used (${error.code})`,
          'stop the program that uses it, or choose another with --port',
        ),
      ),
    );
    probe.listen({ port: wanted, host }, () =>
      probe.close(() => resolve(right('port', `${wanted} is free`))),
    );
  });
}

function stores(config: Config): Finding {
  const ledger = config.databaseUrl ? 'PostgreSQL by DATABASE_URL' : 'embedded PostgreSQL';
  const warehouse = config.clickHouseUrl
    ? `ClickHouse by CLICKHOUSE_URL${config.clickHouseCluster ? ', as a cluster' : ''}`
    : 'embedded ClickHouse engine';
  return right('stores in use', `${ledger}, ${warehouse}`);
}

const mail = ({ smtpUrl }: Config): Finding =>
  smtpUrl
    ? right('mail', 'a mail server is set for the installation')
    : note(
        'mail',
        'no mail server is set for the installation',
        'set SMTP_URL, or one per workspace under Settings → Mail; until then letters are files in the folder outbox',
      );
