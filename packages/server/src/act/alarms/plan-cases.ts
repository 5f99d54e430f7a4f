// Promise: what becomes of alarming signals, decided without touching a store: a new case each, or an entry in the
// open case that the same customer has already at the same place.
import type { Settings } from '../../access/index.ts';
import type { CaseRecord, NewCase } from '../cases/case-record.ts';
import { caseTitle } from '../cases/case-title.ts';
import type { Staff } from '../mails/recipients.ts';
import { deadline } from '../places/deadline.ts';
import { openDaysAt, type PlaceTree } from '../places/place-line.ts';
import { type Alarm, alarmOf, worse } from './bad-answer.ts';
import type { CandidateSignal } from './candidate-signals.ts';
import type { CustomerValue } from './customer-values.ts';

/** An alarming signal with what is known about its customer. */
export interface AlarmingSignal {
  readonly signal: CandidateSignal;
  readonly alarm: Alarm;
  /** null where the customer is not known. */
  readonly profileKey: string | null;
  readonly value: CustomerValue | null;
}

export interface Plan {
  readonly opened: { readonly draft: NewCase; readonly from: AlarmingSignal }[];
  /** Signals that come into a case: one of `opened` or one that stood. */
  readonly joined: { readonly caseId: string; readonly from: AlarmingSignal }[];
  /** Cases that stood and are now more severe, and due earlier. */
  readonly raised: Map<string, { severity: Alarm['severity']; reason: Alarm['reason']; dueAt: Date }>;
  /** Cases that waited for their customer, who has complained again: they are somebody's turn again. */
  readonly woken: Map<string, { state: 'open' | 'taken'; dueAt: Date }>;
}

export interface PlanGround {
  readonly workspaceId: string;
  readonly settings: Settings;
  readonly tree: PlaceTree;
  readonly staff: Staff;
  readonly now: Date;
  readonly nextId: () => string;
}

/** The alarms among candidates. */
export function alarming(
  candidates: readonly CandidateSignal[],
  known: (signal: CandidateSignal) => { profileKey: string | null; value: CustomerValue | null },
  isKeyCustomer: (profileKey: string | null) => boolean,
  criticalWord: (text: string) => string | null,
): AlarmingSignal[] {
  return candidates.flatMap((signal) => {
    const customer = known(signal);
    const alarm = alarmOf({
      ...signal,
      criticalWord: criticalWord(signal.text),
      valued: customer.value?.valued || isKeyCustomer(customer.profileKey),
    });
    return alarm ? [{ signal, alarm, ...customer }] : [];
  });
}

/** Where a customer's next complaint belongs: the same customer at the same place; null where nobody is known. */
export const slotOf = (profileKey: string | null, placeId: string | null): string | null =>
  profileKey === null ? null : `${profileKey}\n${placeId ?? ''}`;

/** `standing` maps slots to the open case that stands there. */
export function planCases(
  ground: PlanGround,
  signals: readonly AlarmingSignal[],
  standing: ReadonlyMap<string, CaseRecord>,
): Plan {
  const plan: Plan = { opened: [], joined: [], raised: new Map(), woken: new Map() };
  const drafts = new Map<string, { draft: NewCase; from: AlarmingSignal }>();
  for (const from of signals) {
    const slot = slotOf(from.profileKey, from.signal.placeId);
    const own = slot === null ? undefined : standing.get(slot);
    const drafted = slot === null ? undefined : drafts.get(slot);
    if (own) joinStanding(ground, plan, own, from);
    else if (drafted) joinDraft(ground, plan, drafted, from);
    else {
      const made = { draft: draftOf(ground, from), from };
      plan.opened.push(made);
      if (slot !== null) drafts.set(slot, made);
    }
  }
  return plan;
}

function joinStanding(ground: PlanGround, plan: Plan, standing: CaseRecord, from: AlarmingSignal): void {
  plan.joined.push({ caseId: standing.id, from });
  const severity = plan.raised.get(standing.id)?.severity ?? standing.severity;
  const raised = worse(severity, from.alarm.severity);
  const dueAt = dueAtOf(ground, raised, from.signal.placeId);
  const state = standing.ownerId === null ? 'open' : 'taken';
  if (standing.state === 'waiting') plan.woken.set(standing.id, { state, dueAt });
  if (raised === severity) return;
  const earliest = Math.min(dueAt.getTime(), standing.dueAt.getTime());
  plan.raised.set(standing.id, {
    severity: raised,
    reason: from.alarm.reason,
    dueAt: new Date(earliest),
  });
}

function joinDraft(
  ground: PlanGround,
  plan: Plan,
  drafted: Plan['opened'][number],
  from: AlarmingSignal,
): void {
  plan.joined.push({ caseId: drafted.draft.id, from });
  const severity = worse(drafted.draft.severity, from.alarm.severity);
  if (severity === drafted.draft.severity) return;
  const dueAt = dueAtOf(ground, severity, drafted.draft.placeId);
  Object.assign(drafted.draft, { severity, reason: from.alarm.reason, dueAt });
}

function draftOf(ground: PlanGround, { signal, alarm, value }: AlarmingSignal): NewCase {
  const place = ground.tree.get(signal.placeId);
  const { owner, team } = ground.staff.ownershipOf(signal.placeId);
  return {
    id: ground.nextId(),
    workspaceId: ground.workspaceId,
    title: caseTitle({ ...signal, placeName: place?.name ?? null }),
    state: 'open',
    severity: alarm.severity,
    reason: alarm.reason,
    placeId: signal.placeId,
    ownerId: owner?.personId ?? null,
    team,
    signalId: signal.signalId,
    identifierKey: signal.identifierKey,
    score: signal.score,
    question: signal.question || null,
    topics: signal.topics,
    openedAt: ground.now,
    dueAt: dueAtOf(ground, alarm.severity, signal.placeId),
    valueMinor: value?.minor ?? null,
    valueCurrency: value?.currency ?? null,
  };
}

export function dueAtOf(
  ground: Pick<PlanGround, 'settings' | 'tree' | 'now'>,
  severity: Alarm['severity'],
  placeId: string | null,
): Date {
  const place = ground.tree.get(placeId);
  const zone = place?.timeZone ?? ground.settings.timeZone;
  return deadline(ground.now, ground.settings.deadlines[severity], zone, openDaysAt(ground.tree, placeId));
}
