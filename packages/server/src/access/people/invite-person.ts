import { type Locale, personPaths, type Role } from '@lyhord/contract';
import { because, Problem } from '../../platform/http/problem.ts';
import type { MailTransport } from '../../platform/mail/mail-transport.ts';
import type { Platform } from '../../platform/platform.ts';
import { auditStore } from '../audit/audit-store.ts';
import { invitationLetter } from '../letters/person-letters.ts';
import { newKey } from '../secrets/keys.ts';
import type { Viewer } from '../viewer.ts';
import { checkedPlaces } from './checked-places.ts';
import { invitationStore } from './invitation-store.ts';
import { peopleStore } from './people-store.ts';

const validDays = 7;

export interface InvitationWish {
  readonly email: string;
  readonly role: Role;
  readonly placeIds: readonly string[];
  readonly team?: string | null | undefined;
  readonly locale: Locale;
}

/** Invites by mail, and hands out the link in any case; a new invitation to the same address replaces the old one. */
export async function invitePerson(
  platform: Platform,
  mail: MailTransport,
  workspaceName: string,
  publicUrl: string,
  viewer: Viewer,
  wish: InvitationWish,
): Promise<{ id: string; link: string; mailed: boolean }> {
  const { ledger, clock, ids } = platform;
  const { workspaceId } = viewer;
  const email = wish.email.trim().toLowerCase();
  await refuseMember(platform, workspaceId, email);
  const placeIds = await checkedPlaces(ledger, workspaceId, wish.role, wish.placeIds);
  const { key: token, hash } = newKey(ids, 'invitation');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + validDays * 24 * 60 * 60_000);
  const id = ids.next();
  await ledger.transaction(async (tx) => {
    const made = { id, workspaceId, email, placeIds, team: wish.team ?? null, expiresAt };
    await invitationStore(tx).add(
      { ...made, role: wish.role, locale: wish.locale },
      hash,
      viewer.personId,
      now,
    );
    await auditStore(ledger, clock, ids).add(
      viewer,
      'person.invited',
      `invitation:${id}`,
      `${email} as ${wish.role}`,
      tx,
    );
  });
  const link = `${publicUrl}${personPaths.invitation(token)}`;
  const letter = invitationLetter(wish.locale, { workspace: workspaceName, by: viewer.name, link });
  return { id, link, mailed: await mailed(platform, mail, email, letter) };
}

async function refuseMember(platform: Platform, workspaceId: string, email: string): Promise<void> {
  const people = peopleStore(platform.ledger);
  const standing = (await people.members(workspaceId)).find((member) => member.email === email);
  if (standing?.active) throw new Problem('duplicate', because('person_here', { email }));
  if (standing) {
    throw new Problem('duplicate', because('person_was_here', { email }));
  }
}

/** Mail that does not go out is no reason to fail: the link is shown to the admin. */
async function mailed(
  platform: Platform,
  mail: MailTransport,
  to: string,
  letter: { subject: string; text: string; html: string },
): Promise<boolean> {
  try {
    await mail.send({ to, ...letter });
    return mail.configured;
  } catch (error) {
    platform.log.warn({ err: error }, 'access: an invitation could not be mailed');
    return false;
  }
}
