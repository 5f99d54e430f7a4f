// Promise: every committed signal that calls for it is in a case, once, however often this runs or is killed. Works
// from a checkpoint in the ledger; cases, history, mails, events and the checkpoint change together.
import type { Access, Settings } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { takeAnswers } from '../answers/take-answers.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { caseStore } from '../cases/case-store.ts';
import { entryStore } from '../cases/entry-store.ts';
import { mailDomain } from '../mails/message-id.ts';
import { notify } from '../mails/notify.ts';
import { type Staff, staffOf } from '../mails/recipients.ts';
import type { UnifyPart } from '../neighbours.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { PlaceTree, PlaceTrees } from '../places/place-line.ts';
import { actEventStore } from '../recorded/act-event-store.ts';
import { alarmNotices } from './alarm-notices.ts';
import { mailedReasons } from './bad-answer.ts';
import {
  type CandidateSignal,
  type CommitRange,
  candidateSignals,
  lastCommit,
  workspacesIn,
} from './candidate-signals.ts';
import { caseCheckpoint } from './case-checkpoint.ts';
import { criticalWordFinder } from './critical-words.ts';
import type { CustomerValues } from './customer-values.ts';
import { type CustomersOfSignals, customersOfSignals, standingCases } from './customers-of-signals.ts';
import { type AlarmingSignal, alarming, type Plan, planCases } from './plan-cases.ts';

/** History that is loaded late opens no cases: only signals of the last days do. */
export const recentDays = 7;
/** A customer who complains again within these days is answered in the case that is open already. */
export const sameCaseDays = 14;
const page = 2_000;
const dayMs = 86_400_000;

export interface CaseOpener {
  /** Catches up with what is committed; one run at a time, a call during a run makes another one follow. */
  run(): Promise<void>;
}

export interface OpenerParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly unify: UnifyPart;
  readonly trees: PlaceTrees;
  readonly values: CustomerValues;
  /** Called after cases have come in, outside of any transaction. */
  readonly opened: (workspaceId: string, cases: readonly CaseRecord[], mailed: number) => void;
}

export function createCaseOpener(parts: OpenerParts): CaseOpener {
  return {
    run: oneAtATime(async () => openUpTo(parts, await lastCommit(parts.platform.warehouse))),
  };
}

async function openUpTo(parts: OpenerParts, upTo: string): Promise<void> {
  const { warehouse, ledger } = parts.platform;
  const checkpoint = caseCheckpoint(ledger);
  const after = await checkpoint.read();
  if (BigInt(upTo) <= BigInt(after)) return;
  const range = { after, upTo };
  for (const workspaceId of await workspacesIn(warehouse, range))
    await openInWorkspace(parts, workspaceId, range);
  await checkpoint.move(upTo);
}

interface Round {
  readonly parts: OpenerParts;
  readonly workspaceId: string;
  readonly settings: Settings;
  readonly tree: PlaceTree;
  readonly staff: Staff;
  readonly criticalWord: (text: string) => string | null;
}

async function openInWorkspace(parts: OpenerParts, workspaceId: string, range: CommitRange): Promise<void> {
  const { access, platform } = parts;
  const [settings, members, tree] = await Promise.all([
    access.settings(workspaceId),
    access.members(workspaceId),
    parts.trees.of(workspaceId),
  ]);
  const { criticalWords } = settings.mail;
  const round: Round = {
    parts,
    workspaceId,
    settings,
    tree,
    staff: staffOf(members, tree, settings.timeZone),
    criticalWord: criticalWordFinder(criticalWords),
  };
  // Before the alarms: an answer belongs to its case, also where its words alone would open one.
  const answered = await takeAnswers({ platform, access, workspaceId, settings, tree }, range);
  if (answered.length > 0) parts.opened(workspaceId, answered, 0);
  const since = new Date(platform.clock.now().getTime() - recentDays * dayMs);
  for (let after = ''; ; ) {
    const wanted = { since, criticalWords, after, limit: page };
    const signals = await candidateSignals(platform.warehouse, workspaceId, range, wanted);
    if (signals.length > 0) await openForPage(round, signals);
    if (signals.length < page) return;
    after = signals.at(-1)?.signalId ?? '';
  }
}

async function openForPage(round: Round, signals: readonly CandidateSignal[]): Promise<void> {
  const { parts, workspaceId } = round;
  const customers = await customersOfSignals(parts.unify, workspaceId, signals);
  const [values, keyCustomers] = await Promise.all([
    parts.values.of(workspaceId, customers.keysByProfile),
    parts.unify.keyCustomersAmong(workspaceId, [...customers.keysByProfile.keys()]),
  ]);
  const known = (signal: CandidateSignal) => {
    const profileKey = customers.profileByKey.get(signal.identifierKey) ?? null;
    return { profileKey, value: profileKey === null ? null : (values.get(profileKey) ?? null) };
  };
  const isKey = (profileKey: string | null) => profileKey !== null && keyCustomers.has(profileKey);
  const alarms = alarming(signals, known, isKey, round.criticalWord);
  if (alarms.length === 0) return;
  const done = await parts.platform.ledger.transaction((tx) => openAlarms(tx, round, alarms, customers));
  if (done.cases.length > 0) parts.opened(workspaceId, done.cases, done.mailed);
}

async function openAlarms(
  tx: Ledger,
  round: Round,
  alarms: readonly AlarmingSignal[],
  customers: CustomersOfSignals,
): Promise<{ cases: CaseRecord[]; mailed: number }> {
  const { workspaceId, parts } = round;
  const { clock, ids } = parts.platform;
  const cases = caseStore(tx);
  const now = clock.now();
  await cases.oneAtATime(workspaceId);
  const linked = await cases.linked(
    workspaceId,
    alarms.map((alarm) => alarm.signal.signalId),
  );
  const fresh = alarms.filter((alarm) => !linked.has(alarm.signal.signalId));
  if (fresh.length === 0) return { cases: [], mailed: 0 };
  const since = new Date(now.getTime() - sameCaseDays * dayMs);
  const standing = await standingCases(tx, workspaceId, fresh, customers, since);
  const ground = { ...round, now, nextId: () => ids.next() };
  const plan = planCases(ground, fresh, standing);
  const opened = await cases.add(plan.opened.map((each) => each.draft));
  const raised = await changeStanding(tx, plan, [...standing.values()]);
  await cases.linkSignals(workspaceId, [
    ...plan.opened.map(({ draft, from }) => ({ signalId: from.signal.signalId, caseId: draft.id })),
    ...plan.joined.map(({ caseId, from }) => ({ signalId: from.signal.signalId, caseId })),
  ]);
  await noteHistory(tx, round, plan, now);
  const { settings } = round;
  const publicUrl = parts.access.publicUrl();
  const notices = alarmNotices({ ...round, publicUrl }, [...opened, ...raised], quotesOf(plan));
  const domain = mailDomain(settings.mail.fromAddress, publicUrl);
  const mailed = await notify(tx, { clock, ids, domain, settings }, workspaceId, notices);
  return { cases: [...opened, ...raised], mailed };
}

/** What customers said, by case; words that are critical before others. */
function quotesOf(plan: Plan): Map<string, string> {
  const quotes = new Map<string, string>();
  const said = [...plan.opened.map(({ draft, from }) => ({ caseId: draft.id, from })), ...plan.joined];
  for (const { caseId, from } of said) {
    if (!quotes.has(caseId) || mailedReasons.has(from.alarm.reason)) quotes.set(caseId, from.signal.text);
  }
  return quotes;
}

/** Changes those that stood as planned; gives back those that are more severe now. */
async function changeStanding(
  tx: Ledger,
  plan: Plan,
  standing: readonly CaseRecord[],
): Promise<CaseRecord[]> {
  const raised: CaseRecord[] = [];
  for (const each of standing) {
    const [more, again] = [plan.raised.get(each.id), plan.woken.get(each.id)];
    if (!more && !again) continue;
    const changed = await caseStore(tx).change(each, { ...more, ...again });
    if (changed && more) raised.push(changed);
  }
  return raised;
}

async function noteHistory(tx: Ledger, { workspaceId, parts }: Round, plan: Plan, now: Date): Promise<void> {
  const { ids } = parts.platform;
  const opened = plan.opened.map(({ draft, from }) => ({
    id: ids.next(),
    caseId: draft.id,
    kind: 'opened' as const,
    at: now,
    detail: `signal:${from.signal.signalId}`,
  }));
  const joined = plan.joined.map(({ caseId, from }) => ({
    id: ids.next(),
    caseId,
    kind: 'received' as const,
    at: now,
    detail: `signal:${from.signal.signalId}`,
  }));
  await entryStore(tx).add(workspaceId, [...opened, ...joined]);
  await actEventStore(tx).add(
    workspaceId,
    plan.opened.map(({ draft }) => ({
      id: ids.next(),
      kind: 'case_opened' as const,
      name: 'Case opened',
      caseId: draft.id,
      identifierKey: draft.identifierKey,
      placeId: draft.placeId,
      at: now.getTime(),
      properties: { severity: draft.severity, reason: draft.reason, signal_id: draft.signalId },
    })),
    now,
  );
}
