// Joins the parts of access; the only place that knows all of them.
import { personPaths } from '@lyhord/contract';
import { addressForPeople } from '../platform/http/own-address.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Platform } from '../platform/platform.ts';
import type { Access } from './access.ts';
import { auditStore } from './audit/audit-store.ts';
import { auditRoutes } from './audit/routes.ts';
import { createAuthenticate } from './authenticate/authenticate.ts';
import { createSeenNote, createSessionReader } from './authenticate/by-session.ts';
import { viewerOfMember } from './authenticate/viewer-of-member.ts';
import { resetLetter } from './letters/person-letters.ts';
import { peopleStore } from './people/people-store.ts';
import { peopleRoutes } from './people/routes.ts';
import { keyPseudonyms } from './pseudonyms.ts';
import { keyFor } from './secrets/key-for.ts';
import { createSignInFailures } from './sign-in/failures.ts';
import { mountSignIn } from './sign-in/mount-sign-in.ts';
import { createSignIn, type SignInHooks } from './sign-in/sign-in.ts';
import { sourceRoutes } from './sources/routes.ts';
import { createSourceKeys } from './sources/source-for-key.ts';
import { sourceStore } from './sources/source-store.ts';
import { tokenRoutes } from './tokens/routes.ts';
import { tokenStore } from './tokens/token-store.ts';
import { createTokenViewers } from './tokens/token-viewers.ts';
import type { Viewer } from './viewer.ts';
import { changeSettings } from './workspaces/change-settings.ts';
import { createWorkspace } from './workspaces/create-workspace.ts';
import { demoPeople } from './workspaces/demo-people.ts';
import { createHoldings } from './workspaces/holdings.ts';
import { workspaceRoutes } from './workspaces/routes.ts';
import { workspaceMail } from './workspaces/workspace-mail.ts';
import { workspaceStore } from './workspaces/workspace-store.ts';

/** `secret` is the installation's; every key of access is derived from it. */
export function createAccess(platform: Platform & { readonly secret?: string }): Access {
  const { ledger, clock, ids, announcements, config } = platform;
  const secret = platform.secret ?? config.secret;
  if (secret === null)
    throw new TypeError("Access needs a secret: the configuration's or the data directory's.");
  const smtpKey = keyFor(secret, 'smtp');
  keyPseudonyms(keyFor(secret, 'pseudonyms'));
  const publicUrl = () => config.publicUrl ?? addressForPeople(config.host, config.port);

  const people = peopleStore(ledger);
  const workspaces = workspaceStore(ledger, smtpKey);
  const sources = sourceStore(ledger, clock, ids);
  const tokens = tokenStore(ledger, clock, ids);
  const audit = auditStore(ledger, clock, ids);
  const holdings = createHoldings(platform);
  const sourceKeys = createSourceKeys(sources.findByKeyHash, clock, announcements);

  const settings = async (workspaceId: string) => {
    const found = await workspaces.settings(workspaceId);
    if (found === null) throw new Problem('not_found', { detail: `There is no workspace ${workspaceId}.` });
    return found;
  };
  const mailFor = async (workspaceId: string) =>
    workspaceMail(platform.mail, workspaceId, await settings(workspaceId));
  const viewerOf = async (workspaceId: string, personId: string): Promise<Viewer | null> => {
    const member = await people.find(workspaceId, personId);
    return member?.active ? viewerOfMember(ledger, member) : null;
  };

  const hooks: SignInHooks = {
    homeOf: async (personId) => (await people.membershipsOf(personId))[0]?.workspaceId ?? null,
    async sendResetLink(person, token) {
      const [home] = await people.membershipsOf(person.id);
      if (!home) return;
      const mail = await mailFor(home.workspaceId);
      const link = `${publicUrl()}${personPaths.resetPassword(token)}`;
      await mail.send({ to: person.email, ...resetLetter(home.locale, link) });
    },
  };
  const signIn = createSignIn(platform, keyFor(secret, 'sessions').toString('base64url'), publicUrl(), hooks);
  const sessions = createSessionReader(platform, signIn);
  const noteSeen = createSeenNote(platform);
  const tokenViewers = createTokenViewers(platform, async (token) => {
    const holder = await tokens.use(token);
    const member = holder && (await people.find(holder.workspaceId, holder.personId));
    if (!member?.active) return null;
    noteSeen(member);
    return viewerOfMember(ledger, member);
  });
  const authenticate = createAuthenticate({
    bySession: sessions.viewer,
    byWriteKey: sourceKeys.find,
    byToken: tokenViewers.of,
  });

  return {
    routes: [
      ...peopleRoutes({
        platform,
        ledger,
        signIn,
        sessions,
        audit,
        publicUrl,
        workspaces,
        holdings,
        mailFor,
      }),
      ...sourceRoutes(platform, sources, audit),
      ...tokenRoutes(platform, tokens, audit),
      ...auditRoutes(audit),
      ...workspaceRoutes(platform, smtpKey, workspaces, audit),
    ],
    mount: (app) => mountSignIn(app, signIn, createSignInFailures(ledger, clock)),
    start: async () => {},
    stop: async () => {
      holdings.stop();
      sourceKeys.stop();
      tokenViewers.stop();
    },
    authenticate,
    viewerOf,
    sourceForKey: sourceKeys.find,
    ownSource: sources.own,
    madeSource: sources.made,
    listSources: sources.list,
    createWorkspace: (workspace) => createWorkspace(platform, smtpKey, workspace),
    demoPeople: (workspaceId, storeIds, password) => demoPeople(platform, workspaceId, storeIds, password),
    workspaces: workspaces.list,
    async identifierSecret(workspaceId) {
      const found = await workspaces.identifierSecret(workspaceId);
      if (found === null) throw new Problem('not_found', { detail: `There is no workspace ${workspaceId}.` });
      return found;
    },
    keyFor: (purpose) => keyFor(secret, purpose),
    member: people.find,
    members: people.members,
    settings,
    changeSettings: (viewer, change) => changeSettings(platform, smtpKey, audit, viewer, change),
    mailFor,
    audit: audit.add,
    publicUrl,
  };
}
