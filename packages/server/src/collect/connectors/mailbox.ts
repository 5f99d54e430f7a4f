// Promise: a mailbox is only read, never changed; each mail is one signal by its Message-ID, wherever reading begins again.
import type { MailboxSettings, Mapping } from '@lyhord/contract';
import { ImapFlow } from 'imapflow';
import type { z } from 'zod';
import { type Fetched, type FetchFrom, FetchProblem, type Way } from './fetching.ts';
import { type MailRead, readMail } from './read-mail.ts';

type Settings = z.output<typeof MailboxSettings>;
interface MailState {
  readonly uidValidity?: string;
  readonly lastUid?: number;
}

const mailsPerPage = 50;
const mostPages = 20;
const largestMail = 2 * 1024 ** 2;

export const mailboxWay: Way<Settings> = {
  mapping: ({ place }): Mapping => [
    {
      to: 'signal',
      when: {},
      item: {
        ...{ messageId: '$.id', kind: 'ticket', channel: 'email', touchpoint: 'support' },
        ...{ happenedAt: '$.at', title: '$.title', text: '$.text', conversation: '$.conversation' },
        reference: '$.reference',
        ...(place ? { place } : {}),
        identifiers: [{ type: 'email', value: '$.email' }],
      },
    },
  ],
  async *pages(from: FetchFrom<Settings>): AsyncGenerator<Fetched> {
    const client = await connected(from);
    try {
      yield* mailsOf(client, from);
    } catch (error) {
      throw plainProblem(from.settings, error);
    } finally {
      await client.logout().catch(() => client.close());
    }
  },
};

async function connected({ settings, secret, egress }: FetchFrom<Settings>): Promise<ImapFlow> {
  const { host, port, secure, user } = settings;
  const address = await egress.addressOf(host, port);
  const client = new ImapFlow({
    ...{ host: address, port, secure, servername: host, logger: false as const },
    auth: { user, pass: secret ?? '' },
    ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
    disableAutoIdle: true,
  });
  // without a listener a broken connection would end the process
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw plainProblem(settings, error);
  }
}

async function* mailsOf(client: ImapFlow, from: FetchFrom<Settings>): AsyncGenerator<Fetched> {
  const { settings, now } = from;
  const before = from.state as MailState;
  const box = await client.mailboxOpen(settings.mailbox, { readOnly: true });
  const uidValidity = String(box.uidValidity);
  // numbers of another validity mean other mails: all is read again, and what is known is known by its Message-ID
  const known = before.uidValidity === uidValidity ? (before.lastUid ?? 0) : 0;
  const uids = await uidsAfter(client, known, settings.since);
  for (let page = 0; page * mailsPerPage < uids.length && page < mostPages; page++) {
    const turn = uids.slice(page * mailsPerPage, (page + 1) * mailsPerPage);
    const messages: { body: MailRead }[] = [];
    for await (const { source, internalDate } of mailsWith(client, turn)) {
      const read = await readMail(source ?? Buffer.alloc(0), new Date(internalDate ?? now()), now());
      if (read) messages.push({ body: read });
    }
    yield { messages, state: { uidValidity, lastUid: turn.at(-1)! } };
  }
}

/** Whole mails; of a very large one only the beginning, where the words stand. */
async function* mailsWith(client: ImapFlow, uids: readonly number[]) {
  const byUid = { uid: true } as const;
  const large = new Set<number>();
  for await (const { uid, size } of client.fetch(uids.join(','), { uid: true, size: true }, byUid)) {
    if ((size ?? 0) > largestMail) large.add(uid);
  }
  const asked = { uid: true, internalDate: true } as const;
  const whole = uids.filter((uid) => !large.has(uid));
  if (whole.length > 0) yield* client.fetch(whole.join(','), { ...asked, source: true }, byUid);
  if (large.size > 0) {
    yield* client.fetch([...large].join(','), { ...asked, source: { maxLength: largestMail } }, byUid);
  }
}

async function uidsAfter(client: ImapFlow, known: number, since: string | undefined): Promise<number[]> {
  const found = await client.search(
    { uid: `${known + 1}:*`, ...(since ? { since: new Date(since) } : {}) },
    { uid: true },
  );
  // `n:*` always finds the last mail, also when its number is below n
  return (found || []).filter((uid) => uid > known).sort((a, b) => a - b);
}

function plainProblem({ host, port, mailbox, user }: Settings, error: unknown): Error {
  if (error instanceof FetchProblem) return error;
  const { authenticationFailed, code, responseText, mailboxMissing, message } = error as {
    authenticationFailed?: boolean;
    code?: string;
    responseText?: string;
    mailboxMissing?: boolean;
    message: string;
  };
  if (authenticationFailed) {
    return new FetchProblem(`${host} does not let "${user}" in; check the user name and the password.`);
  }
  if (mailboxMissing) return new FetchProblem(`${host} has no mailbox "${mailbox}" for this user.`);
  if (code === 'ECONNREFUSED') return new FetchProblem(`Nothing answers at ${host}, port ${port}.`);
  const said = (responseText ?? message).slice(0, 200);
  return new FetchProblem(`The mailbox at ${host} could not be read: ${said}`);
}
