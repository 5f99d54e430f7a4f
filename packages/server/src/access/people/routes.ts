import { accessEndpoints as endpoints } from '@lyhord/contract';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { SessionReader } from '../authenticate/by-session.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Viewer } from '../viewer.ts';
import { acceptInvitation, gone } from './accept-invitation.ts';
import { changePerson } from './change-person.ts';
import { invitationStore } from './invitation-store.ts';
import { invitePerson } from './invite-person.ts';
import { type MeParts, me } from './me.ts';
import { type Membership, peopleStore } from './people-store.ts';
import { makeResetLink } from './reset-link.ts';

export interface PeopleParts extends MeParts {
  readonly platform: Platform;
  readonly signIn: SignIn;
  readonly sessions: SessionReader;
  readonly audit: AuditStore;
  readonly publicUrl: () => string;
}

export const peopleRoutes = (parts: PeopleParts): Route<Viewer>[] => [
  ...ownRoutes(parts),
  ...memberRoutes(parts),
  ...invitationRoutes(parts),
];

function ownRoutes(parts: PeopleParts): Route<Viewer>[] {
  const people = peopleStore(parts.platform.ledger);
  return [
    route(endpoints.me, (_, { viewer }) => me(parts, viewer)),
    route(endpoints.changeMe, async ({ body }, { viewer }) => {
      const personId = viewer.personId as string;
      if (body.name !== undefined) await people.rename(personId, body.name);
      if (body.locale !== undefined) await people.changeLocale(viewer.workspaceId, personId, body.locale);
      await parts.audit.add(viewer, 'me.changed', `person:${personId}`, Object.keys(body).join(', '));
      return me(parts, viewer);
    }),
    route(endpoints.switchWorkspace, async ({ body }, { viewer, request }) => {
      if (!(await parts.sessions.move(request, body.workspaceId))) throw new Problem('not_found');
      await parts.audit.add(
        { ...viewer, workspaceId: body.workspaceId },
        'workspace.entered',
        `person:${viewer.personId}`,
      );
    }),
  ];
}

function memberRoutes(parts: PeopleParts): Route<Viewer>[] {
  const { platform, publicUrl } = parts;
  const people = peopleStore(platform.ledger);
  return [
    route(endpoints.listPeople, async (_, { viewer }) => {
      const isAdmin = viewer.role === 'admin';
      const [members, invitations] = await Promise.all([
        people.members(viewer.workspaceId),
        isAdmin ? invitationStore(platform.ledger).list(viewer.workspaceId, platform.clock.now()) : [],
      ]);
      return {
        people: members.map(shownPerson),
        invitations: invitations.map(({ id, email, role, placeIds, expiresAt }) => ({
          id,
          email,
          role,
          placeIds: [...placeIds],
          expiresAt: expiresAt.toISOString(),
        })),
      };
    }),
    route(endpoints.changePerson, async ({ params, body }, { viewer }) =>
      shownPerson(await changePerson(platform, viewer, params.id, body)),
    ),
    route(endpoints.makeResetLink, ({ params }, { viewer }) =>
      makeResetLink(platform, parts.signIn, parts.audit, publicUrl(), viewer, params.id),
    ),
  ];
}

function invitationRoutes(parts: PeopleParts): Route<Viewer>[] {
  const { platform, publicUrl, workspaces } = parts;
  const invitations = invitationStore(platform.ledger);
  return [
    route(endpoints.invitePerson, async ({ body }, { viewer }) => {
      const workspace = await workspaces.find(viewer.workspaceId);
      const mail = await parts.mailFor(viewer.workspaceId);
      return invitePerson(platform, mail, workspace?.name ?? '', publicUrl(), viewer, body);
    }),
    route(endpoints.revokeInvitation, async ({ params }, { viewer }) => {
      const revoked = await invitations.revoke(viewer.workspaceId, params.id, platform.clock.now());
      if (!revoked) throw new Problem('not_found');
      await parts.audit.add(viewer, 'invitation.revoked', `invitation:${params.id}`);
    }),
    route(endpoints.readInvitation, async ({ params }) => {
      const invitation = await invitations.find(params.token, platform.clock.now());
      const workspace = invitation && (await workspaces.find(invitation.workspaceId));
      if (!invitation || !workspace) throw gone();
      return { email: invitation.email, workspace: workspace.name, role: invitation.role };
    }),
    route(endpoints.acceptInvitation, ({ params, body }) => acceptInvitation(platform, params.token, body)),
  ];
}

const shownPerson = ({ personId, workspaceId: _, placeIds, lastSeenAt, ...member }: Membership) => ({
  ...member,
  id: personId,
  placeIds: [...placeIds],
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
});
