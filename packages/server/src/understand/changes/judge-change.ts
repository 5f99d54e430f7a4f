// One use case: a person takes a change, gives it to somebody who can see to it, explains it, or calls it noise.
import { type Change, endpoints } from '@lyhord/contract';
import { maySeePlace, type Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { CardSources } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { findChanges, type Judgement, judge, type KeptChange } from './change-store.ts';
import { changeCards } from './read-changes.ts';

export async function judgeChange(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  id: string,
  judgement: Judgement,
): Promise<Change> {
  const { ledger, clock, announcements } = ground.platform;
  const { workspaceId } = viewer;
  const [standing] = await findChanges(ledger, viewer, { ids: [id] });
  if (!standing) throw unknown(id);
  await checkOwner(ground, viewer, standing, judgement.ownerId);
  if (!(await judge(ledger, viewer, id, judgement, clock.now()))) throw unknown(id);
  const [change] = await changeCards(ground, sources, viewer, { ids: [id] });
  await ground.access.audit(viewer, `change ${judgement.state}`, `change:${id}`, judgement.note ?? undefined);
  announcements.announce('changes.changed', { workspaceId, changeId: id, placeId: change!.placeId });
  return change!;
}

/** A change belongs to somebody who may work on changes here, and would see it. */
async function checkOwner(
  { access }: Ground,
  viewer: Viewer,
  { placeId, ownerId: former }: KeptChange,
  ownerId: string | null | undefined,
): Promise<void> {
  if (ownerId === undefined || ownerId === null || ownerId === former) return;
  const owner = await access.viewerOf(viewer.workspaceId, ownerId);
  if (owner === null || !endpoints.judgeChange.roles.some((role) => role === owner.role)) {
    throw new Problem('invalid_input', because('change_owner_unfit', { given: ownerId.slice(0, 60) }));
  }
  if (!maySeePlace(owner, placeId)) {
    throw new Problem('invalid_input', because('change_owner_elsewhere', { name: owner.name }));
  }
}

const unknown = (id: string) => new Problem('not_found', { detail: `There is no change "${id}".` });
