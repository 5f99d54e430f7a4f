import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type AccessApp, openAccessApp } from '../testing/access-app.ts';

let it: AccessApp;
beforeAll(async () => {
  it = await openAccessApp();
});
afterAll(() => it.close());

const secret = 'p4ss-of-the-mail-server';
const url = `smtp://mailer:${secret}@mail.example.org:587`;

async function withMail(cookie: string, smtpUrl: string, more: object = {}) {
  const { body } = await it.call('GET', '/api/workspace', cookie);
  return it.call('PATCH', '/api/workspace', cookie, { mail: { ...body.mail, smtpUrl, ...more } });
}

test('the mail server’s password is taken in and never given out', async () => {
  const { cookie, workspaceId } = await it.workspace();
  const saved = await withMail(cookie, url, { fromAddress: 'hello@example.org' });
  expect(saved.body.mail.smtpUrl).toBe('smtp://mailer:••••••@mail.example.org:587');
  const lead = await it.person(cookie, { role: 'lead' });
  const read = [
    await it.call('GET', '/api/workspace', cookie),
    await it.call('GET', '/api/workspace', lead.cookie),
    await it.call('GET', '/api/audit', cookie),
  ];
  expect(JSON.stringify([saved, read])).not.toContain(secret);
  expect(read[1]?.body.mail.smtpUrl).toBe('');
  const kept = await it.platform.ledger.query(
    sql`select to_jsonb(workspace_settings) as row from workspace_settings`,
  );
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect((await it.access.settings(workspaceId)).mail.smtpUrl).toBe(url);
  expect((await it.access.mailFor(workspaceId)).configured).toBe(true);
});

test('saving the other settings keeps the password, and another server needs it again', async () => {
  const { cookie, workspaceId } = await it.workspace();
  const saved = await withMail(cookie, url);
  const shown = saved.body.mail.smtpUrl;
  await withMail(cookie, shown, { digestHour: 9 });
  const settings = await it.access.settings(workspaceId);
  expect(settings.mail).toMatchObject({ smtpUrl: url, digestHour: 9 });
  const elsewhere = await withMail(cookie, shown.replace('mail.example.org', 'evil.example.net'));
  expect(elsewhere.status).toBe(400);
  expect(elsewhere.body.detail).toContain('only for the server it was given for');
  expect((await withMail(cookie, '')).body.mail.smtpUrl).toBe('');
  expect((await it.access.settings(workspaceId)).mail.smtpUrl).toBe('');
});

test('settings that make no sense are refused by name', async () => {
  const { cookie } = await it.workspace();
  const change = (body: object) => it.call('PATCH', '/api/workspace', cookie, body);
  expect((await change({ timeZone: 'Mars/Olympus' })).body.detail).toContain('"Mars/Olympus"');
  expect((await change({ currency: 'kr.' })).body.detail).toContain('SEK');
  expect((await withMail(cookie, 'http://example.org')).status).toBe(400);
  expect((await change({ target: 40, name: 'Solvik' })).body).toMatchObject({ target: 40, name: 'Solvik' });
});

test('two workspaces know nothing of each other’s settings', async () => {
  const one = await it.workspace();
  const two = await it.workspace();
  await it.call('PATCH', '/api/workspace', one.cookie, { target: 12 });
  expect((await it.call('GET', '/api/workspace', two.cookie)).body.target).toBeNull();
  expect(await it.access.identifierSecret(one.workspaceId)).not.toBe(
    await it.access.identifierSecret(two.workspaceId),
  );
});

test('the demo company gets its people, once', async () => {
  const { workspaceId } = await it.workspace();
  const store = await it.place(workspaceId, null);
  const inside = await it.place(workspaceId, store);
  const outside = await it.place(workspaceId, null);
  const people = await it.access.demoPeople(workspaceId, [store], 'solvik-demo-2026');
  const again = await it.access.demoPeople(workspaceId, [store], 'solvik-demo-2026');
  expect(again).toEqual(people);
  expect(people.map((person) => person.role)).toEqual(['lead', 'manager', 'agent', 'analyst']);
  const manager = await it.access.viewerOf(workspaceId, people[1]?.personId ?? '');
  expect(new Set(manager?.placeIds)).toEqual(new Set([store, inside]));
  expect(manager?.placeIds).not.toContain(outside);
});
