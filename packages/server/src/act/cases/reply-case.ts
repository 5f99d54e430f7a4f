// Promise: the customer gets one mail per message key, in the thread of the earlier ones, and an answer to it reaches
// the company.
import { renderLetter, type Settings, type Viewer } from '../../access/index.ts';
import { caseThread } from '../../collect/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { replySubject } from '../letters/act-words.ts';
import { isPlainAddress } from '../mails/mail-address.ts';
import { mailStore, type NewMail } from '../mails/mail-store.ts';
import { inThread, mailDomain, messageIdFor } from '../mails/message-id.ts';
import type { UnifyPart } from '../neighbours.ts';
import type { CaseRecord } from './case-record.ts';
import { caseTokens } from './case-token.ts';
import { type ChangeParts, changeCase, refuseClosed } from './change-case.ts';
import { entryStore } from './entry-store.ts';
import { languageOfSignal } from './signal-facts.ts';

export interface ReplyParts extends ChangeParts {
  readonly unify: UnifyPart;
  readonly mailQueued: () => void;
}

export interface Reply {
  readonly text: string;
  /** Chosen by the client: the same key again sends nothing. */
  readonly messageKey: string;
}

export async function replyCase(
  parts: ReplyParts,
  viewer: Viewer,
  caseId: string,
  reply: Reply,
): Promise<CaseRecord> {
  const settings = await parts.access.settings(viewer.workspaceId);
  const changed = await changeCase(parts, viewer, caseId, undefined, async (standing, tx) => {
    const mailKey = `reply:${standing.id}:${reply.messageKey}`;
    if (await isRepeated(tx, standing, mailKey, reply.text)) return null;
    refuseClosed(standing);
    const customer = await contactOfCase(parts.unify, standing);
    if (customer.email === null) throw noAddress(standing);
    const mail = await letterTo(parts, settings, tx, standing, viewer, {
      ...reply,
      mailKey,
      ...customer,
      email: customer.email,
    });
    await mailStore(tx).add(standing.workspaceId, [mail]);
    return {
      change: { state: 'waiting', ownerId: standing.ownerId ?? viewer.personId },
      entry: { kind: 'reply', text: reply.text, mailKey },
      event: { kind: 'case_replied', name: 'Case replied', properties: { channel: 'email' } },
      action: 'case.replied',
    };
  });
  parts.mailQueued();
  return changed;
}

async function isRepeated(tx: Ledger, standing: CaseRecord, mailKey: string, text: string): Promise<boolean> {
  const sent = await entryStore(tx).textOfMail(standing.workspaceId, mailKey);
  if (sent === null) return false;
  if (sent === text) return true;
  throw new Problem('duplicate', {
    detail: 'Another text was sent with this messageKey already; choose a new key.',
  });
}

export interface CustomerContact {
  /** One plain address, or null where the customer cannot be reached by mail. */
  readonly email: string | null;
  /** What the customer reads, as far as it is known. */
  readonly language: string | null;
}

/** How the customer of a case can be reached. */
export async function contactOfCase(unify: UnifyPart, standing: CaseRecord): Promise<CustomerContact> {
  const { workspaceId, identifierKey } = standing;
  const profileKey = identifierKey === '0' ? null : await unify.profileKeyOf(workspaceId, identifierKey);
  const contact = profileKey === null ? null : await unify.contactOf(workspaceId, profileKey);
  const { email = null, locale = null } = contact ?? {};
  return { email: email && isPlainAddress(email) ? email : null, language: locale };
}

interface Addressed extends Reply {
  readonly mailKey: string;
  readonly email: string;
  readonly language: string | null;
}

async function letterTo(
  { access, platform }: ReplyParts,
  settings: Settings,
  tx: Ledger,
  standing: CaseRecord,
  viewer: Viewer,
  { text, mailKey, email, language }: Addressed,
): Promise<NewMail> {
  const earlier = await mailStore(tx).messageIdsOf(standing.workspaceId, standing.id);
  const spoken = language ?? (await languageOfSignal(platform.warehouse, standing));
  const subject = replySubject(spoken, settings.name);
  const letter = renderLetter({
    subject: earlier.length > 0 ? `Re: ${subject}` : subject,
    paragraphs: text.split(/\n{2,}/),
    foot: `${viewer.name}, ${settings.name}`,
  });
  const last = earlier.at(-1);
  const domain = mailDomain(settings.mail.fromAddress, access.publicUrl());
  const thread = caseThread(caseTokens(access).tokenOf(standing));
  const own = viewer.personId === null ? null : await access.member(standing.workspaceId, viewer.personId);
  return {
    id: platform.ids.next(),
    messageKey: mailKey,
    kind: 'reply',
    personId: null,
    caseId: standing.id,
    to: email,
    // Answers go to the company's address; where none is set, to the person who wrote.
    replyTo: settings.mail.fromAddress || own?.email || null,
    ...letter,
    // The thread's own name stands first: it comes back with an answer also where a mail server gives mails other ids.
    headers: {
      ...(last === undefined ? {} : { 'In-Reply-To': last }),
      References: [`<${thread}@${domain}>`, ...earlier.slice(-20)].join(' '),
    },
    messageId: inThread(thread, messageIdFor(standing.workspaceId, mailKey, domain)),
    createdAt: platform.clock.now(),
    dueAt: platform.clock.now(),
  };
}

const noAddress = (standing: CaseRecord) =>
  new Problem('conflict', because('case_no_address', { number: standing.number }));
