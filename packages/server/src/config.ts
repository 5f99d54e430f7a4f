// The only reader of process.env: one key, one sentence, one reason.
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const megabytes = (min: number) => z.coerce.number().int().min(min);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );

/** Describes a key: what it sets and why one would change it. */
const key = <S extends z.ZodType>(schema: S, sentence: string, reason: string) =>
  schema.meta({ sentence, reason });

export const ConfigKeys = {
  LYHORD_DATA: key(
    z.string().min(1).default('data'),
    'Folder that holds everything the product stores.',
    'Put it on the disk that you back up.',
  ),
  LYHORD_HOST: key(
    z.string().min(1).default('127.0.0.1'),
    'Address that the server listens on.',
    'Set 0.0.0.0 when a reverse proxy on another machine, or a container, must reach it.',
  ),
  LYHORD_PORT: key(
    port.default(4600),
    'Port that the server listens on; 0 takes a free one.',
    'Change it when another program uses the port.',
  ),
  LYHORD_PUBLIC_URL: key(
    url('http:', 'https:').optional(),
    'Address under which people and customers reach the server.',
    'Links in mail, survey pages and QR codes are made from it.',
  ),
  LYHORD_TRUSTED_PROXIES: key(
    list.default([]),
    'Addresses or networks of reverse proxies, separated by commas.',
    'Only their X-Forwarded-For is believed, so that rate limits see the real caller.',
  ),
  LYHORD_LOG_LEVEL: key(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'How much is logged.',
    'Set debug to follow a problem.',
  ),
  LYHORD_SECRET: key(
    z.string().min(32).optional(),
    'Key for signing sessions and links, at least 32 characters.',
    'Several processes must share one; a single process makes and keeps its own.',
  ),
  LYHORD_ERASURE_JOURNAL: key(
    z.string().min(1).optional(),
    'File in which erasures of customers are noted as keyed hashes, besides the one in the data folder.',
    'Put it on another disk, beside the backups: after a restore, erasures made since the backup are done again from it.',
  ),
  LYHORD_METRICS_TOKEN: key(
    z.string().min(16).optional(),
    'Token that /metrics asks for from other machines.',
    'Without it only this machine may read the metrics.',
  ),
  LYHORD_BODY_LIMIT_MB: key(
    megabytes(1).default(8),
    'Largest request body in megabytes.',
    'Raise it for large batches; files are streamed and have their own limit.',
  ),
  DATABASE_URL: key(
    url('postgres:', 'postgresql:').optional(),
    'PostgreSQL (15 or newer) to use as the ledger.',
    'Without it an embedded PostgreSQL runs inside the data folder.',
  ),
  CLICKHOUSE_URL: key(
    url('http:', 'https:').optional(),
    'ClickHouse (25.8 or newer) to use as the warehouse, with user, password and database in the URL.',
    'Without it an embedded engine runs inside the data folder.',
  ),
  CLICKHOUSE_CLUSTER: key(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/)
      .optional(),
    "Name of the cluster in the ClickHouse servers' configuration.",
    'Tables are then replicated and sharded over it.',
  ),
  LYHORD_QUERY_MEMORY_MB: key(
    megabytes(64).default(1024),
    'Most memory that one question to the warehouse may take.',
    'Raise it on a large machine with many millions of events.',
  ),
  LYHORD_WAREHOUSE_MEMORY_MB: key(
    megabytes(256).default(2048),
    'Most memory that the embedded warehouse may take in all.',
    'Lower it where memory is scarce.',
  ),
  UV_THREADPOOL_SIZE: key(
    z.coerce.number().int().min(4).max(64).default(4),
    "Node's worker threads, at least 4; all but two may work on questions to the embedded warehouse.",
    'Raise it to the number of cores and two more on a large machine.',
  ),
  LYHORD_DURABILITY: key(
    z.enum(['power-loss', 'process']).default('power-loss'),
    'What acknowledged data survives: a power loss, or only the end of the process.',
    'process is faster where the disk is slow; a power loss may then lose the last seconds.',
  ),
  SMTP_URL: key(
    url('smtp:', 'smtps:').optional(),
    'Mail server, such as smtps://user:password@mail.example.org.',
    'Without it (and without one in the settings) mail is written to the folder outbox.',
  ),
  LYHORD_MAIL_FROM: key(
    z.string().min(3).optional(),
    'Sender of mail when a workspace has set none.',
    'Most mail servers only take a sender of their own domain.',
  ),
  LYHORD_TEXT_ONNX: key(
    z.string().min(1).optional(),
    'Path of an ONNX model that judges the feeling of texts, beside the own engine.',
    'Set it when you have a model that tells your comments better; see Text from files for what it must look like.',
  ),
  LYHORD_TEXT_SERVICE_URL: key(
    url('http:', 'https:').optional(),
    "Address of a service that speaks the protocol of OpenAI's chat completions and reads redacted texts, such as https://models.example.org/v1.",
    'Set it when redacted comments may be read by a language model; one on a private network must be named in LYHORD_EGRESS_ALLOW, too.',
  ),
  LYHORD_TEXT_SERVICE_MODEL: key(
    z.string().min(1).max(100).optional(),
    "The model's name at that service.",
    'Needed together with LYHORD_TEXT_SERVICE_URL.',
  ),
  LYHORD_TEXT_SERVICE_KEY: key(
    z.string().min(1).optional(),
    'Key for that service.',
    'Most services ask for one; one of your own may not.',
  ),
  LYHORD_TEXT_SERVICE_SECONDS: key(
    z.coerce.number().min(1).max(120).default(10),
    'Most seconds that a group of texts waits for that service; what is not answered by then stays with the own engine.',
    'Senders wait as long for their answer: raise it only where they can.',
  ),
  LYHORD_EGRESS_ALLOW: key(
    list.default([]),
    'Private hosts (host or host:port) that outgoing requests may reach, separated by commas.',
    'Connectors cannot reach private networks unless named here.',
  ),
} as const;

const Environment = z.object(ConfigKeys);

/** Settings as the parts of the server read them. */
export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** null: the address that the server listens on. */
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
  /** null: made once and kept in the data directory. */
  readonly secret: string | null;
  readonly metricsToken: string | null;
  /** Besides the journal in the data folder; null: there is only that one. */
  readonly erasureJournal: string | null;
  readonly bodyLimitBytes: number;
  readonly databaseUrl: string | null;
  readonly clickHouseUrl: string | null;
  readonly clickHouseCluster: string | null;
  readonly queryMemoryBytes: number;
  readonly warehouseMemoryBytes: number;
  /** Questions that the embedded warehouse answers at once. */
  readonly warehouseReaders: number;
  /** Acknowledged data survives a power loss; false: only the end of the process. */
  readonly durable: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly egressAllow: readonly string[];
  /** null: no model of the operator's own. */
  readonly textOnnx: string | null;
  /** null: no text leaves the machine. */
  readonly textService: {
    readonly url: string;
    readonly model: string;
    readonly key: string | null;
    readonly seconds: number;
  } | null;
}

/** What is wrong with the environment, one sentence per key. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads and checks the environment; `overrides` (command-line options) win over it. */
export function readConfig(
  overrides: Partial<Config> = {},
  environment: Record<string, string | undefined> = process.env,
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => described(issue, given)));
  if (parsed.data.CLICKHOUSE_CLUSTER && !parsed.data.CLICKHOUSE_URL) {
    throw new ConfigError(['CLICKHOUSE_CLUSTER is set but CLICKHOUSE_URL is not; set both or neither.']);
  }
  const confused = textEngineProblem(parsed.data);
  if (confused) throw new ConfigError([confused]);
  const config = { ...settings(parsed.data), ...overrides };
  return { ...config, dataDir: resolve(config.dataDir) };
}

function textEngineProblem(env: z.infer<typeof Environment>): string | null {
  const { LYHORD_TEXT_ONNX: onnx, LYHORD_TEXT_SERVICE_URL: url, LYHORD_TEXT_SERVICE_MODEL: model } = env;
  if (onnx && url)
    return 'LYHORD_TEXT_ONNX and LYHORD_TEXT_SERVICE_URL are both set; one of them can read texts, so set only one.';
  if (Boolean(url) === Boolean(model)) return null;
  const [set, lacking] = url
    ? ['LYHORD_TEXT_SERVICE_URL', 'LYHORD_TEXT_SERVICE_MODEL']
    : ['LYHORD_TEXT_SERVICE_MODEL', 'LYHORD_TEXT_SERVICE_URL'];
  return `${set} is set but ${lacking} is not; set both or neither.`;
}

const textServiceOf = (env: z.infer<typeof Environment>): Config['textService'] =>
  env.LYHORD_TEXT_SERVICE_URL && env.LYHORD_TEXT_SERVICE_MODEL
    ? {
        url: env.LYHORD_TEXT_SERVICE_URL,
        model: env.LYHORD_TEXT_SERVICE_MODEL,
        key: env.LYHORD_TEXT_SERVICE_KEY ?? null,
        seconds: env.LYHORD_TEXT_SERVICE_SECONDS,
      }
    : null;

function settings(env: z.infer<typeof Environment>): Config {
  return {
    dataDir: env.LYHORD_DATA,
    host: env.LYHORD_HOST,
    port: env.LYHORD_PORT,
    publicUrl: env.LYHORD_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: env.LYHORD_TRUSTED_PROXIES,
    logLevel: env.LYHORD_LOG_LEVEL,
    erasureJournal: env.LYHORD_ERASURE_JOURNAL ?? null,
    secret: env.LYHORD_SECRET ?? null,
    metricsToken: env.LYHORD_METRICS_TOKEN ?? null,
    bodyLimitBytes: env.LYHORD_BODY_LIMIT_MB * 1024 ** 2,
    databaseUrl: env.DATABASE_URL ?? null,
    clickHouseUrl: env.CLICKHOUSE_URL ?? null,
    clickHouseCluster: env.CLICKHOUSE_CLUSTER ?? null,
    queryMemoryBytes: env.LYHORD_QUERY_MEMORY_MB * 1024 ** 2,
    warehouseMemoryBytes: env.LYHORD_WAREHOUSE_MEMORY_MB * 1024 ** 2,
    warehouseReaders: Math.min(8, env.UV_THREADPOOL_SIZE - 2),
    durable: env.LYHORD_DURABILITY === 'power-loss',
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.LYHORD_MAIL_FROM ?? null,
    egressAllow: env.LYHORD_EGRESS_ALLOW,
    textOnnx: env.LYHORD_TEXT_ONNX ?? null,
    textService: textServiceOf(env),
  };
}

const secretKeys = new Set([
  'LYHORD_SECRET',
  'LYHORD_METRICS_TOKEN',
  'DATABASE_URL',
  'CLICKHOUSE_URL',
  'SMTP_URL',
  'LYHORD_TEXT_SERVICE_KEY',
]);

function described(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = secretKeys.has(name) ? 'the given value' : `"${String(given[name]).slice(0, 60)}"`;
  return `${name}: ${value} does not fit: ${issue.message}.`;
}

export interface ConfigLine {
  readonly key: string;
  readonly value: string;
  readonly given: boolean;
  readonly sentence: string;
  readonly reason: string;
}

/** Every key with its value (secrets hidden) and why one would change it; for `lyhord doctor`. */
export function describeConfig(environment: Record<string, string | undefined> = process.env): ConfigLine[] {
  return Object.entries(ConfigKeys).map(([name, schema]) => {
    const given = environment[name];
    const fallback = schema.safeParse(undefined);
    const standing = fallback.success && fallback.data !== undefined ? String(fallback.data) : 'not set';
    const { sentence, reason } = schema.meta() as { sentence: string; reason: string };
    const value = given ? (secretKeys.has(name) ? 'set (hidden)' : given) : standing || 'not set';
    return { key: name, value, given: Boolean(given), sentence, reason };
  });
}
