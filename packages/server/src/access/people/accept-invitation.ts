import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { auditStore } from '../audit/audit-store.ts';
import { createSignInFailures } from '../sign-in/failures.ts';
import { hashPassword, passwordFits } from '../sign-in/password.ts';
import { invitationStore } from './invitation-store.ts';
import { peopleStore } from './people-store.ts';

/**
 * Makes the invited person a member. Somebody who already has an account joins with that account, and shows by its
 * password that it is theirs; it can be tried here no more often than where one signs in.
 */
export async function acceptInvitation(
  platform: Platform,
  token: string,
  given: { name: string; password: string },
): Promise<{ email: string }> {
  const { ledger, clock, ids } = platform;
  const now = clock.now();
  const found = await invitationStore(ledger).find(token, now);
  if (found === null) throw gone();
  const passwordHash = await hashPassword(given.password);
  const failures = createSignInFailures(ledger, clock);
  await failures.begin(found.email);
  const joined = await ledger.transaction(async (tx) => {
    const invitations = invitationStore(tx);
    const people = peopleStore(tx);
    const invitation = await invitations.find(token, now, true);
    if (invitation === null) throw gone();
    const { email, workspaceId, role, team, locale, placeIds } = invitation;
    const person = await people.findByEmail(email);
    if (person && !(person.password && (await passwordFits(person.password, given.password)))) {
      throw new Problem('bad_sign_in', because('invitation_has_account', { email }));
    }
    const personId = person?.id ?? (await people.add(ids, { name: given.name, email, passwordHash }));
    await people.join(workspaceId, personId, { role, team, locale, placeIds, active: true }, now);
    await invitations.accepted(invitation.id, now);
    const viewer = { workspaceId, personId, name: person?.name ?? given.name };
    await auditStore(tx, clock, ids).add(viewer, 'person.joined', `person:${personId}`, role);
    return { email };
  });
  await failures.forget(joined.email);
  return joined;
}

export const gone = () => new Problem('gone', because('invitation_gone'));
