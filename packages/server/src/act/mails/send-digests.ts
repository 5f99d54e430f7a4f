// Promise: one mail per person and local day, at the chosen hour or the first chance after it, and only when there is
// something to do.
import type { Access, Member, Settings } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { digestLetter } from '../letters/act-letters.ts';
import { type LocalTime, localTime, momentOf, nextDay } from '../places/local-time.ts';
import type { PlaceTrees } from '../places/place-line.ts';
import { digestStore } from './digest-store.ts';
import { mailStore } from './mail-store.ts';
import { mailDomain, messageIdFor } from './message-id.ts';
import { staffOf } from './recipients.ts';

/** A digest that could not go out in the morning is still worth reading for so many hours. */
const lateHours = 10;
const mostLines = 20;

export interface DigestParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly trees: PlaceTrees;
}

/** Queues the digests that are due in a workspace; how many. */
export async function sendDigests(parts: DigestParts, workspaceId: string): Promise<number> {
  const { access, platform } = parts;
  const settings = await access.settings(workspaceId);
  const { digestHour, maxMailsPerDay } = settings.mail;
  if (maxMailsPerDay === 0) return 0;
  const [members, tree] = await Promise.all([access.members(workspaceId), parts.trees.of(workspaceId)]);
  const staff = staffOf(members, tree, settings.timeZone);
  const now = platform.clock.now();
  let queued = 0;
  for (const member of members.filter((one) => one.active)) {
    const { timeZone: zone, isOpen } = staff.timeOf(member);
    const local = localTime(now, zone);
    if (!isOpen(local.day)) continue;
    if (local.hour < digestHour || local.hour >= digestHour + lateHours) continue;
    const sent = await platform.ledger.transaction((tx) =>
      digestFor(tx, parts, { workspaceId, settings, member, zone, local, now }),
    );
    queued += Number(sent);
  }
  return queued;
}

interface Addressee {
  readonly workspaceId: string;
  readonly settings: Settings;
  readonly member: Member;
  readonly zone: string;
  readonly local: LocalTime;
  readonly now: Date;
}

async function digestFor(tx: Ledger, { platform, access }: DigestParts, to: Addressee): Promise<boolean> {
  const { workspaceId, settings, member, local } = to;
  const messageKey = `digest:${member.personId}:${local.day}`;
  const mails = mailStore(tx);
  const digests = digestStore(tx);
  await digests.holdPerson(workspaceId, member.personId);
  if ((await mails.known(workspaceId, [messageKey])).size > 0) return false;
  const waiting = await digests.waiting(workspaceId, member.personId);
  const counts = await countOwn(tx, to);
  if (waiting.length === 0 && counts.newCases === 0 && counts.overdue === 0) return false;
  const most = settings.mail.maxMailsPerDay;
  if ((await digests.takeMails(workspaceId, member.personId, local.day, 1, most)) === 0) return false;
  const letter = digestLetter(member.locale, access.publicUrl(), {
    name: member.name,
    ...counts,
    lines: waiting.slice(0, mostLines).map((item) => item.line),
    more: Math.max(0, waiting.length - mostLines),
  });
  const domain = mailDomain(settings.mail.fromAddress, access.publicUrl());
  const added = await mails.add(workspaceId, [
    {
      id: platform.ids.next(),
      messageKey,
      kind: 'digest',
      personId: member.personId,
      caseId: null,
      to: member.email,
      ...letter,
      headers: { 'Auto-Submitted': 'auto-generated' },
      messageId: messageIdFor(workspaceId, messageKey, domain),
      createdAt: to.now,
      dueAt: to.now,
    },
  ]);
  const keys = waiting.map((item) => item.itemKey);
  await digests.told(workspaceId, member.personId, keys, messageKey);
  return added.size > 0;
}

/** The person's own cases: new since the last morning, due before the day is over, and overdue. */
async function countOwn(tx: Ledger, { workspaceId, member, settings, zone, local, now }: Addressee) {
  const lastMorning = momentOf(nextDay(local.day, -1), settings.mail.digestHour * 60, zone);
  const tonight = momentOf(nextDay(local.day), 0, zone);
  const row = await tx.one<{ new_cases: number; due_today: number; overdue: number }>(sql`
    select count(*) filter (where opened_at >= ${lastMorning})::int as new_cases,
      count(*) filter (where due_at >= ${now} and due_at < ${tonight})::int as due_today,
      count(*) filter (where due_at < ${now})::int as overdue
    from cases where workspace_id = ${workspaceId} and owner_id = ${member.personId} and state <> 'closed'`);
  return { newCases: row?.new_cases ?? 0, dueToday: row?.due_today ?? 0, overdue: row?.overdue ?? 0 };
}
