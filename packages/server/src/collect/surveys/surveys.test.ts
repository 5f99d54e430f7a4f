import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import { placeCodes } from '../places/place-codes.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { invitationStore } from './invitation-store.ts';
import { inviteCustomers } from './invite.ts';
import { responseStore } from './response-store.ts';
import { sendInvitations } from './send-invitations.ts';
import { SignedLinks } from './signed-links.ts';
import { surveyLocales } from './survey-locales.ts';
import { surveyStore } from './survey-store.ts';
import { surveyWords } from './survey-words.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect(undefined, { publicUrl: 'https://ask.example.org' });
});
afterAll(() => test.close());

interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: OutgoingHttpHeaders;
}

const get = async (url: string, headers: Record<string, string> = {}): Promise<Page> => {
  const reply = await test.app.inject({ method: 'GET', url, headers });
  return { status: reply.statusCode, html: reply.body, headers: reply.headers };
};
const press = async (url: string, fields: Record<string, string>): Promise<Page> => {
  const reply = await test.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: reply.statusCode, html: reply.body, headers: reply.headers };
};
const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/name="(\w+)" value="([^"]*)">/g)]
      .filter(([tag]) => !tag.includes('score'))
      .map(([, name, value]) => [name!, value!]),
  );

function call(viewer: Viewer, id: string, input: object): Promise<Record<string, never>> {
  const { handle } = test.collect.routes.find(({ endpoint }) => endpoint.id === id)!;
  return handle({ params: {}, query: {}, body: {}, ...input }, { viewer } as never) as Promise<never>;
}

async function survey(more: object = {}) {
  const { workspaceId, placeId } = await test.workspace();
  const viewer: Viewer = { ...systemViewer(workspaceId), role: 'lead' };
  const body = {
    name: 'After a visit',
    question: 'nps',
    touchpoint: 'store_visit',
    placeId: null,
    brandColour: '#0B6E69',
    thanks: null,
    ...more,
  };
  const made = (await call(viewer, 'createSurvey', { body })) as unknown as { id: string; link: string };
  return { workspaceId, placeId, viewer, id: made.id, path: new URL(made.link).pathname };
}

const signals = (workspaceId: string) =>
  test.rows<
    Record<string, unknown>
  >(sql`select s.score, s.channel, s.place_id, s.campaign, s.conversation, s.identifier_key, t.text
    from signals s left join signal_texts t on t.signal_id = s.signal_id where s.workspace_id = ${workspaceId} order by s.commit_no`);

describe('a survey page', () => {
  it('takes a score, then the reason, and both become one signal', async () => {
    const { workspaceId, placeId, path } = await survey();
    const first = await get(`${path}?place=lund&lang=sv`);
    expect(first.html).toContain('Lund');
    const rated = await press(path, { ...hidden(first.html), score: '3' });
    expect(rated.status).toBe(303);
    expect(await signals(workspaceId)).toEqual([]);
    const why = await get(String(rated.headers.location));
    expect(why.html).toContain('Vad gick fel?');
    const done = await press(path, { ...hidden(why.html), comment: 'Kön var lång', step: 'why' });
    expect((await get(String(done.headers.location))).html).toContain('Tack!');
    expect(await signals(workspaceId)).toMatchObject([
      {
        score: 3,
        channel: 'web',
        place_id: placeId,
        campaign: 'After a visit',
        text: 'Kön var lång',
        identifier_key: '0',
      },
    ]);
  });

  it('reads what is no letter, in any field, as if it were not there', async () => {
    const { workspaceId, path } = await survey();
    const opened = await get(`${path}?place=lu%00nd&lang=s%00v&answer=%00`);
    expect(opened).toMatchObject({ status: 200, html: expect.stringContaining('Lund') });
    const sent = { ...hidden(opened.html), place: 'lund\u0000', score: '3\u0000' };
    expect((await press(path, sent)).status).toBe(303);
    const done = await press(path, { ...hidden(opened.html), comment: 'Kön\u0000 var lång', step: 'why' });
    expect(done.status).toBe(303);
    expect(await signals(workspaceId)).toMatchObject([{ score: 3, text: 'Kön var lång' }]);
  });

  it('changes nothing by being opened, even with a score in its address', async () => {
    const { workspaceId, path } = await survey();
    const page = await get(`${path}?score=9&lang=en`);
    expect(page.html).toContain('>Answer 9</button>');
    await get(`${path}?score=9`);
    await test.collect.settleWaitingScores(-1);
    expect(await signals(workspaceId)).toEqual([]);
    const [row] = await test.platform.ledger.query<{ n: string }>(
      sql`select count(*) as n from survey_responses where workspace_id = ${workspaceId}`,
    );
    expect(row!.n).toBe('0');
  });

  it('counts a score once however often the button is pressed, and keeps it when no reason comes', async () => {
    const { workspaceId, path } = await survey();
    const fields = hidden((await get(path)).html);
    await Promise.all([press(path, { ...fields, score: '8' }), press(path, { ...fields, score: '8' })]);
    await press(path, { ...fields, score: '9' });
    await test.collect.settleWaitingScores(60_000);
    expect(await signals(workspaceId)).toEqual([]);
    await test.collect.settleWaitingScores(-1);
    await test.collect.settleWaitingScores(-1);
    expect(await signals(workspaceId)).toMatchObject([{ score: 9, text: '' }]);
    expect((await get(`${path}?answer=${fields.answer}`)).html).toContain('<h1>Thank you!</h1>');
  });

  it('counts a reason once however often the button is pressed', async () => {
    const { workspaceId, path } = await survey();
    const fields = hidden((await get(path)).html);
    await press(path, { ...fields, score: '2' });
    const why = { ...fields, comment: 'Kön var lång', step: 'why' };
    expect([(await press(path, why)).status, (await press(path, why)).status]).toEqual([303, 303]);
    expect(await signals(workspaceId)).toMatchObject([{ score: 2, text: 'Kön var lång' }]);
  });

  it('keeps a reason that comes after the score was counted', async () => {
    const { workspaceId, path } = await survey();
    const fields = hidden((await get(path)).html);
    await press(path, { ...fields, score: '2' });
    await test.collect.settleWaitingScores(-1);
    await press(path, { ...fields, comment: 'The floor was dirty', step: 'why' });
    const rows = await signals(workspaceId);
    expect(rows).toMatchObject([
      { score: 2, text: '' },
      { score: null, text: 'The floor was dirty' },
    ]);
    expect(rows[0]!.conversation).toBe(rows[1]!.conversation);
  });

  it('knows the browser again for 90 days, so that it answers once; a till’s own screen starts again', async () => {
    const { path } = await survey();
    const rated = await press(path, { ...hidden((await get(path)).html), score: '7' });
    const cookie = String(rated.headers['set-cookie']).split(';')[0]!;
    expect(String(rated.headers['set-cookie'])).toMatch(
      /Max-Age=7776000; Path=\/s\/.*HttpOnly; SameSite=Lax/,
    );
    expect((await get(path, { cookie })).html).toContain('<textarea');
    const till = await press(path, { ...hidden((await get(`${path}?kiosk=1`)).html), score: '7' });
    expect(till.headers['set-cookie']).toBeUndefined();
  });

  it.each(['11', '-1', '4.5', 'nine', ''])('says so when the score is "%s"', async (score) => {
    const { path } = await survey();
    const page = await press(path, { ...hidden((await get(path)).html), score });
    expect([page.status, page.html.includes('role="alert"')]).toEqual([400, true]);
  });

  it.each(surveyLocales)('speaks %s, needs no script and is smaller than 12 kB', async (locale) => {
    for (const question of ['nps', 'csat']) {
      const { path } = await survey({ question });
      const page = await get(path, { 'accept-language': `${locale};q=0.9, xx` });
      expect(page.html).toContain(`<html lang="${locale}">`);
      expect(page.html).toContain(
        question === 'nps' ? surveyWords[locale].npsHigh : surveyWords[locale].csatNames[0],
      );
      expect(page.html).not.toContain('<script');
      const rated = await press(path, { ...hidden(page.html), score: '4' });
      const why = await get(String(rated.headers.location));
      for (const { html } of [page, why]) expect(Buffer.byteLength(html)).toBeLessThan(12_000);
    }
  });

  it('that is closed, or not there, says so', async () => {
    const { viewer, id, path } = await survey();
    await call(viewer, 'changeSurvey', { params: { id }, body: { active: false } });
    expect((await get(path)).status).toBe(410);
    expect((await press(path, { score: '9' })).status).toBe(410);
    expect((await get('/s/nothing-here', { 'accept-language': 'de' })).html).toContain(
      'führt zu keiner Umfrage',
    );
  });

  it('takes no more answers from one address than a queue could give', async () => {
    const { path } = await survey();
    const statuses = [];
    for (let n = 0; n < 65; n += 1) {
      statuses.push(
        (await press(path, { ...hidden((await get(`${path}?kiosk=1`)).html), score: '9' })).status,
      );
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('an invitation', () => {
  async function invited(recipients: object[], more: object = {}) {
    const made = await survey({ question: 'nps', ...more });
    const reply = (await call(made.viewer, 'sendSurvey', {
      params: { id: made.id },
      body: { recipients },
    })) as unknown as {
      queued: number;
      skipped: { email: string; reason: string }[];
    };
    const mailTo = async (address: string) => {
      for (let tries = 0; tries < 600; tries += 1) {
        const mail = (await test.platform.sentMail()).find((one) => one.includes(`To: ${address}\n`));
        if (mail) return unfolded(mail);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no mail came to ${address}`);
    };
    return { ...made, reply, mailTo };
  }
  const unfolded = (mail: string) => mail.replace(/=\n/g, '').replaceAll('=3D', '=').replace(/:\n </g, ': <');
  const link = (mail: string, path: 's' | 'u') =>
    new RegExp(`https://ask\\.example\\.org(/${path}/[A-Za-z0-9_-]{40})`).exec(mail)![1]!;

  it('asks for consent in the company’s words, and a box that is ticked is kept as said', async () => {
    const asks = { purpose: 'marketing', words: 'Tell me <once> a month what is new' };
    const { workspaceId, path, mailTo } = await invited(
      [{ email: 'c1@x.example' }, { email: 'c2@x.example' }],
      {
        asks,
      },
    );
    const key = async (value: string) =>
      (await test.collect.keyOf(workspaceId, { type: 'email', value }))!.text;
    const heard: string[] = [];
    test.collect.onConsent((_, keys) => void heard.push(...keys));
    for (const [email, ticked] of [
      ['c1@x.example', true],
      ['c2@x.example', false],
    ] as const) {
      const way = link(await mailTo(email), 's');
      const rated = await press(way, { ...hidden((await get(way)).html), score: '9' });
      const why = await get(String(rated.headers.location));
      expect(why.html).toContain('type="checkbox" name="consent" value="yes"');
      expect(why.html).toContain('Tell me &#60;once&#62; a month');
      await press(way, { step: 'skip', ...(ticked ? { consent: 'yes' } : {}) });
    }
    expect(await test.collect.consentsOf(workspaceId, [await key('c1@x.example')])).toMatchObject([
      { purpose: 'marketing', allowed: true, source: 'survey', wording: asks.words },
    ]);
    expect(await test.collect.consentsOf(workspaceId, [await key('c2@x.example')])).toEqual([]);
    expect(heard).toEqual([await key('c1@x.example')]);
    // nobody is known on the public link, so nobody is asked
    const open = await press(path, { ...hidden((await get(path)).html), score: '9' });
    expect((await get(String(open.headers.location))).html).not.toContain('checkbox');
  });

  it('asks by mail, and the answer is the customer’s', async () => {
    const { workspaceId, placeId, mailTo } = await invited([
      { email: 'Anna@Example.org', name: 'Anna', locale: 'da', place: 'lund', reference: 'o-1' },
    ]);
    const mail = await mailTo('anna@example.org');
    expect(mail).toMatch(/^List-Unsubscribe: +<https:\/\/ask\.example\.org\/u\//m);
    expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const path = link(mail, 's');
    expect(mail).toContain(`${path}?score=10`);
    const page = await get(`${path}?score=10`);
    expect(page.html).toContain('<html lang="da">');
    const rated = await press(path, { ...hidden(page.html), score: '10' });
    await press(path, { step: 'skip' });
    expect((await get(String(rated.headers.location))).html).toContain('Tak!');
    const key = await test.collect.keyOf(workspaceId, { type: 'email', value: 'anna@example.org' });
    expect(await signals(workspaceId)).toMatchObject([
      { score: 10, channel: 'email', place_id: placeId, identifier_key: key!.text },
    ]);
    const events = await test.rows<{ kind: string }>(
      sql`select kind, identifier_key from events where workspace_id = ${workspaceId} order by kind`,
    );
    expect(events).toEqual(
      ['survey_answered', 'survey_sent'].map((kind) => ({ kind, identifier_key: key!.text })),
    );
    const [row] = await test.platform.ledger.query(
      sql`select email, name, state from survey_invitations where workspace_id = ${workspaceId}`,
    );
    expect(row).toEqual({ email: null, name: null, state: 'sent' });
  });

  it('leaves once, also where it cannot be recorded at the moment that it left', async () => {
    const { id, workspaceId, viewer } = await survey();
    const { ledger, clock, ids, jobs, log, sentMail } = test.platform;
    const recipients = [{ email: 'once@example.org' }];
    const quiet = { send: async () => {}, work: jobs.work, schedule: jobs.schedule };
    const surveys = surveyStore(ledger);
    const shared = { ledger, clock, ids, log, access: test.access, surveys };
    const inviting = {
      ...shared,
      jobs: quiet,
      keyOfEmail: (of: string, value: string) => test.collect.keyOf(of, { type: 'email', value }),
      placesOf: async () => placeCodes([]),
    };
    await inviteCustomers(inviting, viewer, (await surveys.findById(id))!, recipients);
    const sending = {
      ...shared,
      jobs,
      links: new SignedLinks(Buffer.from('a key of this test')),
      responses: responseStore(ledger),
      invitations: invitationStore(ledger),
      records: { signals: async () => [], events: async () => [] },
      noteConsents: async () => {},
      recordSent: () => Promise.reject(new Error('another process takes data in')),
    };
    for (let tries = 0; tries < 3; tries += 1) await sendInvitations(sending, id);
    const mails = (await sentMail()).filter((mail) => mail.includes('To: once@example.org\n'));
    expect(mails).toHaveLength(1);
    const sent = sql`select kind from events where workspace_id = ${workspaceId}`;
    await expect.poll(() => test.rows(sent), { timeout: 20_000 }).toEqual([{ kind: 'survey_sent' }]);
  });

  it('goes to nobody twice in 90 days, and says who is left out and why', async () => {
    const { viewer, id, reply } = await invited([
      { email: 'b@example.org' },
      { email: 'B@example.org' },
      { email: 'not an address' },
      { email: 'c@example.org', place: 'atlantis' },
    ]);
    expect(reply).toEqual({
      queued: 1,
      skipped: [
        { email: 'B@example.org', reason: 'named_twice' },
        { email: 'not an address', reason: 'not_an_address' },
        { email: 'c@example.org', reason: 'unknown_place' },
      ],
    });
    const again = () =>
      call(viewer, 'sendSurvey', { params: { id }, body: { recipients: [{ email: 'b@example.org' }] } });
    const both = await Promise.all([again(), again()]);
    expect(
      both.map((one) => [one.queued, (one.skipped as unknown as { reason: string }[])[0]!.reason]),
    ).toEqual([
      [0, 'asked_lately'],
      [0, 'asked_lately'],
    ]);
    test.platform.clock.set(new Date(Date.now() + 91 * 86_400_000));
    expect((await again()).queued).toBe(1);
    test.platform.clock.set(null);
  });

  it('stops for ever with one click, but not by opening the link', async () => {
    const { viewer, workspaceId, id, mailTo } = await invited([{ email: 'd@example.org', locale: 'en' }]);
    const path = link(await mailTo('d@example.org'), 'u');
    expect((await get(path)).html).toContain('Yes, stop them');
    expect(
      await test.platform.ledger.query(sql`select * from suppressions where workspace_id = ${workspaceId}`),
    ).toEqual([]);
    const boundary = 'xx';
    const reply = await test.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`,
    });
    expect(reply.statusCode).toBe(200);
    test.platform.clock.set(new Date(Date.now() + 400 * 86_400_000));
    const again = await call(viewer, 'sendSurvey', {
      params: { id },
      body: { recipients: [{ email: 'd@example.org' }] },
    });
    test.platform.clock.set(null);
    expect(again).toEqual({ queued: 0, skipped: [{ email: 'd@example.org', reason: 'unsubscribed' }] });
  });

  it('cannot be made up', async () => {
    const { mailTo } = await invited([{ email: 'e@example.org' }]);
    const path = link(await mailTo('e@example.org'), 's');
    const forged = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
    expect((await get(forged)).status).toBe(404);
    expect((await get(path.replace('/s/', '/u/'))).status).toBe(404);
  });
});

it('a QR code leads to the survey for one place', async () => {
  const { viewer, id } = await survey();
  let svg = '';
  const send = async (body: string) => {
    svg = body;
  };
  const reply = { type: () => reply, header: () => reply, send };
  const { handle } = test.collect.routes.find(({ endpoint }) => endpoint.id === 'surveyCode')!;
  await handle({ params: { id }, query: { place: 'lund' }, body: {} }, { viewer, reply } as never);
  expect(svg).toMatch(/^<svg [^>]*viewBox/);
});
