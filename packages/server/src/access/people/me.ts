import type { accessEndpoints, ReplyOf } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import type { MailTransport } from '../../platform/mail/mail-transport.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Settings } from '../access.ts';
import type { Viewer } from '../viewer.ts';
import type { Holdings } from '../workspaces/holdings.ts';
import type { WorkspaceStore } from '../workspaces/workspace-store.ts';
import { peopleStore } from './people-store.ts';

export interface MeParts {
  readonly ledger: Ledger;
  readonly workspaces: WorkspaceStore;
  readonly holdings: Holdings;
  readonly mailFor: (workspaceId: string) => Promise<MailTransport>;
}

/** Who is signed in, and what the workspace holds. */
export async function me(parts: MeParts, viewer: Viewer): Promise<ReplyOf<typeof accessEndpoints.me>> {
  const personId = viewer.personId as string;
  const people = peopleStore(parts.ledger);
  const [member, memberships, workspace, settings, holds, mail] = await Promise.all([
    people.find(viewer.workspaceId, personId),
    people.membershipsOf(personId),
    parts.workspaces.find(viewer.workspaceId),
    parts.workspaces.settings(viewer.workspaceId),
    parts.holdings.of(viewer.workspaceId),
    parts.mailFor(viewer.workspaceId),
  ]);
  if (!member || !workspace || !settings) throw new Problem('not_signed_in');
  return {
    personId,
    name: member.name,
    email: member.email,
    role: member.role,
    locale: member.locale,
    workspace: {
      ...shownWorkspace(workspace, settings),
      dataFrom: holds.dataFrom,
      dataTo: holds.dataTo,
      metrics: [...holds.metrics],
    },
    places: [...member.placeIds],
    workspaces: await parts.workspaces.namesOf(memberships.map((one) => one.workspaceId)),
    mailConfigured: mail.configured,
    setup: {
      hasSignals: holds.signals,
      hasEvents: holds.events,
      hasPlaces: holds.places,
      hasSurvey: holds.survey,
      hasPeople: holds.people > 1,
    },
  };
}

const shownWorkspace = (workspace: { id: string; demo: boolean }, settings: Settings) => ({
  id: workspace.id,
  name: settings.name,
  currency: settings.currency,
  target: settings.target,
  demo: workspace.demo,
});
