import type { FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/platform.ts';
import { type Membership, peopleStore } from '../people/people-store.ts';
import { webHeaders } from '../sign-in/mount-sign-in.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Viewer } from '../viewer.ts';
import { viewerOfMember } from './viewer-of-member.ts';

export interface SessionReader {
  viewer(request: FastifyRequest): Promise<Viewer | null>;
  /** Goes on in another workspace of the same person; false where there is no such membership. */
  move(request: FastifyRequest, workspaceId: string): Promise<boolean>;
}

const seenEveryMs = 5 * 60_000;

export function createSessionReader(platform: Platform, signIn: SignIn): SessionReader {
  const people = peopleStore(platform.ledger);
  const noteSeen = createSeenNote(platform);

  const sessionOf = (request: FastifyRequest) => signIn.sessionOf(webHeaders(request));
  const memberOf = async (session: { userId: string; workspaceId?: string | null | undefined }) => {
    const memberships = await people.membershipsOf(session.userId);
    return memberships.find((one) => one.workspaceId === session.workspaceId) ?? null;
  };

  return {
    async viewer(request) {
      const session = await sessionOf(request);
      const member = session && (await memberOf(session));
      if (!member) return null;
      noteSeen(member);
      return viewerOfMember(platform.ledger, member);
    },
    async move(request, workspaceId) {
      const session = await sessionOf(request);
      if (!session || !(await memberOf({ userId: session.userId, workspaceId }))) return false;
      await people.moveSession(session.id, workspaceId);
      return true;
    },
  };
}

/** Writes "last seen" at most every few minutes per member, beside the request. */
export function createSeenNote(platform: Platform) {
  const noted = new Map<string, number>();
  return (member: Membership): void => {
    const key = `${member.workspaceId}/${member.personId}`;
    const now = platform.clock.now();
    if (now.getTime() - (noted.get(key) ?? 0) < seenEveryMs) return;
    noted.set(key, now.getTime());
    peopleStore(platform.ledger)
      .seen(member.workspaceId, member.personId, now)
      .catch((error) => platform.log.warn({ err: error }, 'access: last seen was not noted'));
  };
}
