// Promise: of a mail only the words that its sender wrote now are kept; machines' answers are not customers' words.
import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { plainText } from '../mapping/plain-text.ts';
import { caseConversationOf } from './case-thread.ts';

export interface MailRead {
  readonly id: string;
  readonly reference: string;
  readonly conversation: string;
  readonly at: string;
  readonly email?: string;
  readonly title?: string;
  readonly text: string;
}

const longestId = 250;

/** The mail as a message; null for machines' answers and bounces. `arrived` is when the server got it. */
export async function readMail(source: Uint8Array, arrived: Date, now: Date): Promise<MailRead | null> {
  const mail = await PostalMime.parse(source).catch(() => null);
  // a mail that no program can read is told as one that says nothing; those behind it must not wait for it
  if (mail === null) return unreadable(source, arrived);
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value.trim() ?? '';
  if (isAutomatic(header, mail.subject ?? '')) return null;
  const id = bare(mail.messageId) || idOf(source);
  const thread = bare(mail.references?.split(/\s+/)[0]) || bare(mail.inReplyTo?.split(/\s+/)[0]) || id;
  const text = withoutQuotes(mail.text?.trim() ? mail.text : plainText(mail.html ?? ''));
  const email = mail.from && 'address' in mail.from ? mail.from.address : undefined;
  return {
    id: id.slice(0, longestId),
    reference: id.slice(0, 120),
    conversation: caseConversationOf([mail.inReplyTo, mail.references]) ?? thread.slice(0, 120),
    at: momentOf(mail.date, arrived, now).toISOString(),
    ...(email ? { email } : {}),
    ...(mail.subject ? { title: mail.subject.slice(0, 500) } : {}),
    text: text.slice(0, 20_000),
  };
}

const idOf = (source: Uint8Array): string =>
  `mail-${createHash('sha256').update(source).digest('hex').slice(0, 32)}`;

function unreadable(source: Uint8Array, arrived: Date): MailRead {
  const id = idOf(source);
  return { id, reference: id, conversation: id, at: arrived.toISOString(), text: '' };
}

const bare = (id: string | undefined) => (id ?? '').replace(/[<>\s]/g, '');

const awaySubject =
  /^(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|autosvar|automatiskt svar|automatisk svar|frånvaro|fravær|automaattinen vastaus|poissaolo|automatische antwort|abwesenheit)\b/i;

/** RFC 3834 and its forerunners: holiday answers, bounces, lists; and what mail programs call their holiday answers. */
function isAutomatic(header: (name: string) => string, subject: string): boolean {
  const submitted = header('auto-submitted').toLowerCase();
  if (submitted !== '' && submitted !== 'no') return true;
  if (/^(bulk|junk|list|auto_reply)$/i.test(header('precedence'))) return true;
  if (header('return-path') === '<>' || header('x-autoreply') !== '' || header('x-autorespond') !== '')
    return true;
  return awaySubject.test(subject.trim());
}

/** The sender's clock, unless it cannot be right: then the server's. */
function momentOf(date: string | undefined, arrived: Date, now: Date): Date {
  const said = new Date(date ?? Number.NaN);
  const sane = said.getTime() > Date.UTC(1990, 0, 1) && said.getTime() <= now.getTime() + 3_600_000;
  return sane ? said : arrived;
}

const quoteStarts = [
  /^-{2,}\s*(original message|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|ursprüngliche nachricht)\s*-{2,}\s*$/im,
  /^(on|den|am|le|el)\s.{5,120}(wrote|skrev|schrieb|kirjoitti|a écrit)\b.{0,80}:\s*$/im,
  /^.{5,120}\s(wrote|skrev|schrieb|kirjoitti)\s*:\s*$/im,
  /^(from|från|fra|von|lähettäjä):\s.+\n(sent|skickat|sendt|gesendet|lähetetty|date|datum|dato):\s/im,
  /^_{10,}\s*$/m,
];

/** What stands above the mail that is answered. */
function withoutQuotes(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const starts = quoteStarts.map((start) => plain.search(start)).filter((at) => at > 0);
  const own = starts.length > 0 ? plain.slice(0, Math.min(...starts)) : plain;
  const lines = own.split('\n').filter((line) => !line.startsWith('>'));
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  const kept = (signature > 0 ? lines.slice(0, signature) : lines).join('\n').trim();
  return kept === '' ? plain.trim() : kept;
}
