import type { Locale, Role } from '@lyhord/contract';
import type { Platform } from '../../platform/platform.ts';
import type { DemoPerson } from '../access.ts';
import { peopleStore } from '../people/people-store.ts';
import { hashPassword } from '../sign-in/password.ts';

interface Part {
  readonly name: string;
  readonly user: string;
  readonly role: Role;
  readonly team: string | null;
  readonly locale: Locale;
}

/** The invented people of the demo company, beside its admin. */
const parts: readonly Part[] = [
  { name: 'Linnea Ek', user: 'lead', role: 'lead', team: null, locale: 'en' },
  { name: 'Mikkel Holm', user: 'manager', role: 'manager', team: null, locale: 'en' },
  { name: 'Aino Salmi', user: 'agent', role: 'agent', team: 'Customer service', locale: 'en' },
  { name: 'Ingrid Vold', user: 'analyst', role: 'analyst', team: null, locale: 'en' },
];

/** Makes them, or finds them again; the manager looks after `storeIds`. */
export async function demoPeople(
  platform: Platform,
  workspaceId: string,
  storeIds: readonly string[],
  password: string,
): Promise<DemoPerson[]> {
  const passwordHash = await hashPassword(password);
  return platform.ledger.transaction(async (tx) => {
    const people = peopleStore(tx);
    const made: DemoPerson[] = [];
    for (const { name, user, role, team, locale } of parts) {
      const email = `${user}@solvik.example`;
      const personId =
        (await people.findByEmail(email))?.id ??
        (await people.add(platform.ids, { name, email, passwordHash }));
      const placeIds = role === 'manager' ? storeIds : [];
      const member = { role, team, locale, placeIds, active: true };
      await people.join(workspaceId, personId, member, platform.clock.now());
      made.push({ personId, name, email, password, role });
    }
    return made;
  });
}
