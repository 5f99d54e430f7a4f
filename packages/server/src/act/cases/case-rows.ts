// Cases as people read them: with the names of places, owners and customers.
import type { CaseRow } from '@lyhord/contract';
import { type Access, shownName, type Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { UnifyPart } from '../neighbours.ts';
import type { PlaceTrees } from '../places/place-line.ts';
import type { CaseRecord } from './case-record.ts';

export interface RowParts {
  readonly access: Access;
  readonly unify: UnifyPart;
  readonly trees: PlaceTrees;
  readonly clock: Clock;
}

/** Rows in the order of the records. */
export async function caseRows(
  parts: RowParts,
  viewer: Viewer,
  records: readonly CaseRecord[],
): Promise<CaseRow[]> {
  if (records.length === 0) return [];
  const { workspaceId } = viewer;
  const [tree, members, customers] = await Promise.all([
    parts.trees.of(workspaceId),
    parts.access.members(workspaceId),
    parts.unify.customersOf(viewer, identifierKeysOf(records)),
  ]);
  const names = new Map(members.map((member) => [member.personId, member.name]));
  const now = parts.clock.now();
  return records.map((record) => {
    const customer = customers.get(record.identifierKey);
    return {
      ...own(record, now),
      placeName: tree.get(record.placeId)?.name ?? null,
      ownerName: record.ownerId === null ? null : (names.get(record.ownerId) ?? null),
      customerKey: customer?.profileKey ?? null,
      customerName: shownName(viewer, customer?.name ?? null, customer?.profileKey ?? null),
    };
  });
}

const identifierKeysOf = (records: readonly CaseRecord[]): string[] =>
  [...new Set(records.map((record) => record.identifierKey))].filter((key) => key !== '0');

function own(record: CaseRecord, now: Date) {
  const { id, number, title, state, severity, reason, placeId, ownerId, team, signalId } = record;
  const { score, question, valueMinor, valueCurrency, openedAt, dueAt, closedAt } = record;
  return {
    ...{ id, number, title, state, severity, reason, placeId, ownerId, team, signalId },
    ...{ score, question, valueMinor, valueCurrency },
    topics: [...record.topics],
    openedAt: openedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    overdue: state !== 'closed' && dueAt < now,
  };
}
