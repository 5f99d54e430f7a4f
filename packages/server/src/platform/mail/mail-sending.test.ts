import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { createIds } from '../ids.ts';
import { createMail } from './mail-sending.ts';

const message = {
  to: 'Åsa <asa@example.org>',
  replyTo: 'case-7@cx.example.org',
  subject: 'Tack för ditt svar ✓',
  text: 'Hej!',
  html: '<p>Hej!</p>',
  headers: {
    'List-Unsubscribe': '<https://cx.example.org/u/1>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  messageId: '<letter-1@cx.example.org>',
};

describe('mail', () => {
  let outbox: string;
  let server: SMTPServer;
  let url: string;
  const taken: { from: string; to: string[]; raw: string }[] = [];
  beforeAll(async () => {
    outbox = join(await mkdtemp(join(tmpdir(), 'lyhord-mail-')), 'outbox');
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('nobody') ? new Error('no such person') : null),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          taken.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString(),
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await rm(join(outbox, '..'), { recursive: true });
  });
  const mail = (settings: { url: string; from?: string } | null) =>
    createMail({ settings, outbox, clock: systemClock, ids: createIds(systemClock) });

  it('reaches a mail server with its headers, letters and sender', async () => {
    const transport = mail({ url, from: 'Solvik <cx@solvik.example>' });
    expect(transport.configured).toBe(true);
    await transport.send(message);
    const [got] = taken;
    expect(got).toMatchObject({ from: 'cx@solvik.example', to: ['asa@example.org'] });
    const read = await PostalMime.parse(got!.raw);
    expect(read).toMatchObject({
      subject: message.subject,
      messageId: message.messageId,
      from: { name: 'Solvik' },
      text: 'Hej!\n',
    });
    expect(read.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(
      '<https://cx.example.org/u/1>',
    );
  });

  it('that the server does not take is an error with its answer', async () => {
    await expect(mail({ url }).send({ ...message, to: 'nobody@example.org' })).rejects.toThrow(
      'no such person',
    );
    await expect(mail({ url: 'smtp://127.0.0.1:1' }).send(message)).rejects.toThrow();
  });

  it('without a server is written to the outbox, and says that it is not configured', async () => {
    const transport = mail(null);
    expect(transport.configured).toBe(false);
    await transport.send(message);
    const [name] = await readdir(outbox);
    expect(name).toMatch(/^\d{4}-.*\.eml$/);
    expect((await PostalMime.parse(await readFile(join(outbox, name!)))).subject).toBe(message.subject);
  });

  it("takes a workspace's own settings, or else the installation's", async () => {
    const before = taken.length;
    const own = mail(null).using({ url, from: 'own@shop.example' });
    expect([own.configured, mail({ url }).using(null).configured]).toEqual([true, true]);
    await own.send(message);
    expect(taken[before]?.from).toBe('own@shop.example');
  });

  it('cannot be given further headers through a field', async () => {
    await expect(mail(null).send({ ...message, to: 'a@example.org\r\nBcc: b@example.org' })).rejects.toThrow(
      'line break',
    );
  });

  it.each([
    'ada@example.org, bob@example.org',
    'ada@example.org;bob@example.org',
    'Everybody: ada@example.org, bob@example.org;',
    'ada@example.org\u2028Bcc: bob@example.org',
    '',
  ])('goes to one address, and not to what %j leads to', async (to) => {
    await expect(mail(null).send({ ...message, to })).rejects.toThrow('A mail goes to one address');
  });
});
