// The policy against a filter that walks every row by hand: random trees, people and rows, on the real stores.
import { type Role, roles } from '@lyhord/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../platform/stores/sql.ts';
import {
  eventScope,
  ledgerPlaceScope,
  maskedContact,
  maySeePlace,
  publicViewer,
  shownIdentifier,
  shownName,
  shownText,
  signalScope,
  systemViewer,
  type Viewer,
} from './index.ts';
import { type AccessApp, openAccessApp } from './testing/access-app.ts';

let it: AccessApp;
beforeAll(async () => {
  it = await openAccessApp();
  await it.platform.ledger.query(
    sql`create table cases_like (id text primary key, workspace_id text, place_id text)`,
  );
});
afterAll(() => it.close());

/** Node i hangs below `parents[i]`, or is a root; two workspaces side by side. */
const world = fc.record({
  parents: fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 12 }),
  role: fc.constantFrom(...roles),
  own: fc.array(fc.nat(), { maxLength: 3 }),
  rows: fc.array(fc.record({ place: fc.nat(), foreign: fc.boolean(), nowhere: fc.boolean() }), {
    maxLength: 30,
  }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

interface Laid {
  readonly workspaceId: string;
  readonly otherId: string;
  readonly placeIds: string[];
  readonly parentOf: Map<string, string | null>;
  readonly own: string[];
  readonly rows: { id: string; workspaceId: string; placeId: string }[];
}

async function lay(given: World): Promise<Laid> {
  const { ids, ledger, warehouse } = it.platform;
  const [workspaceId, otherId] = [ids.next(), ids.next()];
  const placeIds = given.parents.map(() => ids.next());
  const parentOf = new Map<string, string | null>();
  for (const [index, id] of placeIds.entries()) {
    const parent = given.parents[index] ?? null;
    const parentId = index === 0 || parent === null ? null : (placeIds[parent % index] as string);
    parentOf.set(id, parentId);
    await ledger.query(sql`insert into places (id, workspace_id, code, name, kind, parent_id, time_zone)
      values (${id}, ${workspaceId}, ${id}, ${id}, 'store', ${parentId}, 'UTC')`);
  }
  const rows = given.rows.map((row) => ({
    id: ids.next(),
    workspaceId: row.foreign ? otherId : workspaceId,
    placeId: row.nowhere ? '' : (placeIds[row.place % placeIds.length] as string),
  }));
  const moment = new Date(0);
  for (const row of rows) {
    await ledger.query(
      sql`insert into cases_like values (${row.id}, ${row.workspaceId}, ${row.placeId || null})`,
    );
  }
  const columns = rows.map((row) => ({
    workspace_id: row.workspaceId,
    place_id: row.placeId,
    happened_at: moment,
  }));
  await warehouse.insert(
    'signals',
    columns.map((row, index) => ({ ...row, signal_id: rows[index]?.id })),
  );
  await warehouse.insert(
    'events',
    columns.map((row, index) => ({ ...row, event_id: rows[index]?.id })),
  );
  const own = [...new Set(given.own.map((index) => placeIds[index % placeIds.length] as string))];
  return { workspaceId, otherId, placeIds, parentOf, own, rows };
}

/** The member as sign-in would find it, without the detour of an invitation. */
async function viewerFor(laid: Laid, role: Role): Promise<Viewer> {
  const { ids, ledger, clock } = it.platform;
  const personId = ids.next();
  await ledger.query(sql`insert into workspaces (id, name, identifier_secret, created_at)
    values (${laid.workspaceId}, 'W', 's', ${clock.now()})`);
  await ledger.query(sql`insert into people (id, name, email, email_verified)
    values (${personId}, 'P', ${`${personId}@example.org`}, true)`);
  await ledger.query(sql`insert into members (workspace_id, person_id, role, place_ids, joined_at)
    values (${laid.workspaceId}, ${personId}, ${role}, ${laid.own}, ${clock.now()})`);
  return (await it.access.viewerOf(laid.workspaceId, personId)) as Viewer;
}

/** By hand: climb from the row's place to the root and look for one of the person's own. */
function mayRead(laid: Laid, role: Role, row: Laid['rows'][number]): boolean {
  if (row.workspaceId !== laid.workspaceId) return false;
  const bound = role === 'manager' || (role === 'agent' && laid.own.length > 0);
  if (!bound) return true;
  for (let at: string | null = row.placeId || null; at !== null; at = laid.parentOf.get(at) ?? null) {
    if (laid.own.includes(at)) return true;
  }
  return false;
}

test('everybody reads exactly the rows of their workspace, and of their places and below', async () => {
  let wouldBeCaught = 0;
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const laid = await lay(given);
      const viewer = await viewerFor(laid, given.role);
      const { ledger, warehouse } = it.platform;
      const mine = sql.list(
        laid.rows.map((row) => row.id),
        'String',
      );
      const signals = await warehouse.query<{ id: string }>(
        sql`select signal_id as id from signals where ${signalScope(viewer)} and signal_id in ${mine}`,
      );
      const events = await warehouse.query<{ id: string }>(
        sql`select e.event_id as id from events as e where ${eventScope(viewer, 'e')} and e.event_id in ${mine}`,
      );
      const cases = await ledger.query<{ id: string }>(
        sql`select cases_like.id from cases_like where ${ledgerPlaceScope(viewer, 'cases_like.place_id')}`,
      );
      const expected = laid.rows.filter((row) => mayRead(laid, given.role, row)).map((row) => row.id);
      const found = (rows: { id: string }[]) => rows.map((row) => row.id).sort();
      // A policy that forgot places would show all rows of the workspace.
      const forgetful = laid.rows.filter((row) => row.workspaceId === laid.workspaceId);
      if (forgetful.length > expected.length) wouldBeCaught += 1;
      expect(found(signals)).toEqual(expected.toSorted());
      expect(found(events)).toEqual(expected.toSorted());
      expect(found(cases)).toEqual(expected.toSorted());
      for (const row of laid.rows.filter((each) => each.workspaceId === laid.workspaceId)) {
        expect(maySeePlace(viewer, row.placeId || null)).toBe(mayRead(laid, given.role, row));
      }
    }),
    { numRuns: 40 },
  );
  expect(wouldBeCaught).toBeGreaterThan(0);
});

test('the public reads no row, and the system reads one workspace', async () => {
  const given = {
    parents: [null],
    role: 'admin' as const,
    own: [],
    rows: [{ place: 0, foreign: false, nowhere: false }],
  };
  const laid = await lay(given);
  const count = async (viewer: Viewer) => {
    const [row] = await it.platform.warehouse.query<{ n: string }>(
      sql`select count() as n from signals where ${signalScope(viewer)}`,
    );
    const [kept] = await it.platform.ledger.query<{ n: number }>(
      sql`select count(*)::int as n from cases_like where ${ledgerPlaceScope(viewer, 'place_id')}`,
    );
    return [Number(row?.n), kept?.n];
  };
  expect(await count(publicViewer)).toEqual([0, 0]);
  expect(await count(systemViewer(laid.workspaceId))).toEqual([1, 1]);
  expect(await count(systemViewer(laid.otherId))).toEqual([0, 0]);
  expect(() => systemViewer('')).toThrow('needs a workspace');
});

describe('what a customer can be reached by', () => {
  const as = (role: Viewer['role']): Viewer => ({ ...publicViewer, workspaceId: 'w', role, placeIds: 'all' });

  test('is masked for analysts and the public, and shown to those who answer customers', () => {
    const email = { type: 'email', value: 'anna.lind@example.org' };
    for (const role of ['admin', 'lead', 'manager', 'agent'] as const) {
      expect(shownIdentifier(as(role), email)).toEqual(email);
      expect(shownName(as(role), 'Anna Lind', '7')).toBe('Anna Lind');
      expect(shownText(as(role), 'Ask Anna Lind, order 123 456')).toBe('Ask Anna Lind, order 123 456');
    }
    for (const role of ['analyst', 'public'] as const) {
      const { value } = shownIdentifier(as(role), email);
      expect(value).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      expect(shownIdentifier(as(role), email).value).toBe(value);
      expect(shownIdentifier({ ...as(role), workspaceId: 'v' }, email).value).not.toBe(value);
      const name = shownName(as(role), 'Anna Lind', '7');
      expect(name).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      expect(shownName(as(role), 'Anna B. Lind', '7')).toBe(name);
      expect(shownName(as(role), 'Anna Lind', '8')).not.toBe(name);
    }
  });

  test('and written by is dotted out for them in texts, which keep their length', () => {
    const text =
      'Order 123-456 was late, said your Anna Lind. See www.anna.example or @annal.\nRegards, Bo Ek';
    const shown = shownText(as('analyst'), text);
    expect(shown).toHaveLength(text.length);
    for (const word of ['123', '456', 'Anna', 'Lind', 'anna.example', 'annal', 'Bo', 'Ek'])
      expect(shown).not.toContain(word);
    expect(shown).toMatch(/^Order •+ was late, said your •+ •+/);
    expect(shownText(as('analyst'), 'Snabbt och bra i Lund, 5 av 5.')).toBe('Snabbt och bra i Lund, 5 av 5.');
    fc.assert(fc.property(fc.string(), (any) => shownText(as('analyst'), any).length === any.length));
  });

  test('keeps nothing of a masked value that could be used', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const masked = maskedContact(email);
        const [user = '', host = ''] = email.split('@');
        if (user.length > 1) expect(masked).not.toContain(user);
        if (host.length > 4) expect(masked).not.toContain(host);
      }),
    );
    expect(maskedContact('+46701234567')).toBe('…67');
    expect(maskedContact('1234')).toBe('…');
  });
});
