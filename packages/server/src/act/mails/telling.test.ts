import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { type Company, nps, openAct, type TestAct } from '../testing/open-act.ts';

let it: TestAct;
beforeAll(async () => {
  it = await openAct();
});
afterAll(() => it.close());

const score = (value: number) => ({ value, low: value - 9, high: value + 9, n: 118, tooFew: false });

async function change(
  company: Company,
  placeId: string,
  detectedAt: Date,
  since = detectedAt,
): Promise<string> {
  const id = it.platform.ids.next();
  const finding = {
    ...{ before: score(41), after: score(22), size: { value: -19, low: -30, high: -9 }, evidence: 20 },
    ...{ likelyTopics: [], quoteIds: [] },
  };
  await it.platform.ledger.query(sql`insert into changes (id, workspace_id, place_id, metric, direction, since,
      detected_on, detected_at, finding)
    values (${id}, ${company.workspaceId}, ${placeId}, 'nps', 'down', ${since}::date, ${since}::date, ${detectedAt},
      ${JSON.stringify(finding)}::jsonb)`);
  return id;
}
const mailsOf = (company: Company) => {
  const domain = company.admin.email.split('@')[1] as string;
  return it.mails.received.filter(({ to }) => to[0]?.endsWith(domain));
};
const settle = (company: Company, mail: object) =>
  it.access.settings(company.workspaceId).then((settings) =>
    it.call(company.admin, 'PATCH', '/api/workspace', {
      mail: { ...settings.mail, smtpUrl: it.mails.url, ...mail },
    }),
  );
/** Noon in Stockholm, outside the hours of the digest. */
const noon = '2026-05-05T10:00:00Z';

test('a detected change is mailed once to who looks after the place, and old ones are not', async () => {
  const company = await it.company();
  await settle(company, { digestHour: 0 });
  it.platform.clock.set(noon);
  const now = it.platform.clock.now();
  await change(company, company.lund, now);
  await change(company, company.lund, now, new Date(now.getTime() - 200 * 86_400_000));
  await change(company, company.lund, new Date(now.getTime() - 9 * 86_400_000));
  await it.act.tellPeople();
  await it.act.tellPeople();
  const mails = mailsOf(company);
  expect(mails.map(({ to }) => to)).toEqual([[company.manager.email]]);
  expect(mails[0]?.mail.subject).toBe('NPS in Lund has fallen');
  expect(mails[0]?.mail.text).toContain('went from 41 to 22');
  it.platform.clock.set(null);
});

test('two processes that tell at the same moment tell each change once, and count each mail once', async () => {
  const companies = await Promise.all(Array.from({ length: 5 }, () => it.company()));
  it.platform.clock.set(noon);
  for (const company of companies) {
    await settle(company, { digestHour: 11, maxMailsPerDay: 4 });
    const now = it.platform.clock.now();
    for (let n = 0; n < 5; n += 1)
      await change(company, company.lund, now, new Date(now.getTime() - n * 86_400_000));
  }
  await Promise.all([it.act.tellPeople(), it.act.tellPeople()]);
  const told = await it.platform.ledger.query<{ kinds: string[]; counted: number; twice: number }>(sql`
    select array_agg(mails.kind order by mails.kind) as kinds, max(mail_limits.mails) as counted,
      (select count(*)::int from digest_items item join mails twice on twice.workspace_id = item.workspace_id
        and twice.message_key = item.item_key || ':' || item.person_id
        where item.workspace_id = mails.workspace_id) as twice
    from mails join mail_limits using (workspace_id, person_id)
    where workspace_id = any(${companies.map(({ workspaceId }) => workspaceId)}) group by workspace_id`);
  const whole = { kinds: ['change', 'change', 'change', 'digest'], counted: 4, twice: 0 };
  expect(told).toEqual(companies.map(() => whole));
  it.platform.clock.set(null);
});

test('in quiet hours nothing goes out; it goes out when they end', async () => {
  const company = await it.company();
  await settle(company, { digestHour: 0, quietFrom: 20, quietTo: 7 });
  it.platform.clock.set('2026-05-05T20:30:00Z');
  await change(company, company.lund, it.platform.clock.now());
  await it.act.tellPeople();
  expect(mailsOf(company)).toEqual([]);
  it.platform.clock.set('2026-05-06T05:01:00Z');
  await it.act.settled();
  expect(mailsOf(company)).toHaveLength(1);
  it.platform.clock.set(null);
});

test('a mail that waits for the morning does not go to somebody who may no longer sign in', async () => {
  const company = await it.company();
  await settle(company, { digestHour: 0, quietFrom: 20, quietTo: 7 });
  it.platform.clock.set('2026-05-05T20:30:00Z');
  await change(company, company.lund, it.platform.clock.now());
  await it.act.tellPeople();
  await it.call(company.admin, 'PATCH', `/api/people/${company.manager.id}`, { active: false });
  it.platform.clock.set('2026-05-06T05:01:00Z');
  await it.act.settled();
  expect(mailsOf(company)).toEqual([]);
  it.platform.clock.set(null);
});

test('where no mails are wanted, none come', async () => {
  const company = await it.company();
  await settle(company, { maxMailsPerDay: 0, digestHour: 0 });
  it.platform.clock.set(noon);
  await change(company, company.lund, it.platform.clock.now());
  await it.act.tellPeople();
  expect(mailsOf(company)).toEqual([]);
  it.platform.clock.set(null);
});

test('the digest comes once a day, at the person’s own hour, and not when there is nothing to say', async () => {
  const company = await it.company();
  await settle(company, { digestHour: 8 });
  it.platform.clock.set('2026-05-05T05:30:00Z');
  await it.say(company, nps(2, 'morning@example.org'));
  await it.act.tellPeople();
  expect(mailsOf(company)).toEqual([]);
  it.platform.clock.set('2026-05-05T06:05:00Z');
  await it.act.tellPeople();
  await it.act.tellPeople();
  const mails = mailsOf(company);
  expect(mails.map(({ to }) => to)).toEqual([[company.manager.email]]);
  expect(mails[0]?.mail.text).toContain('New cases since yesterday: 1');
  expect(mails[0]?.mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  await it.platform.ledger.query(
    sql`update cases set state = 'closed' where workspace_id = ${company.workspaceId}`,
  );
  it.platform.clock.set('2026-05-06T06:05:00Z');
  await it.act.tellPeople();
  expect(mailsOf(company)).toHaveLength(1);
  it.platform.clock.set(null);
});

test('a mail whose sender was killed before it was noted goes out again with the same Message-ID', async () => {
  const company = await it.company();
  await settle(company, { digestHour: 0 });
  it.platform.clock.set(noon);
  await change(company, company.lund, it.platform.clock.now());
  await it.act.tellPeople();
  const [first] = mailsOf(company);
  // As a kill between the mail server's answer and the note in the ledger leaves it.
  await it.platform.ledger.query(sql`update mails set state = 'sending', claimed_at = ${it.platform.clock.now()},
      to_address = ${company.manager.email}, subject = 's', text = 't', html = 'h'
    where workspace_id = ${company.workspaceId}`);
  await it.act.settled();
  expect(mailsOf(company)).toHaveLength(1);
  it.platform.clock.set('2026-05-05T10:11:00Z');
  await it.act.settled();
  expect(mailsOf(company)).toHaveLength(2);
  expect(mailsOf(company)[1]?.mail.messageId).toBe(first?.mail.messageId);
  it.platform.clock.set(null);
});
