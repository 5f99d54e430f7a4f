// Promise: ClickHouse's HTTP interface, as far as its official client uses it, served from an embedded engine in a
// process of its own, so that tests exercise the real client without a ClickHouse server.
// Run as: node bridge.mjs <folder>; prints one line with its port.
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import type { Session } from 'chdb';
import { literal, openEmbeddedEngine } from '../stores/embedded-engine.ts';
import { sql } from '../stores/sql.ts';
import { renderWithLiterals } from '../stores/sql-for-warehouse.ts';
import { Turns } from '../stores/turns.ts';
import { WarehouseError, warehouseErrorFrom } from '../stores/warehouse-error.ts';
import { bridgedQuestion, type Question } from './bridged-question.ts';

const ofHttpOnly =
  /^(wait_end_of_query|enable_http_compression|send_progress_|http_|cancel_http_|buffer_size|compress|decompress|query_id|session_id|role|client_protocol)/;
const clusterOnly = new Set(['insert_quorum', 'distributed_foreground_insert']);

const folder = process.argv[2];
if (!folder) throw new Error('Say in which folder the bridge keeps its engine.');
const engine = await openEmbeddedEngine({ path: folder, maxMemoryBytes: 2 * 1024 ** 3, compiles: false });
const sessions = new Turns<Session>(Array.from({ length: 4 }, engine.session));
const control = engine.session();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://bridge');
  if (url.pathname === '/ping') return void response.end('Ok.\n');
  const bytes = await buffer(
    request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request,
  );
  const question = bridgedQuestion(url, bytes);
  const id = question.settings.log_comment ?? url.searchParams.get('query_id') ?? randomUUID();
  response.setHeader('x-clickhouse-query-id', id);
  response.setHeader('x-clickhouse-summary', '{"read_rows":"0","written_rows":"0"}');
  response.on('close', () => {
    if (!response.writableEnded) void kill(id);
  });
  const result = await sessions.with((session) => run(session, id, question), 600_000);
  send(request, response, url, result);
}

function send(request: IncomingMessage, response: ServerResponse, url: URL, result: Uint8Array): void {
  const packed =
    url.searchParams.get('enable_http_compression') === '1' &&
    /gzip/.test(String(request.headers['accept-encoding']));
  if (packed) response.setHeader('content-encoding', 'gzip');
  response.end(packed ? gzipSync(result) : result);
}

async function run(session: Session, id: string, question: Question): Promise<Uint8Array> {
  const { default_format: format = 'TabSeparated', ...given } = question.settings;
  const settings = Object.entries({ ...given, log_comment: id }).filter(
    ([name]) => !ofHttpOnly.test(name) && !clusterOnly.has(name),
  );
  for (const [name] of settings)
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new WarehouseError(`Code: 115. DB::Exception: Unknown setting ${name}.`, 115);
  session.query(`use \`${question.database.replaceAll('`', '')}\``);
  session.query(`set ${settings.map(([name, value]) => `${name} = ${literal(value)}`).join(', ')}`);
  try {
    if (question.insert) return await insert(session, question.insert, question.body);
    for (const [name, value] of Object.entries(question.params))
      session.query(`set param_${name} = ${renderWithLiterals(sql`${value}`)}`);
    return (await session.queryAsync(question.text, { format })).bytes();
  } finally {
    session.query(`set ${settings.map(([name]) => `${name} = default`).join(', ')}`);
  }
}

async function insert(
  session: Session,
  into: NonNullable<Question['insert']>,
  values: Buffer,
): Promise<Uint8Array> {
  const { table, format, columns } = into;
  if (format === 'JSONEachRow')
    await session.insert({ table, values, format, ...(columns ? { columns } : {}) });
  else {
    const path = join(String(folder), 'tmp', randomUUID());
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, values);
    const names = columns?.join(', ') ?? '*';
    await session.queryAsync(
      `insert into ${table} (${names}) select ${names} from file(${literal(path)}, ${format})`,
    );
    await rm(path);
  }
  return new Uint8Array();
}

async function kill(id: string): Promise<void> {
  await control
    .queryAsync(`kill query where Settings['log_comment'] = ${literal(id)} async`)
    .catch(() => undefined);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    const failure = warehouseErrorFrom(error);
    if (response.headersSent) return response.destroy();
    response.statusCode = failure.code === 60 || failure.code === 81 ? 404 : 500;
    response.setHeader('x-clickhouse-exception-code', String(failure.code));
    response.end(`${failure.message}\n`);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
// The parent holds the other end: when it is gone, so is the bridge.
process.stdin.on('end', () => process.exit(0)).resume();
