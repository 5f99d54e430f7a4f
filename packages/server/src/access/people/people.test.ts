import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type AccessApp, openAccessApp, password } from '../testing/access-app.ts';

let it: AccessApp;
beforeAll(async () => {
  it = await openAccessApp();
});
afterAll(() => it.close());

const tokenOf = (link: string) => link.split('/').at(-1) as string;

describe('an invitation', () => {
  test('comes by mail in the language chosen, and makes a member when it is accepted', async () => {
    const { cookie, workspaceId } = await it.workspace();
    const invited = await it.call('POST', '/api/people/invitations', cookie, {
      email: 'Sven@example.org',
      role: 'agent',
      team: 'Customer service',
      locale: 'sv',
    });
    expect(invited.body).toMatchObject({ mailed: false });
    const letter = (await it.platform.sentMail()).findLast((text) => text.includes('sven@example.org'));
    expect(letter).toContain('Du =C3=A4r inbjuden');
    const token = tokenOf(invited.body.link);
    const read = await it.call('GET', `/api/invitations/${token}`);
    expect(read.body).toMatchObject({ email: 'sven@example.org', role: 'agent' });
    const accept = () =>
      it.call('POST', `/api/invitations/${token}/accept`, undefined, { name: 'Sven', password });
    expect((await accept()).status).toBe(200);
    const me = await it.call('GET', '/api/me', await it.signIn('sven@example.org'));
    expect(me.body).toMatchObject({
      name: 'Sven',
      role: 'agent',
      locale: 'sv',
      workspace: { id: workspaceId },
    });
    expect((await accept()).status).toBe(410);
  });

  test('that was taken back, replaced or is too old opens nothing', async () => {
    const { cookie } = await it.workspace();
    const invite = async () =>
      (await it.call('POST', '/api/people/invitations', cookie, { email: 'late@example.org', role: 'lead' }))
        .body;
    const first = await invite();
    const second = await invite();
    expect((await it.call('GET', `/api/invitations/${tokenOf(first.link)}`)).status).toBe(410);
    expect((await it.call('DELETE', `/api/people/invitations/${second.id}`, cookie)).status).toBe(204);
    expect((await it.call('GET', `/api/invitations/${tokenOf(second.link)}`)).status).toBe(410);
    const third = await invite();
    it.platform.clock.set(new Date(Date.now() + 8 * 24 * 3_600_000));
    expect((await it.call('GET', `/api/invitations/${tokenOf(third.link)}`)).status).toBe(410);
    it.platform.clock.set(null);
    expect((await it.call('GET', '/api/invitations/never-made')).status).toBe(410);
  });

  test('to an account that exists asks for its password', async () => {
    const here = await it.workspace();
    const there = await it.workspace();
    const invited = await it.call('POST', '/api/people/invitations', there.cookie, {
      email: here.email,
      role: 'analyst',
    });
    const accept = (secret: string) =>
      it.call('POST', `/api/invitations/${tokenOf(invited.body.link)}/accept`, undefined, {
        name: 'Somebody Else',
        password: secret,
      });
    expect((await accept('a stranger’s password')).status).toBe(401);
    expect((await accept(password)).status).toBe(200);
    const me = await it.call('GET', '/api/me', here.cookie);
    expect(me.body.workspaces).toHaveLength(2);
    expect(me.body.workspace.id).toBe(here.workspaceId);
    const move = await it.call('POST', '/api/me/workspace', here.cookie, { workspaceId: there.workspaceId });
    expect(move.status).toBe(204);
    const moved = await it.call('GET', '/api/me', here.cookie);
    expect(moved.body).toMatchObject({ role: 'analyst', workspace: { id: there.workspaceId } });
  });

  test('is no way to try the password of an account more often than signing in is', async () => {
    const victim = await it.workspace();
    const there = await it.workspace();
    const wish = { email: victim.email, role: 'analyst' };
    const invited = await it.call('POST', '/api/people/invitations', there.cookie, wish);
    const address = `/api/invitations/${tokenOf(invited.body.link)}/accept`;
    const accept = (secret: string) =>
      it.call('POST', address, undefined, { name: 'Somebody Else', password: secret });
    expect((await accept('a guess or so')).status).toBe(401);
    const signIn = { email: victim.email, password: 'another guess' };
    expect((await it.call('POST', '/api/auth/sign-in/email', undefined, signIn)).status).toBe(401);
    const counted = await it.platform.ledger.query<{ failures: number }>(
      sql`update sign_in_failures set failures = 20 where failures = 2 returning failures`,
    );
    expect(counted).toHaveLength(1);
    expect((await accept('one guess more')).status).toBe(429);
    expect((await accept(password)).status).toBe(429);
  });

  test('of a manager names places of this workspace', async () => {
    const { cookie, workspaceId } = await it.workspace();
    const other = await it.workspace();
    const foreign = await it.place(other.workspaceId, null);
    const invite = (placeIds: string[]) =>
      it.call('POST', '/api/people/invitations', cookie, {
        email: 'm@example.org',
        role: 'manager',
        placeIds,
      });
    expect((await invite([])).body.detail).toContain('at least one place');
    expect((await invite([foreign])).status).toBe(400);
    expect((await invite([await it.place(workspaceId, null)])).status).toBe(200);
  });

  test('into another workspace cannot be entered or switched to', async () => {
    const { cookie } = await it.workspace();
    const other = await it.workspace();
    const move = await it.call('POST', '/api/me/workspace', cookie, { workspaceId: other.workspaceId });
    expect(move.status).toBe(404);
  });
});

describe('a member', () => {
  test('who is made inactive is out at once, in every session and with every token', async () => {
    const { cookie } = await it.workspace();
    const agent = await it.person(cookie, { role: 'agent' });
    const second = await it.signIn(agent.email);
    const { token } = (await it.call('POST', '/api/tokens', agent.cookie, { name: 'report' })).body;
    const byToken = () => it.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } });
    expect((await byToken()).statusCode).toBe(200);
    const changed = await it.call('PATCH', `/api/people/${agent.id}`, cookie, { active: false });
    expect(changed.body).toMatchObject({ active: false });
    for (const own of [agent.cookie, second]) expect((await it.call('GET', '/api/me', own)).status).toBe(401);
    expect((await byToken()).statusCode).toBe(401);
    await expect(it.signIn(agent.email)).rejects.toThrow('401');
  });

  test('who is the last admin stays one', async () => {
    const { cookie, adminId } = await it.workspace();
    const change = (body: object) => it.call('PATCH', `/api/people/${adminId}`, cookie, body);
    expect((await change({ role: 'lead' })).status).toBe(409);
    expect((await change({ active: false })).status).toBe(409);
    const other = await it.person(cookie, { role: 'admin' });
    expect((await change({ role: 'lead' })).status).toBe(200);
    expect((await it.call('PATCH', `/api/people/${other.id}`, other.cookie, { role: 'agent' })).status).toBe(
      409,
    );
  });

  test('is one of two admins who remove each other at the same moment: one stays', async () => {
    const { cookie, adminId } = await it.workspace();
    const other = await it.person(cookie, { role: 'admin' });
    const replies = await Promise.all([
      it.call('PATCH', `/api/people/${other.id}`, cookie, { active: false }),
      it.call('PATCH', `/api/people/${adminId}`, other.cookie, { active: false }),
    ]);
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
  });

  test('of another workspace cannot be changed', async () => {
    const { cookie } = await it.workspace();
    const other = await it.workspace();
    expect((await it.call('PATCH', `/api/people/${other.adminId}`, cookie, { role: 'agent' })).status).toBe(
      404,
    );
    const people = await it.call('GET', '/api/people', cookie);
    expect(JSON.stringify(people.body)).not.toContain(other.email);
  });

  test('gets a link for a new password from the admin, unless the account opens other workspaces', async () => {
    const { cookie } = await it.workspace();
    const agent = await it.person(cookie, { role: 'agent' });
    const made = await it.call('POST', `/api/people/${agent.id}/reset-link`, cookie);
    const token = new URL(made.body.link).searchParams.get('token');
    const set = await it.call('POST', '/api/auth/reset-password', undefined, {
      token,
      newPassword: 'chosen by the agent',
    });
    expect(set.status).toBe(200);
    await it.signIn(agent.email, 'chosen by the agent');

    const elsewhere = await it.workspace();
    const invited = await it.call('POST', '/api/people/invitations', cookie, {
      email: elsewhere.email,
      role: 'agent',
    });
    await it.call('POST', `/api/invitations/${tokenOf(invited.body.link)}/accept`, undefined, {
      name: 'Ada',
      password,
    });
    const refused = await it.call('POST', `/api/people/${elsewhere.adminId}/reset-link`, cookie);
    expect(refused.status).toBe(403);
  });
});

test('what people do is in the audit, and the audit cannot be changed', async () => {
  const { cookie } = await it.workspace();
  await it.person(cookie, { role: 'lead' });
  const { body } = await it.call('GET', '/api/audit', cookie);
  const actions = body.entries.map((entry: { action: string }) => entry.action);
  expect(actions).toEqual(['person.joined', 'person.invited']);
  const page = await it.call('GET', `/api/audit?limit=1&before=${body.entries[0].id}`, cookie);
  expect(page.body.entries).toEqual([body.entries[1]]);
  await expect(it.platform.ledger.pool.query('delete from audit_entries')).rejects.toThrow('never changed');
  await expect(it.platform.ledger.pool.query("update audit_entries set action = 'x'")).rejects.toThrow(
    'never changed',
  );
});
