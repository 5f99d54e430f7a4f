import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type Company, nps, openAct, type Person, type TestAct } from '../testing/open-act.ts';

let it: TestAct;
beforeAll(async () => {
  it = await openAct();
});
afterAll(() => it.close());

/** A company with one case; the reader is its manager. */
async function oneCase(email: string | null = 'anna@example.org') {
  const company = await it.company();
  await it.say(company, nps(2, email, 'The parcel came late and nobody answered my mail.'));
  const { body } = await it.call(company.manager, 'GET', '/api/cases');
  return { company, id: body.cases[0].id as string };
}
const act = (person: Person, id: string, deed: string, body: object) =>
  it.call(person, 'POST', `/api/cases/${id}/${deed}`, body);
const kinds = (page: { entries: { kind: string }[] }) => page.entries.map((entry) => entry.kind);
const ownEvents = (company: Company) =>
  it.platform.warehouse.query<{ kind: string; properties: string }>(sql`select kind, properties from events
    where workspace_id = ${company.workspaceId} and kind like 'case_%' order by happened_at, kind`);

test('a customer who is known by a long number alone is called by how it begins', async () => {
  const company = await it.company();
  const identifiers = [{ type: 'user_id' as const, value: '00ff00ff11ee11ee22dd22dd33cc33cc' }];
  await it.say(company, { ...nps(2, null, 'The parcel came late.'), identifiers });
  const { body } = await it.call(company.manager, 'GET', '/api/cases');
  expect(body.cases[0].customerName).toBe('00ff00ff…');
});

test('a case shows the signal, the orders around it, and how the customer is reached', async () => {
  const { company, id } = await oneCase();
  const hour = 3_600_000;
  const order = (messageId: string, daysAgo: number) => ({
    ...{
      messageId,
      kind: 'order_placed',
      name: 'Order Completed',
      placeCode: 'Lund',
      channel: null,
      touchpoint: null,
    },
    identifiers: [{ type: 'email', value: 'anna@example.org' }],
    happenedAt: Date.now() - daysAgo * 24 * hour,
    ...{ reference: messageId, amountMinor: 49_900, costMinor: null, currency: 'SEK', waitSeconds: null },
    dueAt: Date.now() - daysAgo * 24 * hour - hour,
    lines: [{ productId: 'p1', name: 'Kettle', quantity: 1, priceMinor: 49_900, costMinor: null }],
    properties: {},
  });
  await it.collect.recordEvents(company.sender, [order('near', 3), order('far', 40)]);
  const { body } = await it.call(company.manager, 'GET', `/api/cases/${id}`);
  expect(body.signal).toMatchObject({ score: 2, caseId: id, caseState: 'open' });
  expect(body.around).toEqual([
    expect.objectContaining({
      type: 'event',
      reference: 'near',
      amountMinor: 49_900,
      late: true,
      lines: [{ name: 'Kettle', quantity: 1, priceMinor: 49_900 }],
    }),
  ]);
  expect(body).toMatchObject({ canReply: true, replyTo: 'a…@e….org', nextId: null, version: 1 });
  expect(body.entries).toEqual([
    expect.objectContaining({ kind: 'opened', text: expect.stringContaining('parcel'), detail: null }),
  ]);
});

describe('a case', () => {
  test('is taken, given away and put back, and each step is told', async () => {
    const { company, id } = await oneCase();
    const taken = await act(company.agent, id, 'assign', { ownerId: company.agent.id });
    expect(taken.body).toMatchObject({ state: 'taken', ownerName: 'Pat agent', version: 2 });
    const given = await act(company.agent, id, 'assign', { ownerId: company.manager.id });
    expect(given.body).toMatchObject({ state: 'taken', ownerId: company.manager.id });
    const back = await act(company.agent, id, 'assign', { ownerId: null });
    expect(back.body).toMatchObject({ state: 'open', ownerId: null });
    expect(kinds(back.body)).toEqual(['opened', 'assigned', 'assigned', 'assigned']);
    const audit = await it.call(company.admin, 'GET', '/api/audit?limit=3');
    expect(audit.body.entries.map((entry: { action: string }) => entry.action)).toEqual([
      'case.assigned',
      'case.assigned',
      'case.assigned',
    ]);
    await it.act.settled();
    expect((await ownEvents(company)).map((row) => row.kind).toSorted()).toEqual(
      ['case_assigned', 'case_assigned', 'case_assigned', 'case_opened'].toSorted(),
    );
  });

  test('goes only to people who may work on it and see it', async () => {
    const { company, id } = await oneCase();
    await it.say(company, { ...nps(0), place: 'Ystad' });
    const { body } = await it.call(company.agent, 'GET', `/api/cases?place=${company.ystad}`);
    const give = (caseId: string, ownerId: string) => act(company.agent, caseId, 'assign', { ownerId });
    expect((await give(id, company.analyst.id)).status).toBe(400);
    expect((await give(id, 'nobody')).status).toBe(400);
    expect((await give(body.cases[0].id, company.manager.id)).body.detail).toContain('other places');
  });

  test('is handed over to a team, noted on, given a cause, closed with an outcome, and opened again', async () => {
    const { company, id } = await oneCase();
    const handed = await act(company.manager, id, 'hand-over', {
      team: 'Customer service',
      note: 'A parcel.',
    });
    expect(handed.body).toMatchObject({ team: 'Customer service', ownerId: null, state: 'open' });
    await act(company.agent, id, 'notes', { text: 'Called the carrier.' });
    await act(company.agent, id, 'cause', { cause: 'delivery' });
    const closed = await act(company.agent, id, 'close', { outcome: 'solved', note: 'New parcel sent.' });
    expect(closed.body).toMatchObject({
      state: 'closed',
      outcome: 'solved',
      cause: 'delivery',
      canReply: false,
    });
    expect((await act(company.agent, id, 'close', { outcome: 'solved' })).status).toBe(409);
    expect((await act(company.agent, id, 'assign', { ownerId: company.agent.id })).status).toBe(409);
    const list = await it.call(company.agent, 'GET', '/api/cases?state=closed');
    expect(list.body).toMatchObject({ counts: { open: 0, closedThisWeek: 1 }, cases: [{ id }] });
    const again = await act(company.agent, id, 'reopen', { note: 'It came broken.' });
    expect(again.body).toMatchObject({ state: 'open', outcome: null, closedAt: null });
    expect(kinds(again.body)).toEqual(['opened', 'handed_over', 'note', 'cause', 'closed', 'reopened']);
    await it.act.settled();
    const closing = (await ownEvents(company)).find((row) => row.kind === 'case_closed');
    expect(JSON.parse(closing?.properties ?? '{}')).toMatchObject({
      outcome: 'solved',
      cause: 'delivery',
      in_time: true,
    });
  });

  test('that somebody else changed in the meantime is not changed over their head', async () => {
    const { company, id } = await oneCase();
    await act(company.agent, id, 'assign', { ownerId: company.agent.id, version: 1 });
    const late = await act(company.manager, id, 'assign', { ownerId: company.manager.id, version: 1 });
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('conflict');
    const both = await Promise.all(
      [company.agent, company.manager].map((person) =>
        act(person, id, 'close', { outcome: 'solved', version: 2 }),
      ),
    );
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
  });

  test('is opened by hand on any signal that one may see, once', async () => {
    const { company } = await oneCase();
    await it.say(company, nps(9, null, 'Lovely.'), { ...nps(9), place: 'Ystad' });
    const rows = await it.platform.warehouse.query<{ id: string; place_id: string }>(sql`
      select signal_id as id, place_id from signals where workspace_id = ${company.workspaceId} and score = 9`);
    const here = rows.find((row) => row.place_id === company.lund)?.id;
    const there = rows.find((row) => row.place_id === company.ystad)?.id;
    const open = (signalId: string | undefined) =>
      it.call(company.manager, 'POST', '/api/cases', { signalId, severity: 'high', note: 'Thank her.' });
    const opened = await open(here);
    expect(opened.body).toMatchObject({ reason: 'opened_by_hand', severity: 'high', title: 'NPS 9 · Lund' });
    expect(kinds(opened.body)).toEqual(['opened', 'note']);
    expect((await open(here)).body.id).toBe(opened.body.id);
    expect((await open(there)).status).toBe(404);
    expect((await it.call(company.analyst, 'POST', '/api/cases', { signalId: here })).status).toBe(403);
  });

  test('goes back into the queue when its owner leaves', async () => {
    const { company, id } = await oneCase();
    await act(company.agent, id, 'assign', { ownerId: company.agent.id });
    await it.call(company.admin, 'PATCH', `/api/people/${company.agent.id}`, { active: false });
    await it.act.tellPeople();
    const { body } = await it.call(company.manager, 'GET', `/api/cases/${id}`);
    expect(body).toMatchObject({ state: 'open', ownerId: null });
    expect(kinds(body)).toEqual(['opened', 'assigned', 'assigned']);
  });

  test('of another place or another company cannot be seen or touched', async () => {
    const { company, id } = await oneCase();
    await it.say(company, { ...nps(0), place: 'Ystad' });
    const other = await it.company();
    const { body } = await it.call(company.agent, 'GET', `/api/cases?place=${company.ystad}`);
    const far = body.cases[0].id;
    expect((await it.call(company.manager, 'GET', `/api/cases/${far}`)).status).toBe(404);
    expect((await act(company.manager, far, 'notes', { text: 'x' })).status).toBe(404);
    expect((await it.call(other.admin, 'GET', `/api/cases/${id}`)).status).toBe(404);
    expect((await act(other.admin, id, 'close', { outcome: 'solved' })).status).toBe(404);
    expect((await it.call(other.admin, 'GET', '/api/cases')).body.cases).toEqual([]);
  });
});

test('the queue comes in pages, by deadline, each case once', async () => {
  const company = await it.company();
  await it.say(company, ...Array.from({ length: 7 }, (_, index) => nps(index % 7, `c${index}@example.org`)));
  const seen: string[] = [];
  for (let before = ''; ; ) {
    const { body } = await it.call(
      company.admin,
      'GET',
      `/api/cases?limit=3${before && `&before=${before}`}`,
    );
    seen.push(...body.cases.map((row: { id: string }) => row.id));
    if (body.next === null) break;
    before = encodeURIComponent(body.next);
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
  const wrong = await it.call(company.admin, 'GET', '/api/cases?before=yesterday');
  expect(wrong.status).toBe(400);
  const found = await it.act.findCases(await it.viewer(company, company.admin), 'Lund');
  expect(found).toHaveLength(7);
  expect(await it.act.findCases(await it.viewer(company, company.admin), '#3')).toHaveLength(1);
  expect(await it.act.openCasesByPlace(await it.viewer(company, company.manager))).toEqual(
    new Map([[company.lund, 7]]),
  );
});

describe('a reply', () => {
  const reply = (person: Person, id: string, text: string, messageKey: string) =>
    act(person, id, 'replies', { text, messageKey });
  const delivered = (person: Person, id: string) => async () => {
    const { body } = await it.call(person, 'GET', `/api/cases/${id}`);
    return body.entries.findLast((entry: { kind: string }) => entry.kind === 'reply')?.delivered;
  };
  const mailsTo = (email: string) => it.mails.received.filter(({ to }) => to.includes(email));

  test('reaches the customer as one real mail, in a thread, with an address to answer to', async () => {
    const { company, id } = await oneCase('thread@example.org');
    const domain = company.manager.email.split('@')[1];
    const first = await reply(
      company.manager,
      id,
      'We are sorry.\n\nA new parcel <is> on its way.',
      'key-first',
    );
    expect(first.body).toMatchObject({ state: 'waiting' });
    await expect.poll(delivered(company.manager, id)).toBe('sent');
    await reply(company.manager, id, 'Has it come?', 'key-second');
    await expect.poll(() => mailsTo('thread@example.org').length).toBe(2);
    const [one, two] = mailsTo('thread@example.org').map(({ mail }) => mail);
    expect(one).toMatchObject({
      from: { address: `care@${domain}` },
      replyTo: [expect.objectContaining({ address: `care@${domain}` })],
    });
    expect(one?.html).toContain('A new parcel &#60;is&#62; on its way.');
    expect(one?.text).toContain('A new parcel <is> on its way.');
    expect(one?.inReplyTo).toBeUndefined();
    expect(two?.inReplyTo).toBe(one?.messageId);
    expect(two?.references).toBe(`${one?.references} ${one?.messageId}`);
    expect(two?.subject).toBe(`Re: ${one?.subject}`);
    await it.act.settled();
    expect((await ownEvents(company)).filter((row) => row.kind === 'case_replied')).toHaveLength(2);
  });

  test('with the same key again, at once or later, is one mail', async () => {
    const { company, id } = await oneCase('onemail@example.org');
    await Promise.all([1, 2, 3].map(() => reply(company.manager, id, 'Sorry!', 'key-again')));
    await it.act.settled();
    await reply(company.manager, id, 'Sorry!', 'key-again');
    await it.act.settled();
    expect(mailsTo('onemail@example.org')).toHaveLength(1);
    expect((await reply(company.manager, id, 'Something else', 'key-again')).status).toBe(409);
  });

  test('that the mail server does not take now is sent later; one that it never takes is shown as failed', async () => {
    const { company, id } = await oneCase('later@example.org');
    it.mails.refuseWith(451);
    await reply(company.manager, id, 'Sorry!', 'key-later');
    await it.act.settled();
    expect(await delivered(company.manager, id)()).toBe('queued');
    it.mails.refuseWith(null);
    it.platform.clock.set(new Date(Date.now() + 120_000));
    await it.act.settled();
    expect(await delivered(company.manager, id)()).toBe('sent');
    it.platform.clock.set(null);
    it.mails.refuseWith(550);
    await reply(company.manager, id, 'Sorry again!', 'key-never');
    await expect.poll(delivered(company.manager, id)).toBe('failed');
    it.mails.refuseWith(null);
    const { body } = await it.call(company.manager, 'GET', `/api/cases/${id}`);
    expect(body.entries.at(-1).detail).toContain('550');
  });

  test('cannot be turned into mail for somebody else', async () => {
    const { company, id } = await oneCase('victim@example.org');
    const before = it.mails.received.length;
    const text = 'Hello\r\nBcc: everybody@example.org\r\n\r\n.\r\nMAIL FROM:<x@y>';
    await reply(company.manager, id, text, 'key-inject');
    await it.act.settled();
    const sent = it.mails.received.slice(before);
    expect(sent.map(({ to }) => to)).toEqual([['victim@example.org']]);
    expect(sent[0]?.mail.bcc).toBeUndefined();
    expect(sent[0]?.mail.text?.replaceAll('\r\n', '\n')).toContain('Bcc: everybody@example.org');
  });

  test('is headed in the customer’s language', async () => {
    const { company, id } = await oneCase('kunde@example.org');
    const verdicts = await it.collect.recordSegment(company.sender, [
      {
        ...{
          type: 'identify',
          userId: 'kunde',
          messageId: 'traits-of-kunde',
          traits: { email: 'kunde@example.org', locale: 'de-DE' },
        },
        timestamp: new Date().toISOString(),
      },
    ]);
    expect(verdicts).toMatchObject([{ outcome: 'accepted' }]);
    await reply(company.manager, id, 'Es tut uns leid.', 'key-german');
    await it.act.settled();
    expect(mailsTo('kunde@example.org')[0]?.mail.subject).toMatch(/^Ihre Rückmeldung an Company/);
  });

  test('to a customer without an address is refused in words', async () => {
    const { company, id } = await oneCase(null);
    expect((await it.call(company.manager, 'GET', `/api/cases/${id}`)).body.canReply).toBe(false);
    const refused = await reply(company.manager, id, 'Sorry!', 'key-nobody');
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
  });

  test('that has gone out leaves neither text nor address in the outbox', async () => {
    const rows = await it.platform.ledger.query(
      sql`select to_address, text, html, subject from mails where state = 'sent'
        and coalesce(to_address, text, html, subject) is not null`,
    );
    expect(rows).toEqual([]);
  });

  test('without a mail server is kept in a folder, and not shown as sent', async () => {
    const { company, id } = await oneCase('kept@example.org');
    const { mail } = await it.access.settings(company.workspaceId);
    await it.call(company.admin, 'PATCH', '/api/workspace', { mail: { ...mail, smtpUrl: '' } });
    await reply(company.manager, id, 'Sorry!', 'key-kept');
    await it.act.settled();
    const { body } = await it.call(company.manager, 'GET', `/api/cases/${id}`);
    expect(body.entries.at(-1)).toMatchObject({
      delivered: 'none',
      detail: expect.stringContaining('outbox'),
    });
    expect((await it.platform.sentMail()).at(-1)).toContain('kept@example.org');
    const tested = await it.call(company.admin, 'POST', '/api/mail/test', {});
    expect(tested.body.sent).toBe(false);
  });
});

test('a test mail says how it went', async () => {
  const company = await it.company();
  const before = it.mails.received.length;
  expect((await it.call(company.admin, 'POST', '/api/mail/test', {})).body.sent).toBe(true);
  expect(it.mails.received[before]?.to).toEqual([company.admin.email]);
  it.mails.refuseWith(554);
  const refused = await it.call(company.admin, 'POST', '/api/mail/test', {});
  it.mails.refuseWith(null);
  expect(refused.body).toMatchObject({ sent: false, detail: expect.stringContaining('554') });
});
