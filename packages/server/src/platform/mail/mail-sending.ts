import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser/index.js';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import { letterName } from './letter-name.ts';
import type { MailMessage, MailTransport, SmtpSettings } from './mail-transport.ts';

interface Surroundings {
  readonly settings: SmtpSettings | null;
  /** Folder for messages that no mail server is set for. */
  readonly outbox: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

const senderOfLastResort = 'Lyhörd <no-reply@localhost>';

/** Mail by SMTP, or into the outbox folder when no server is set. */
export function createMail(around: Surroundings): MailTransport {
  const { settings } = around;
  const deliver = settings ? smtp(settings.url) : outbox(around);
  return {
    configured: settings !== null,
    send: async (message) => deliver(envelope(message, settings)),
    using: (own) => (own ? createMail({ ...around, settings: own }) : createMail(around)),
  };
}

function envelope(message: MailMessage, settings: SmtpSettings | null): MailMessage {
  for (const [field, value] of Object.entries({
    to: message.to,
    subject: message.subject,
    from: message.from ?? '',
  })) {
    if (/[\r\n]/.test(value)) throw new TypeError(`A mail's ${field} may not hold a line break.`);
  }
  // an address that a customer gave may name many people, or another one behind a separator
  const reached = addressparser(message.to, { flatten: true });
  if (reached.length !== 1 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(message.to)) {
    throw Object.assign(new TypeError('A mail goes to one address; this one names several, or none.'), {
      responseCode: 553,
    });
  }
  return { ...message, from: message.from ?? settings?.from ?? senderOfLastResort };
}

function smtp(url: string) {
  return async (message: MailMessage) => {
    const transport = createTransport({
      url,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
    } as object);
    try {
      await transport.sendMail({ ...message, disableFileAccess: true, disableUrlAccess: true });
    } finally {
      transport.close();
    }
  };
}

function outbox({ outbox: folder, clock, ids }: Surroundings) {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (message: MailMessage) => {
    const { message: bytes } = await composer.sendMail({
      ...message,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const stamp = clock.now().toISOString().replace(/[:.]/g, '-');
    const name = letterName(`${stamp}-${ids.token(6)}`, message.workspaceId);
    await writeFile(join(folder, name), bytes as Buffer, { mode: 0o600 });
  };
}
