import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { MailMessage, MailTransport, SmtpSettings } from './mail-transport.ts';

export interface MailerOptions {
  /** The installation's own mail server; null: letters are written to files. */
  readonly smtpUrl: string | null;
  readonly from: string | null;
  /** Folder for letters while no mail server is set. */
  readonly outbox: string;
}

const fallbackSender = 'Lyhörd <noreply@lyhord.local>';

/** Mail by SMTP, or as .eml files that a mail program opens, while no server is set. */
export function createMailer(options: MailerOptions): MailTransport {
  const standing =
    options.smtpUrl === null
      ? null
      : { url: options.smtpUrl, ...(options.from ? { from: options.from } : {}) };
  return mailerFor(standing, options);
}

function mailerFor(settings: SmtpSettings | null, options: MailerOptions): MailTransport {
  const own = settings ?? (options.smtpUrl === null ? null : { url: options.smtpUrl });
  const sender = settings?.from ?? options.from ?? fallbackSender;
  return {
    configured: own !== null,
    send: (message) =>
      own ? sendBySmtp(own.url, sender, message) : writeLetter(options.outbox, sender, message),
    using: (other) => mailerFor(other, options),
  };
}

async function sendBySmtp(url: string, sender: string, message: MailMessage): Promise<void> {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(letter(sender, message));
  } finally {
    transport.close();
  }
}

async function writeLetter(outbox: string, sender: string, message: MailMessage): Promise<void> {
  mkdirSync(outbox, { recursive: true, mode: 0o700 });
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { message: bytes } = await transport.sendMail(letter(sender, message));
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.eml`;
  await writeFile(join(outbox, name), bytes as Buffer, { mode: 0o600 });
}

function letter(sender: string, message: MailMessage): SendMailOptions {
  for (const line of [
    message.to,
    message.subject,
    message.replyTo ?? '',
    message.from ?? '',
    ...Object.values(message.headers ?? {}),
  ]) {
    if (/[\r\n]/.test(line))
      throw new Error(`A mail header may not hold a line break: ${JSON.stringify(line.slice(0, 80))}.`);
  }
  return {
    from: message.from ?? sender,
    to: message.to,
    subject: message.subject,
    text: message.text,
    ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    ...(message.html ? { html: message.html } : {}),
    ...(message.headers ? { headers: message.headers } : {}),
    ...(message.messageId ? { messageId: message.messageId } : {}),
  };
}
