// Promise: who is told what, and how: few mails at once, never in quiet hours, never more than the limit per person
// and day; everything beyond waits for the digest. One place of that day's limit is kept for the digest itself.
import type { Member, RenderedLetter, Settings } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Severity, severityRank } from '../alarms/bad-answer.ts';
import { deliveryTime, type ReaderTime } from './delivery-time.ts';
import { type DigestItem, digestStore } from './digest-store.ts';
import { mailStore, type NewMail } from './mail-store.ts';
import { messageIdFor } from './message-id.ts';

/** Something that a person should hear of. */
export interface Notice {
  readonly recipient: Member;
  readonly time: ReaderTime;
  /** `case:<id>` or `change:<id>`; each recipient is told of it once. */
  readonly key: string;
  readonly kind: 'case' | 'change';
  readonly subjectId: string;
  readonly severity: Severity;
  readonly at: Date;
  /** One line for the digest. */
  readonly line: string;
  /** Made only for what is mailed. */
  readonly letter: () => RenderedLetter;
}

export interface NotifyParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly domain: string;
  readonly settings: Settings;
}

/** Queues the mails and digest items of a workspace within the given transaction; how many mails were queued. */
export async function notify(
  tx: Ledger,
  parts: NotifyParts,
  workspaceId: string,
  notices: readonly Notice[],
): Promise<number> {
  const people = new Set(notices.map((notice) => notice.recipient.personId));
  let mailed = 0;
  // In one order for all transactions, so that two of them never wait for each other.
  for (const personId of [...people].sort()) {
    const own = notices.filter((notice) => notice.recipient.personId === personId);
    mailed += await notifyPerson(tx, parts, workspaceId, own);
  }
  return mailed;
}

async function notifyPerson(tx: Ledger, parts: NotifyParts, workspaceId: string, notices: Notice[]) {
  const digests = digestStore(tx);
  await digests.holdPerson(workspaceId, notices[0]!.recipient.personId);
  const fresh = await untold(tx, workspaceId, notices);
  const [first] = fresh;
  if (!first) return 0;
  const { personId } = first.recipient;
  const { mail } = parts.settings;
  // A danger is told on a holiday, too; all of a person's notices go by the most urgent of them.
  const urgent = fresh.some(({ severity }) => severity === 'critical');
  const when = deliveryTime(parts.clock.now(), first.time, mail, urgent);
  const most = mail.maxMailsPerDay - 1;
  const mailed = await digests.takeMails(workspaceId, personId, when.day, fresh.length, most);
  const ranked = fresh.toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity));
  const mails = ranked.slice(0, mailed).map((notice) => mailOf(parts, workspaceId, notice, when.at));
  await mailStore(tx).add(workspaceId, mails);
  await digests.add(workspaceId, ranked.slice(mailed).map(digestItem));
  return mailed;
}

async function untold(tx: Ledger, workspaceId: string, notices: Notice[]): Promise<Notice[]> {
  const distinct = [...new Map(notices.map((notice) => [notice.key, notice])).values()];
  const personId = distinct[0]?.recipient.personId ?? '';
  const mailed = await mailStore(tx).known(workspaceId, distinct.map(mailKey));
  const waiting = await digestStore(tx).known(
    workspaceId,
    personId,
    distinct.map((notice) => notice.key),
  );
  return distinct.filter((notice) => !mailed.has(mailKey(notice)) && !waiting.has(notice.key));
}

const mailKey = (notice: Notice): string => `${notice.key}:${notice.recipient.personId}`;

function mailOf(parts: NotifyParts, workspaceId: string, notice: Notice, dueAt: Date): NewMail {
  const messageKey = mailKey(notice);
  const { subject, text, html } = notice.letter();
  return {
    id: parts.ids.next(),
    messageKey,
    kind: notice.kind === 'case' ? 'alarm' : 'change',
    personId: notice.recipient.personId,
    caseId: null,
    to: notice.recipient.email,
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: messageIdFor(workspaceId, messageKey, parts.domain),
    createdAt: parts.clock.now(),
    dueAt,
  };
}

const digestItem = (notice: Notice): DigestItem => ({
  personId: notice.recipient.personId,
  itemKey: notice.key,
  kind: notice.kind,
  subjectId: notice.subjectId,
  line: notice.line,
  severity: notice.severity,
  at: notice.at,
});
