import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPersonal, type Viewer } from '../../../access/index.ts';
import { scanData } from '../../../platform/scan/scan-data.ts';
import { sql } from '../../../platform/stores/sql.ts';
import {
  ask,
  type PlantedCustomer,
  type PlantingSession,
  plantCustomer,
  plantedStrings,
  readProfileAtHand,
  send,
} from '../proof/plant-customer.ts';
import { type OpenProduct, openProduct } from '../testing/open-product.ts';
import { eraseFiles } from './erase-files.ts';
import { eraseFrom } from './erase-tables.ts';

let dataDir: string;
let server: OpenProduct;
let session: PlantingSession;
let planted: PlantedCustomer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lyhord-erasure-'));
  await chmod(dataDir, 0o711);
  server = await openProduct(dataDir);
  ({ session } = server);
  planted = await plantCustomer(session, 7);
  await plantCustomer(session, 8);
});
afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const customerKey = async () => {
  const path = `/api/customers?search=${planted.email}`;
  const { customers } = await ask<{ customers: { key: string }[] }>(session, 'GET', path);
  return customers[0]?.key;
};
const foundOf = async (strings: readonly string[]) => {
  const scan = await scanData(dataDir, strings);
  expect(scan.unreadable).toEqual([]);
  return scan;
};

test('every table of both stores is declared, with where a customer stands in it', async () => {
  const { declaredTables } = await import('../../../compose.ts');
  const declared = (store: string) =>
    new Set(declaredTables.filter((table) => table.store === store).map(({ table }) => table));
  const ledger = await server.platform.ledger.query<{ name: string }>(sql`
    select case when schemaname = 'public' then tablename else schemaname || '.' || tablename end as name
    from pg_tables where schemaname in ('public', 'pgboss') and tablename !~ '^j[0-9a-f]{56}$'`);
  const warehouse = await server.platform.warehouse.query<{ name: string }>(
    sql`select name from system.tables where database = currentDatabase()`,
  );
  const forgotten = [
    ...ledger.map(({ name }) => name).filter((name) => !declared('ledger').has(name)),
    ...warehouse.map(({ name }) => name).filter((name) => !declared('warehouse').has(name)),
  ];
  // a new table belongs into personal-data.ts of its step: what it holds of customers, or why it holds nothing
  expect(forgotten).toEqual([]);
});

test('a copy for the customer holds what was said, done and known, with its sources, and names nobody else', async () => {
  const key = await customerKey();
  const copy = await ask<{ held: { table: string; rows: Record<string, unknown>[] }[] }>(
    session,
    'GET',
    `/api/customers/${key}/export`,
  );
  const text = JSON.stringify(copy);
  const missing = planted.strings.filter((one) => !text.includes(one));
  expect(missing.length).toBeLessThan(4);
  expect(plantedStrings(8).filter((one) => text.includes(one))).toEqual([]);
  const sources = copy.held.find(({ table }) => table === 'events')?.rows.map(({ source }) => source);
  expect(sources).toContain('Till');
  const page = await fetch(`${session.origin}/api/customers/${key}/export?format=html`, {
    headers: { cookie: session.cookie },
  });
  const html = await page.text();
  expect(html).toContain(planted.strings[0]);
  expect(html).not.toMatch(/<script|https?:\/\//);
});

test('a letter to somebody whose address ends like the customer’s is another’s, in a copy and in an erasure', async () => {
  const { ledger, warehouse } = server.platform;
  const { workspaceId } = server;
  const letterTo = (id: string, to: string) =>
    ledger.query(sql`insert into mails (id, workspace_id, message_key, kind, to_address, subject, text, message_id, state,
        created_at, due_at)
      values (${id}, ${workspaceId}, ${id}, 'reply', ${to}, 'Your question', ${`Dear you, this went to ${to}.`}, ${id},
        'queued', now(), now() + interval '1 year')`);
  await letterTo('own', planted.email.toUpperCase());
  await letterTo('anothers', `jo${planted.email}`);
  const path = `/api/customers/${await customerKey()}/export`;
  const { held } = await ask<{ held: { table: string; rows: { id: string }[] }[] }>(session, 'GET', path);
  const copied = held.find(({ table }) => table === 'mails')?.rows.map(({ id }) => id) ?? [];
  expect(copied).toContain('own');
  expect(copied).not.toContain('anothers');
  const { declaredTables } = await import('../../../compose.ts');
  const mails = declaredTables.filter(isPersonal).find(({ table }) => table === 'mails')!;
  const person = { workspaceId, keys: [], values: [planted.email] };
  expect(await eraseFrom({ ledger, warehouse }, mails, person)).toBe(1);
  expect(await ledger.query(sql`delete from mails where id = 'anothers' returning id`)).toHaveLength(1);
});

/** Rows of the profiles at hand that name one of the strings. */
const atHand = async (strings: readonly string[]) => {
  const rows = await server.platform.ledger.query<{ row: string }>(
    sql`select concat_ws(' ', identity, traits, tallies) as row from served_identifiers`,
  );
  return rows.filter(({ row }) => strings.some((one) => row.includes(one))).length;
};

/** Rows that name the customer's identifiers by key alone, in whatever version; a scan for words does not find them. */
async function keptByKey(known?: readonly string[]): Promise<{ keys: string[]; rows: number }> {
  const { warehouse } = server.platform;
  const { workspaceId } = server;
  const { text } = (await server.collect.keyOf(workspaceId, { type: 'email', value: planted.email }))!;
  const own = sql`select profile_key from profile_keys final
    where workspace_id = ${workspaceId} and identifier_key = ${sql.typed('UInt64', BigInt(text))}`;
  const keys =
    known ??
    (
      await warehouse.query<{
        key: string;
      }>(sql`select distinct toString(identifier_key) as key from profile_keys
        where workspace_id = ${workspaceId} and profile_key in (${own})`)
    ).map(({ key }) => key);
  const counts = await Promise.all(
    ['profile_keys', 'customer_tallies'].map((table) =>
      warehouse.query<{ n: string }>(sql`select count() as n from ${sql.name(table)}
        where workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys.map(BigInt), 'UInt64')}`),
    ),
  );
  return { keys: [...keys], rows: counts.reduce((sum, [row]) => sum + Number(row?.n ?? 0), 0) };
}

/** A workbook that another workspace has brought and not loaded yet. */
async function waitingElsewhere(): Promise<string> {
  await server.platform.ledger.query(sql`insert into imports (id, workspace_id, file_name, target, state)
    values ('elsewhere', 'another workspace', 'rows.xlsx', 'signals', 'waiting')`);
  const path = join(dataDir, 'uploads', 'elsewhere.upload');
  await mkdir(join(dataDir, 'uploads'), { recursive: true });
  await writeFile(path, 'PK\u0003\u0004\u0000');
  return path;
}

const outbox = () => join(dataDir, 'outbox');
/** Sends a letter that names the customer; says which file of the outbox it lies in. */
async function letterOf(workspaceId: string): Promise<string> {
  const before = new Set(await readdir(outbox()).catch(() => []));
  const mail = await server.access.mailFor(workspaceId);
  await mail.send({ to: planted.email, subject: 'Your question', text: `You are ${planted.email}.` });
  const [name] = (await readdir(outbox())).filter((one) => !before.has(one));
  return join(outbox(), name!);
}

test('letters of other workspaces stay in the outbox, also where they name the same customer', async () => {
  const admin = { email: 'boss@elsewhere.example', name: 'Boss', password: 'a long password' };
  const { workspaceId } = await server.access.createWorkspace({ name: 'Elsewhere', admin });
  const nobodys = join(outbox(), '2026-01-02T03-04-05-678Z-from-before.eml');
  const [own, others] = [await letterOf(server.workspaceId), await letterOf(workspaceId)];
  await writeFile(nobodys, `To: ${planted.email}`);
  await eraseFiles(server.platform, { workspaceId: server.workspaceId, keys: [], values: [planted.email] });
  // whose an earlier version's letter was is not known any more
  expect([own, nobodys, others].map((path) => existsSync(path))).toEqual([false, false, true]);
  await rm(others);
});

test('after an erasure no file of any store holds a word of the customer, and the others keep theirs', async () => {
  await readProfileAtHand(session, planted.email);
  expect(await atHand(planted.strings)).toBeGreaterThan(0);
  const before = await foundOf(planted.strings);
  const seen = new Set(before.findings.map(({ index }) => index));
  expect(planted.strings.filter((_, index) => !seen.has(index))).toEqual([]);

  const kept = await keptByKey();
  expect(kept.rows).toBeGreaterThan(0);
  const { workspaceId } = server;
  const boss = { workspaceId, name: 'Boss', personId: null } as Viewer;
  const waiting = await waitingElsewhere();
  const request = await server.unify.privacy.erase(boss, (await customerKey())!);
  expect(request).toMatchObject({
    state: 'done',
    receipt: { rowsLeft: 0, disk: { logSegmentsReplaced: true } },
  });
  const tables = new Set(request.receipt!.erased.map(({ table }) => table));
  for (const table of [
    'events',
    'signals',
    'signal_texts',
    'traits',
    'identifiers',
    'refusals',
    'cases',
    'case_entries',
    'served_identifiers',
    'profile_keys',
    'customer_tallies',
  ])
    expect(tables).toContain(table);

  expect(existsSync(waiting)).toBe(true);
  const after = await foundOf(planted.strings);
  expect(after.findings.map(({ index, file }) => [planted.strings[index], file])).toEqual([]);
  const others = await foundOf(plantedStrings(8));
  expect(new Set(others.findings.map(({ index }) => index)).size).toBe(100);
  expect(await customerKey()).toBeUndefined();
  expect(await atHand(planted.strings)).toBe(0);
  expect((await keptByKey(kept.keys)).rows).toBe(0);
  expect(await atHand(plantedStrings(8))).toBeGreaterThan(0);
  expect((await server.understand.verifyRollups(workspaceId)).equal).toBe(true);
});

test('a re-send does not bring an erased customer back, and says why', async () => {
  const verdicts = [
    ...(await send(session, '/v1/batch', planted.batch)).verdicts,
    ...(await send(session, '/v1/signals', planted.signals)).verdicts,
  ];
  expect(new Set(verdicts.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
    new Set(['refused erased']),
  );
  expect(await customerKey()).toBeUndefined();
  expect((await foundOf(planted.strings)).findings).toEqual([]);
});

test('who was erased comes back only at their own wish, and without what was erased', async () => {
  const bought = (messageId: string) => ({
    batch: [
      {
        ...{ type: 'identify', messageId, context: { externalIds: [{ type: 'email', id: planted.email }] } },
        traits: { city: 'Ystad' },
      },
    ],
  });
  expect((await send(session, '/v1/batch', bought('back-1'))).verdicts[0]).toMatchObject({
    reason: 'erased',
  });
  const wish = { type: 'email', value: planted.email, reason: 'Wrote to us' };
  await ask(session, 'POST', '/api/privacy/returns', wish);
  await expect(ask(session, 'POST', '/api/privacy/returns', wish)).rejects.toThrow('was erased');
  const unreadable = { ...wish, type: 'email', value: 'anna at example' };
  await expect(ask(session, 'POST', '/api/privacy/returns', unreadable)).rejects.toThrow('anna@example.org');
  expect((await send(session, '/v1/batch', bought('back-2'))).verdicts[0]).toMatchObject({
    outcome: 'accepted',
  });
  const { verdicts } = await send(session, '/v1/signals', planted.signals);
  expect(new Set(verdicts.map(({ reason }) => reason))).toEqual(new Set(['erased']));
  const page = await ask<{ timeline: unknown[]; traits: { value: string }[] }>(
    session,
    'GET',
    `/api/customers/${await customerKey()}`,
  );
  expect(page.timeline).toEqual([]);
  expect(page.traits.map(({ value }) => value)).toEqual(['Ystad']);
});
