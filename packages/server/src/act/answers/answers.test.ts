// Letters go out through a real SMTP server, answers come back through a real IMAP server.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MailServer as Mailbox, openMailServer } from '../../collect/connectors/testing/mail-server.ts';
import { sql } from '../../platform/stores/sql.ts';
import { type Company, nps, openAct, type TestAct } from '../testing/open-act.ts';

let it: TestAct;
let mailbox: Mailbox;
beforeAll(async () => {
  it = await openAct();
});
afterAll(() => it.close());
beforeEach(async () => {
  mailbox = await openMailServer([]);
  return () => mailbox.close();
});

interface Conversation {
  readonly company: Company;
  readonly id: string;
  /** What a mail program copies from the letter into the answer. */
  readonly thread: string;
  /** Reads the mailbox, and lets act follow. */
  fetch(): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: pages are looked into by the tests
  page(): Promise<any>;
}

/** A case that was answered by mail once, and a mailbox that is read. */
async function conversation(email: string): Promise<Conversation> {
  const company = await it.company();
  await it.say(company, nps(2, email, 'The parcel came late and nobody answered my mail.'));
  const { body } = await it.call(company.manager, 'GET', '/api/cases');
  const id = body.cases[0].id as string;
  const made = await it.call(company.admin, 'POST', '/api/connectors', {
    name: 'Answers',
    everyMinutes: 60,
    settings: { kind: 'imap', host: '127.0.0.1', port: mailbox.port, secure: false, user: 'testuser' },
    secret: 'testpass',
  });
  await expect.poll(() => restingConnector(company)).toBe(true);
  const path = `/api/cases/${id}`;
  await it.call(company.manager, 'POST', `${path}/replies`, {
    text: 'We are sorry.',
    messageKey: 'first-letter',
  });
  await it.act.settled();
  const letter = it.mails.received.findLast(({ to }) => to.includes(email))!.mail;
  return {
    ...{ company, id },
    thread: `In-Reply-To: ${letter.messageId}\r\nReferences: ${letter.references} ${letter.messageId}\r\n`,
    async fetch() {
      await it.collect.runConnector(made.body.id);
      await it.act.settled();
    },
    page: async () => (await it.call(company.manager, 'GET', path)).body,
  };
}

/** Making a connector runs it at once, as a job, and it runs once at a time. */
async function restingConnector(company: Company): Promise<boolean> {
  const { body } = await it.call(company.admin, 'GET', '/api/connectors');
  const [made] = body.connectors;
  return !made.running && made.runs[0]?.endedAt != null;
}

let count = 0;
function mail(from: string, text: string, more: string): string {
  count += 1;
  return `Message-ID: <answer-${count}@mail.example>\r\nFrom: <${from}>\r\nSubject: Re: Your feedback\r\nDate: ${new Date().toUTCString()}\r\nContent-Type: text/plain; charset=utf-8\r\n${more}\r\n${text}`;
}
const close = ({ company, id }: Conversation) =>
  it.call(company.manager, 'POST', `/api/cases/${id}/close`, { outcome: 'solved' });
const last = (page: { entries: object[] }) => page.entries.at(-1);

describe('an answer to a letter about a case', () => {
  test('comes into the case without what it quotes, and gives it back to its owner with a new deadline', async () => {
    const it1 = await conversation('anna@example.org');
    const before = await it1.page();
    expect(before.state).toBe('waiting');
    mailbox.append(
      mail(
        'anna@example.org',
        'It has not come yet.\r\n\r\nOn 22 Nov 2026 at 10:00, Company wrote:\r\n> We are sorry.',
        it1.thread,
      ),
    );
    await it1.fetch();
    const page = await it1.page();
    expect(page.state).toBe('taken');
    expect(Date.parse(page.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect(last(page)).toMatchObject({
      kind: 'received',
      text: 'It has not come yet.',
      otherSender: null,
      byName: null,
      detail: null,
    });
    const open = await it.call(it1.company.manager, 'GET', '/api/cases');
    expect(open.body.counts.open).toBe(1);
  });

  test('opens a closed case again, once, however often the mailbox is read and cases are looked for', async () => {
    const it1 = await conversation('bo@example.org');
    await close(it1);
    mailbox.append(mail('bo@example.org', 'Still broken.', it1.thread));
    await it1.fetch();
    await it.platform.ledger.query(sql`delete from case_checkpoint`);
    await it1.fetch();
    const page = await it1.page();
    expect(page).toMatchObject({ state: 'taken', outcome: null, closedAt: null });
    expect(page.entries.filter((entry: { kind: string }) => entry.kind === 'received')).toHaveLength(1);
  });

  test('stands on the customer’s timeline and is told to open screens', async () => {
    const it1 = await conversation('cleo@example.org');
    const heard: unknown[] = [];
    const stop = it.platform.announcements.subscribe('cases.changed', (news) => heard.push(news));
    mailbox.append(mail('cleo@example.org', 'Thank you, it came today.', it1.thread));
    await it1.fetch();
    stop();
    expect(heard).toContainEqual(expect.objectContaining({ caseId: it1.id, state: 'taken' }));
    const { customerKey } = await it1.page();
    const { workspaceId } = it1.company;
    const keys = await it.unify.identifierKeysOf(workspaceId, customerKey);
    const said = await it.platform.warehouse.query(sql`select t.text from signals s
      join signal_texts t using (workspace_id, signal_id)
      where s.workspace_id = ${workspaceId} and s.channel = 'email'
        and s.identifier_key in ${sql.list(keys.map(BigInt), 'UInt64')}`);
    expect(said).toEqual([{ text: 'Thank you, it came today.' }]);
  });

  test('from another address is shown as such', async () => {
    const it1 = await conversation('dora@example.org');
    mailbox.append(mail('neighbour@example.net', 'She is away, I took the parcel.', it1.thread));
    await it1.fetch();
    expect(last(await it1.page())).toMatchObject({
      kind: 'received',
      text: 'She is away, I took the parcel.',
      otherSender: 'n…@e….net',
    });
  });

  test('that a machine wrote changes nothing', async () => {
    const it1 = await conversation('eve@example.org');
    await close(it1);
    const away = 'I am on holiday until Monday.';
    mailbox.append(mail('eve@example.org', away, `${it1.thread}Auto-Submitted: auto-replied\r\n`));
    mailbox.append(
      mail('eve@example.org', away, it1.thread).replace('Subject: Re:', 'Subject: Automatic reply:'),
    );
    await it1.fetch();
    expect(await it1.page()).toMatchObject({ state: 'closed' });
  });

  test('with a made-up token, or one of another company, is ordinary mail', async () => {
    const it1 = await conversation('finn@example.org');
    const forged = it1.thread.replaceAll(/(case\.[0-9a-f-]{36}\.)[0-9a-f]{32}/g, `$1${'0'.repeat(32)}`);
    mailbox.append(mail('finn@example.org', 'Forged.', forged));
    const other = await conversation('gina@example.org');
    mailbox.append(mail('finn@example.org', 'Of elsewhere.', other.thread));
    await it1.fetch();
    expect((await it1.page()).entries.map((entry: { kind: string }) => entry.kind)).not.toContain('received');
  });
});
