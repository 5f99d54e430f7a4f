import { personPaths } from '@lyhord/contract';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import { resetLinkSeconds, type SignIn } from '../sign-in/sign-in.ts';
import type { Viewer } from '../viewer.ts';
import { peopleStore } from './people-store.ts';

/**
 * A link with which a member sets a new password, for the admin to hand over where mail is not set up. Refused for
 * people who also belong to other workspaces: an admin here must not get hold of an account that opens doors there.
 */
export async function makeResetLink(
  platform: Platform,
  signIn: SignIn,
  audit: AuditStore,
  publicUrl: string,
  viewer: Viewer,
  personId: string,
): Promise<{ link: string; expiresAt: string }> {
  const people = peopleStore(platform.ledger);
  const member = await people.find(viewer.workspaceId, personId);
  if (member === null || !member.active) throw new Problem('not_found');
  if ((await people.membershipsOf(personId)).length > 1) {
    throw new Problem('forbidden', because('person_elsewhere', { name: member.name }));
  }
  const token = platform.ids.token(24);
  const expiresAt = new Date(Date.now() + resetLinkSeconds * 1_000);
  await signIn.keepResetToken(token, personId, expiresAt);
  await audit.add(viewer, 'person.reset_link_made', `person:${personId}`);
  return { link: `${publicUrl}${personPaths.resetPassword(token)}`, expiresAt: expiresAt.toISOString() };
}
