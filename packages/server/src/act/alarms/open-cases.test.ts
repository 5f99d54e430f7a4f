import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPersonal } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import { actTables } from '../personal-data.ts';
import { type Company, nps, openAct, type TestAct } from '../testing/open-act.ts';

let it: TestAct;
beforeAll(async () => {
  it = await openAct();
});
afterAll(() => it.close());

const queue = async (company: Company, person = company.admin, query = '') =>
  (await it.call(person, 'GET', `/api/cases?limit=200${query}`)).body;

describe('a bad answer', () => {
  test('becomes one case in the queue of the place’s owner', async () => {
    const company = await it.company();
    await it.say(company, nps(2, 'anna@example.org', 'I waited for half an hour and nobody came.'));
    const { cases, counts } = await queue(company, company.manager, '&owner=me');
    expect(cases).toHaveLength(1);
    expect(cases[0]).toMatchObject({
      number: 1,
      title: 'NPS 2 · Lund',
      state: 'open',
      severity: 'normal',
      reason: 'bad_score',
      ownerId: company.manager.id,
      placeName: 'Lund',
      score: 2,
      overdue: false,
    });
    expect(counts).toMatchObject({ open: 1, mine: 1, overdue: 0 });
  });

  test('at a place without an owner waits for a team', async () => {
    const company = await it.company();
    await it.say(company, { ...nps(1), place: 'Ystad' });
    const { cases } = await queue(company);
    expect(cases[0]).toMatchObject({ ownerId: null, team: 'Customer service' });
    expect((await queue(company, company.manager)).cases).toEqual([]);
    expect((await queue(company, company.agent, '&owner=nobody')).cases).toHaveLength(1);
  });

  test('is one case, however often the same is sent and looked at', async () => {
    const company = await it.company();
    const same = { messageId: 'once', ...nps(0, 'once@example.org') };
    await it.say(company, same);
    await it.collect.recordSignals(company.sender, [
      { kind: 'survey', channel: 'web', place: 'Lund', happenedAt: Date.now() - 60_000, ...same },
    ]);
    await it.platform.ledger.query(sql`delete from case_checkpoint`);
    await Promise.all([it.act.settled(), it.act.settled()]);
    expect((await queue(company)).cases).toHaveLength(1);
  });

  test('of a customer with an open case at the place comes into that case, and makes it more severe', async () => {
    const company = await it.company();
    await it.say(company, nps(5, 'again@example.org'));
    const [first] = (await queue(company)).cases;
    expect(first.severity).toBe('low');
    await it.say(
      company,
      nps(1, 'again@example.org'),
      nps(0, 'again@example.org'),
      nps(4, 'other@example.org'),
    );
    const { cases } = await queue(company);
    expect(cases).toHaveLength(2);
    const page = await it.call(company.manager, 'GET', `/api/cases/${first.id}`);
    expect(page.body.severity).toBe('normal');
    expect(page.body.entries.map((entry: { kind: string }) => entry.kind)).toEqual([
      'opened',
      'received',
      'received',
    ]);
  });

  test('at another place of the same customer is a case of its own', async () => {
    const company = await it.company();
    await it.say(company, nps(1, 'both@example.org'), { ...nps(1, 'both@example.org'), place: 'Ystad' });
    expect((await queue(company)).cases).toHaveLength(2);
  });

  test('that is history opens no case, and a good one never does', async () => {
    const company = await it.company();
    const old = Date.now() - 30 * 86_400_000;
    await it.say(company, { ...nps(0), happenedAt: old }, nps(9), nps(7), { ...nps(0), author: 'staff' });
    expect((await queue(company)).cases).toEqual([]);
  });

  test('is collected again as an event, on the customer who gave it', async () => {
    const company = await it.company();
    await it.say(company, nps(1, 'loop@example.org'));
    const rows = await it.platform.warehouse.query<{ kind: string; key: string; reference: string }>(sql`
      select kind, toString(identifier_key) as key, reference from events
      where workspace_id = ${company.workspaceId}`);
    const [row] = (await queue(company)).cases;
    expect(rows).toEqual([{ kind: 'case_opened', key: expect.not.stringMatching(/^0$/), reference: row.id }]);
  });
});

test('words about safety make a critical case and a mail at once; a bad answer alone makes none', async () => {
  const company = await it.company();
  const before = it.mails.received.length;
  const settings = await it.access.settings(company.workspaceId);
  await it.call(company.admin, 'PATCH', '/api/workspace', {
    mail: { ...settings.mail, smtpUrl: it.mails.url, criticalWords: ['glass'] },
  });
  await it.say(company, nps(0, 'calm@example.org', 'It took far too long.'));
  expect(it.mails.received.length).toBe(before);
  await it.say(company, nps(3, 'hurt@example.org', 'There was glass in the bread <b>!'));
  const mail = it.mails.received.at(-1);
  expect(mail?.to).toEqual([company.manager.email]);
  expect(mail?.mail.subject).toContain('Critical');
  expect(mail?.mail.html).not.toContain('<b>');
  expect(mail?.mail.text).toContain('/cases/');
  expect(it.mails.received.length).toBe(before + 1);
});

test('a mail that waits for the morning goes with the customer whom it quotes', async () => {
  const company = await it.company();
  const { ledger, warehouse, clock } = it.platform;
  const settings = await it.access.settings(company.workspaceId);
  await it.call(company.admin, 'PATCH', '/api/workspace', {
    mail: { ...settings.mail, smtpUrl: it.mails.url, criticalWords: ['glass'], quietFrom: 20, quietTo: 7 },
  });
  clock.set('2026-05-05T20:30:00Z');
  await it.say(company, nps(0, 'erased@example.org', 'There was glass in it.'));
  await it.say(company, nps(0, 'stays@example.org', 'And glass in mine.'));
  const [erased] = await ledger.query<{ key: string }>(sql`select identifier_key as key from cases
    where workspace_id = ${company.workspaceId} order by number`);
  const person = { workspaceId: company.workspaceId, keys: [erased!.key], values: ['erased@example.org'] };
  for (const table of actTables.filter(isPersonal)) {
    const rows = await table.rows(person, { ledger, warehouse });
    if (rows !== null) await ledger.query(sql`delete from ${sql.name(table.table)} where ${rows}`);
  }
  const before = it.mails.received.length;
  clock.set('2026-05-06T05:01:00Z');
  await it.act.settled();
  const texts = it.mails.received.slice(before).map(({ mail }) => mail.text ?? '');
  expect(texts).toEqual([expect.stringContaining('And glass in mine.')]);
  clock.set(null);
});

test('a case that is open already and turns critical is mailed then, with the critical words', async () => {
  const company = await it.company();
  const settings = await it.access.settings(company.workspaceId);
  await it.call(company.admin, 'PATCH', '/api/workspace', {
    mail: { ...settings.mail, smtpUrl: it.mails.url, criticalWords: ['turquoise'] },
  });
  await it.say(company, nps(4, 'later@example.org', 'Too slow.'));
  const before = it.mails.received.length;
  await it.say(
    company,
    nps(4, 'later@example.org', 'And there was turquoise in it.'),
    nps(5, 'later@example.org', 'Well.'),
  );
  expect(it.mails.received.length).toBe(before + 1);
  expect(it.mails.received.at(-1)?.mail.text).toContain('turquoise');
  expect((await queue(company)).cases).toMatchObject([{ severity: 'critical', reason: 'critical_word' }]);
});

test('a case that waits for its customer is somebody’s turn again when the customer complains again', async () => {
  const company = await it.company();
  await it.say(company, nps(3, 'again@example.org', 'Late.'));
  const [first] = (await queue(company)).cases;
  await it.platform.ledger.query(
    sql`update cases set state = 'waiting', owner_id = ${company.manager.id}, due_at = ${new Date(0)} where id = ${first!.id}`,
  );
  await it.say(company, nps(3, 'again@example.org', 'Late once more.'));
  const { cases } = await queue(company);
  expect(cases).toMatchObject([{ id: first!.id, state: 'taken' }]);
  expect(Date.parse(cases[0]!.dueAt)).toBeGreaterThan(it.platform.clock.now().getTime());
});

test('a customer among the fifth that buys most is valued: leaving is then critical', async () => {
  const company = await it.company();
  const order = (customer: number) => ({
    ...{ messageId: `order-${customer}`, kind: 'order_placed', name: 'Order Completed', placeCode: 'Lund' },
    identifiers: [{ type: 'email', value: `buyer${customer}@example.org` }],
    ...{ channel: null, touchpoint: null, happenedAt: Date.now() - 86_400_000, reference: `o${customer}` },
    ...{ amountMinor: customer * 10_000, costMinor: null, currency: 'SEK', dueAt: null, waitSeconds: null },
    ...{ lines: [], properties: {} },
  });
  await it.collect.recordEvents(
    company.sender,
    Array.from({ length: 10 }, (_, index) => order(index + 1)),
  );
  const leaving = 'I am leaving you for good and will never shop here again. Cancel my membership!';
  await it.say(company, nps(1, 'buyer10@example.org', leaving), nps(1, 'buyer1@example.org', leaving));
  const { cases } = await queue(company);
  const of = (value: number) => cases.find((row: { valueMinor: number }) => row.valueMinor === value);
  expect(of(100_000)).toMatchObject({ severity: 'critical', reason: 'valued_leaving', valueCurrency: 'SEK' });
  expect(of(10_000)).toMatchObject({ severity: 'high', reason: 'leaving' });
});

test('5,000 bad answers in a day make 5,000 cases and, per person, no more mails than the limit', async () => {
  const company = await it.company();
  const settings = await it.access.settings(company.workspaceId);
  await it.call(company.admin, 'PATCH', '/api/workspace', {
    mail: {
      ...settings.mail,
      smtpUrl: it.mails.url,
      criticalWords: ['glass'],
      maxMailsPerDay: 4,
      digestHour: 6,
    },
  });
  it.platform.clock.set('2026-05-05T10:00:00Z');
  const before = it.mails.received.length;
  const at = Date.parse('2026-05-05T09:00:00Z');
  const signals = Array.from({ length: 5_000 }, (_, index) => ({
    messageId: `flood-${index}`,
    kind: 'survey',
    channel: 'web',
    place: index % 2 ? 'Lund' : 'Ystad',
    happenedAt: at + index,
    answers: [{ question: 'nps', value: index % 7 }],
    identifiers: [{ type: 'email', value: `customer${index}@example.org` }],
    text: index % 2 ? 'glass' : null,
  }));
  await it.collect.recordSignals(company.sender, signals);
  await it.act.settled();
  await it.act.tellPeople();
  it.platform.clock.set('2026-05-05T15:00:00Z');
  await it.act.tellPeople();
  const [row] = await it.platform.ledger.query<{ n: number }>(
    sql`select count(*)::int as n from cases where workspace_id = ${company.workspaceId}`,
  );
  expect(row?.n).toBe(5_000);
  const domain = company.manager.email.split('@')[1] as string;
  const perPerson = new Map<string, number>();
  const own = it.mails.received.slice(before).filter(({ to }) => to[0]?.endsWith(domain));
  for (const { to } of own) {
    for (const address of to) perPerson.set(address, (perPerson.get(address) ?? 0) + 1);
  }
  expect(Object.fromEntries(perPerson)).toEqual({ [company.manager.email]: 4 });
  const subjects = own.map(({ mail }) => mail.subject);
  expect(subjects.filter((subject) => subject?.startsWith('Critical'))).toHaveLength(3);
  expect(subjects.at(-1)).toContain('Today');
  expect(own.at(-1)?.mail.text).toMatch(/and 2,?477 more/);
  it.platform.clock.set('2026-05-06T08:00:00Z');
  await it.act.tellPeople();
  const next = it.mails.received.filter(({ to }) => to[0]?.endsWith(domain)).slice(own.length);
  expect(next).toHaveLength(1);
  expect(next[0]?.mail.text).not.toContain('Critical');
  it.platform.clock.set(null);
});
