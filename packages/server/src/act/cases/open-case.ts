import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Severity } from '../alarms/bad-answer.ts';
import type { CustomerValue, CustomerValues } from '../alarms/customer-values.ts';
import { dueAtOf } from '../alarms/plan-cases.ts';
import { staffOf } from '../mails/recipients.ts';
import { actEventStore } from '../recorded/act-event-store.ts';
import type { CaseRecord, NewCase } from './case-record.ts';
import { caseStore } from './case-store.ts';
import { caseTitle } from './case-title.ts';
import type { ChangeParts } from './change-case.ts';
import { entryStore } from './entry-store.ts';
import type { ReadParts } from './read-case.ts';
import { identifierKeyOfSignal } from './signal-facts.ts';

export interface OpenParts extends ReadParts {
  readonly values: CustomerValues;
}

/** Opens a case on a signal by hand; where one is open on it already, that one is given back. */
export async function openCase(
  parts: OpenParts & ChangeParts,
  viewer: Viewer,
  wish: { signalId: string; severity: Severity; note?: string | undefined },
): Promise<string> {
  const draft = await draftFor(parts, viewer, wish);
  const { clock, ids, ledger } = parts.platform;
  const opened = await ledger.transaction(async (tx): Promise<CaseRecord | string> => {
    const cases = caseStore(tx);
    await cases.oneAtATime(viewer.workspaceId);
    const standing = (await cases.linked(viewer.workspaceId, [wish.signalId])).get(wish.signalId);
    if (standing !== undefined) return standing;
    const [record] = await cases.add([draft]);
    await cases.linkSignals(viewer.workspaceId, [{ signalId: wish.signalId, caseId: draft.id }]);
    const at = clock.now();
    const by = { personId: viewer.personId, byName: viewer.name };
    const detail = `signal:${wish.signalId}`;
    await entryStore(tx).add(viewer.workspaceId, [
      { id: ids.next(), caseId: draft.id, kind: 'opened', at, ...by, detail },
      ...(wish.note
        ? [{ id: ids.next(), caseId: draft.id, kind: 'note' as const, at, ...by, text: wish.note }]
        : []),
    ]);
    await actEventStore(tx).add(viewer.workspaceId, [openedEvent(ids.next(), draft)], at);
    await parts.access.audit(viewer, 'case.opened', `case:${draft.id}`, null, tx);
    return record as CaseRecord;
  });
  if (typeof opened === 'string') return opened;
  parts.changed(opened);
  return opened.id;
}

async function draftFor(
  parts: OpenParts,
  viewer: Viewer,
  { signalId, severity }: { signalId: string; severity: Severity },
): Promise<NewCase> {
  const [card] = await parts.understand.signalCards(viewer, [signalId]);
  if (!card) throw new Problem('not_found', because('signal_unknown'));
  const { workspaceId } = viewer;
  const [settings, members, tree, identifierKey] = await Promise.all([
    parts.access.settings(workspaceId),
    parts.access.members(workspaceId),
    parts.trees.of(workspaceId),
    identifierKeyOfSignal(parts.platform.warehouse, viewer, signalId),
  ]);
  const now = parts.platform.clock.now();
  const value = await customerValueOf(parts, workspaceId, identifierKey);
  const { owner, team } = staffOf(members, tree, settings.timeZone).ownershipOf(card.placeId);
  return {
    id: parts.platform.ids.next(),
    workspaceId,
    title: caseTitle({ ...card, question: card.question ?? '' }),
    state: 'open',
    severity,
    reason: 'opened_by_hand',
    placeId: card.placeId,
    ownerId: owner?.personId ?? null,
    team,
    signalId,
    identifierKey,
    score: card.score,
    question: card.question,
    topics: [...new Set(card.mentions.map((mention) => mention.aspect))],
    openedAt: now,
    dueAt: dueAtOf({ settings, tree, now }, severity, card.placeId),
    valueMinor: value?.minor ?? null,
    valueCurrency: value?.currency ?? null,
  };
}

async function customerValueOf(
  { unify, values }: OpenParts,
  workspaceId: string,
  identifierKey: string,
): Promise<CustomerValue | null> {
  const profileKey = identifierKey === '0' ? null : await unify.profileKeyOf(workspaceId, identifierKey);
  if (profileKey === null) return null;
  const keys = await unify.identifierKeysOf(workspaceId, profileKey);
  return (await values.of(workspaceId, new Map([[profileKey, keys]]))).get(profileKey) ?? null;
}

const openedEvent = (id: string, draft: NewCase) => ({
  id,
  kind: 'case_opened' as const,
  name: 'Case opened',
  caseId: draft.id,
  identifierKey: draft.identifierKey,
  placeId: draft.placeId,
  at: draft.openedAt.getTime(),
  properties: { severity: draft.severity, reason: draft.reason, signal_id: draft.signalId },
});
