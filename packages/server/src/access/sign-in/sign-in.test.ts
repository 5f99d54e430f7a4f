import {
  getCurrentAuthContextAsyncLocalStorage,
  getCurrentDBAdapterAsyncLocalStorage,
  getRequestStateAsyncLocalStorage,
} from '@better-auth/core/context';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type AccessApp, openAccessApp, password } from '../testing/access-app.ts';
import { signInOptions } from './sign-in.ts';

let it: AccessApp;
beforeAll(async () => {
  it = await openAccessApp();
});
afterAll(() => it.close());

/** Those of the process that are told of promises. */
async function contextsInUse(): Promise<unknown[]> {
  const contexts = await Promise.all([
    getCurrentAuthContextAsyncLocalStorage(),
    getCurrentDBAdapterAsyncLocalStorage(),
    getRequestStateAsyncLocalStorage(),
  ]);
  return contexts.filter((context) => (context as { enabled?: boolean }).enabled);
}

const nothing = { homeOf: async () => null, sendResetLink: async () => {} };

test('the tables are those that the sign-in library asks for', async () => {
  const options = signInOptions(it.platform, 's'.repeat(40), 'http://localhost', nothing);
  const { toBeCreated, toBeAdded } = await getMigrations(options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

test('a person signs in with a cookie that scripts cannot read, and is known by it', async () => {
  const { email, workspaceId } = await it.workspace();
  const reply = await it.call('POST', '/api/auth/sign-in/email', undefined, { email, password });
  expect(reply.status).toBe(200);
  expect(reply.body).toEqual({ signedIn: true });
  const cookie = String(reply.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).not.toMatch(/Secure/);
  const me = await it.call('GET', '/api/me', cookie.split(';')[0]);
  expect(me.body).toMatchObject({ email, role: 'admin', workspace: { id: workspaceId } });
});

test('contexts of the sign-in library are disabled between two calls', async () => {
  const { cookie } = await it.workspace();
  expect((await it.call('GET', '/api/me', cookie)).status).toBe(200);
  await expect.poll(contextsInUse).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 8 }, () => it.call('GET', '/api/me', cookie)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  await expect.poll(contextsInUse).toEqual([]);
});

test('passwords are kept as argon2id', async () => {
  const rows = await it.platform.ledger.query<{ password: string }>(sql`select password from credentials`);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await it.workspace();
  const wrong = await it.call('POST', '/api/auth/sign-in/email', undefined, {
    email,
    password: 'not the password',
  });
  const unknown = await it.call('POST', '/api/auth/sign-in/email', undefined, {
    email: 'nobody@example.org',
    password: 'not the password',
  });
  expect(wrong.status).toBe(401);
  expect(wrong.body.code).toBe('bad_sign_in');
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
});

test('twenty wrong passwords for one address are the most within a quarter of an hour', async () => {
  const { email } = await it.workspace();
  const wrong = () =>
    it.call('POST', '/api/auth/sign-in/email', undefined, { email, password: 'not the password' });
  for (let attempt = 0; attempt < 20; attempt++) expect((await wrong()).status).toBe(401);
  const refused = await wrong();
  expect(refused.status).toBe(429);
  expect(refused.headers['retry-after']).toBeDefined();
  const right = await it.call('POST', '/api/auth/sign-in/email', undefined, { email, password });
  expect(right.status).toBe(429);
});

test('wrong passwords sent at the same moment are as many as sent one after another', async () => {
  const { email } = await it.workspace();
  const guess = (number: number) =>
    it.call('POST', '/api/auth/sign-in/email', undefined, { email, password: `a guess, number ${number}` });
  expect((await guess(0)).status).toBe(401);
  const counted = await it.platform.ledger.query(
    sql`update sign_in_failures set failures = 17 where failures = 1 returning failures`,
  );
  expect(counted.length).toBeGreaterThan(0);
  const statuses = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(guess))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test('a request that names no server by its host is told so', async () => {
  const reply = await it.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { host: 'a b[' },
    payload: { email: 'a@example.org', password },
  });
  expect(reply.statusCode).toBe(400);
  expect(reply.json().detail).toContain('"a b["');
});

test('nobody signs up by themselves', async () => {
  for (const path of [
    'sign-up/email',
    'sign-in/social',
    'update-user',
    'delete-user',
    'ok',
    'list-accounts',
  ]) {
    const reply = await it.call('POST', `/api/auth/${path}`, undefined, {
      email: 'new@example.org',
      password,
      name: 'New',
    });
    expect([path, reply.status]).toEqual([path, 404]);
  }
});

test('signing out ends the session', async () => {
  const { cookie } = await it.workspace();
  expect((await it.call('POST', '/api/auth/sign-out', cookie, {})).status).toBe(200);
  expect((await it.call('GET', '/api/me', cookie)).status).toBe(401);
});

test('a cookie with another signature is nobody’s', async () => {
  const { cookie } = await it.workspace();
  const forged = cookie.replace(/\.[^.]+$/, `.${encodeURIComponent(`${'A'.repeat(43)}=`)}`);
  expect((await it.call('GET', '/api/me', forged)).status).toBe(401);
});

describe('a forgotten password', () => {
  const linkIn = (letters: string[], email: string) => {
    const letter = letters.findLast((text) => text.includes(`To: ${email}`)) ?? '';
    return /reset-password\?token=3D([\w-]+)|reset-password\?token=([\w-]+)/
      .exec(letter.replace(/=\r?\n/g, ''))
      ?.slice(1)
      .find(Boolean);
  };

  test('is replaced by a mailed link that works once and ends all sessions', async () => {
    const { email, cookie } = await it.workspace();
    const asked = await it.call('POST', '/api/auth/request-password-reset', undefined, {
      email,
      redirectTo: '/reset-password',
    });
    expect(asked.status).toBe(200);
    let token: string | undefined;
    await expect
      .poll(async () => {
        token = linkIn(await it.platform.sentMail(), email);
        return token;
      })
      .toBeDefined();
    const newPassword = 'another good password';
    const set = await it.call('POST', '/api/auth/reset-password', undefined, { token, newPassword });
    expect(set.status).toBe(200);
    expect((await it.call('GET', '/api/me', cookie)).status).toBe(401);
    expect(await it.signIn(email, newPassword)).toContain('lyhord.session_token');
    const again = await it.call('POST', '/api/auth/reset-password', undefined, { token, newPassword });
    expect(again.status).toBe(410);
  });

  test('of an unknown address is answered as that of a known one, and mails nobody', async () => {
    const before = (await it.platform.sentMail()).length;
    const asked = await it.call('POST', '/api/auth/request-password-reset', undefined, {
      email: 'stranger@example.org',
    });
    expect(asked.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await it.platform.sentMail()).length).toBe(before);
  });

  test('may not be replaced by a short one', async () => {
    const { email } = await it.workspace();
    await it.call('POST', '/api/auth/request-password-reset', undefined, { email });
    let token: string | undefined;
    await expect
      .poll(async () => {
        token = linkIn(await it.platform.sentMail(), email);
        return token;
      })
      .toBeDefined();
    const short = await it.call('POST', '/api/auth/reset-password', undefined, {
      token,
      newPassword: 'short',
    });
    expect(short.status).toBe(400);
    expect(short.body.code).toBe('invalid_input');
  });

  test('leaves no token in the ledger in the clear', async () => {
    const rows = await it.platform.ledger.query<{ identifier: string }>(
      sql`select identifier from verifications`,
    );
    for (const { identifier } of rows) expect(identifier).not.toMatch(/reset-password:/);
  });
});

test('the password can be changed by who knows it', async () => {
  const { email, cookie } = await it.workspace();
  const change = (currentPassword: string) =>
    it.call('POST', '/api/auth/change-password', cookie, {
      currentPassword,
      newPassword: 'a newer password',
    });
  const wrong = await change('not the password');
  expect([wrong.status, wrong.body.code]).toEqual([401, 'bad_sign_in']);
  expect((await change(password)).status).toBe(200);
  expect(await it.signIn(email, 'a newer password')).not.toBe('');
});

test('over https the cookie is sent over https only', async () => {
  const secure = signInOptions(it.platform, 's'.repeat(40), 'https://cx.example.org', nothing);
  expect(secure.advanced.useSecureCookies).toBe(true);
});
