// Promise: whatever is done to a case, its state, its history, the audit and the event about it change together, and
// not at all when the case is not as the person saw it.
import type { AuditAction, CaseEntry } from '@lyhord/contract';
import type { Access, Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type ActEvent, actEventStore } from '../recorded/act-event-store.ts';
import type { CaseChange, CaseRecord } from './case-record.ts';
import { caseStore } from './case-store.ts';
import { entryStore } from './entry-store.ts';

export interface ChangeParts {
  readonly platform: Platform;
  readonly access: Access;
  /** Called after the change is committed. */
  readonly changed: (record: CaseRecord) => void;
}

/** What is done: the change, its entry in the history, and what is told to audit and collect. */
export interface Deed {
  readonly change?: CaseChange;
  readonly entry: {
    readonly kind: CaseEntry['kind'];
    readonly text?: string;
    readonly detail?: string | null;
    readonly mailKey?: string;
  };
  readonly event?: Pick<ActEvent, 'kind' | 'name' | 'properties'>;
  /** Such as `case.closed`. */
  readonly action: AuditAction;
  readonly auditDetail?: string | null;
}

/** `null` from `decide`: there is nothing to do, the case stays as it is. */
export async function changeCase(
  parts: ChangeParts,
  viewer: Viewer,
  caseId: string,
  version: number | undefined,
  decide: (standing: CaseRecord, tx: Ledger) => Deed | null | Promise<Deed | null>,
): Promise<CaseRecord> {
  const changed = await parts.platform.ledger.transaction(async (tx) => {
    const standing = await caseStore(tx).lock(viewer, caseId);
    if (standing === null) throw new Problem('not_found', because('case_unknown'));
    refuseOld(standing, version);
    const deed = await decide(standing, tx);
    return deed === null ? standing : changeWithin(tx, parts, viewer, standing, deed);
  });
  parts.changed(changed);
  return changed;
}

function refuseOld(standing: CaseRecord, version: number | undefined): void {
  if (version === undefined || version === standing.version) return;
  throw new Problem('conflict', because('case_changed', { number: standing.number }));
}

/** A deed on a case that the transaction has locked. */
export async function changeWithin(
  tx: Ledger,
  { platform, access }: Pick<ChangeParts, 'platform' | 'access'>,
  viewer: Viewer,
  standing: CaseRecord,
  deed: Deed,
): Promise<CaseRecord> {
  const { clock, ids } = platform;
  const at = clock.now();
  const changed = await caseStore(tx).change(standing, deed.change ?? {});
  if (changed === null) throw new Problem('conflict');
  const by = { personId: viewer.personId, byName: viewer.name || null };
  await entryStore(tx).add(standing.workspaceId, [
    { id: ids.next(), caseId: standing.id, at, ...by, ...deed.entry },
  ]);
  if (deed.event) {
    const { identifierKey, placeId } = standing;
    const event = {
      id: ids.next(),
      caseId: standing.id,
      identifierKey,
      placeId,
      at: at.getTime(),
      ...deed.event,
    };
    await actEventStore(tx).add(standing.workspaceId, [event], at);
  }
  await access.audit(viewer, deed.action, `case:${standing.id}`, deed.auditDetail ?? null, tx);
  return changed;
}

/** Refuses what cannot be done to a closed case. */
export function refuseClosed(standing: CaseRecord): void {
  if (standing.state !== 'closed') return;
  throw new Problem('conflict', because('case_closed', { number: standing.number }));
}
