import type { Access } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../../platform/stores/sql.ts';
import { sees } from '../mails/recipients.ts';
import type { PlaceTrees } from '../places/place-line.ts';
import type { CaseRecord } from './case-record.ts';
import { caseStore } from './case-store.ts';
import { entryStore } from './entry-store.ts';

export interface ReleaseParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly trees: PlaceTrees;
}

/** Puts cases back into the queue whose owner has left, may no longer work on cases, or no longer sees their place. */
export async function releaseCases(
  { platform, access, trees }: ReleaseParts,
  workspaceId: string,
): Promise<CaseRecord[]> {
  const [members, tree] = await Promise.all([access.members(workspaceId), trees.of(workspaceId)]);
  const mayKeep = new Map(
    members.filter((one) => one.active && one.role !== 'analyst').map((one) => [one.personId, one]),
  );
  return platform.ledger.transaction(async (tx) => {
    const cases = caseStore(tx);
    const owned = await cases.list(
      sql`workspace_id = ${workspaceId} and state <> 'closed' and owner_id is not null`,
      sql`for update`,
    );
    const released: CaseRecord[] = [];
    for (const each of owned) {
      const owner = mayKeep.get(each.ownerId ?? '');
      if (owner && sees(owner, tree, each.placeId)) continue;
      const state = each.state === 'taken' ? 'open' : each.state;
      const changed = await cases.change(each, { ownerId: null, state });
      if (changed) released.push(changed);
    }
    const at = platform.clock.now();
    await entryStore(tx).add(
      workspaceId,
      released.map((each) => ({
        id: platform.ids.next(),
        caseId: each.id,
        kind: 'assigned',
        at,
        byName: 'Lyhörd',
      })),
    );
    return released;
  });
}
