// Promise: what a customer answers to a letter about a case comes into that case once, and puts it back in front of the
// people who work on it; a closed one is opened again.
import { type Access, type Settings, systemViewer } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { CommitRange } from '../alarms/candidate-signals.ts';
import { dueAtOf } from '../alarms/plan-cases.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { caseStore } from '../cases/case-store.ts';
import { caseTokens } from '../cases/case-token.ts';
import { changeWithin, type Deed } from '../cases/change-case.ts';
import type { PlaceTree } from '../places/place-line.ts';
import { type AnswerSignal, answerSignals } from './answer-signals.ts';

/** What stands before the id of the signal whose words an entry shows. */
export const answerPrefix = 'answer:';
/** An older answer, of a mailbox that is read for the first time, is kept with its case and changes nothing about it. */
const recentDays = 30;

export interface AnswerRound {
  readonly platform: Platform;
  readonly access: Access;
  readonly workspaceId: string;
  readonly settings: Settings;
  readonly tree: PlaceTree;
}

/** The cases that were answered in a range of commits, as they are now. */
export async function takeAnswers(round: AnswerRound, range: CommitRange): Promise<CaseRecord[]> {
  const answers = await answerSignals(round.platform.warehouse, round.workspaceId, range);
  const answered: CaseRecord[] = [];
  for (const answer of answers) {
    const changed = await takeAnswer(round, answer);
    if (changed) answered.push(changed);
  }
  return answered;
}

async function takeAnswer(round: AnswerRound, answer: AnswerSignal): Promise<CaseRecord | null> {
  const { workspaceId, platform, access } = round;
  const caseId = caseTokens(access).caseOf(workspaceId, answer.token);
  if (caseId === null) return null;
  const viewer = systemViewer(workspaceId);
  return platform.ledger.transaction(async (tx) => {
    const standing = await caseStore(tx).lock(viewer, caseId);
    if (standing === null || (await isKnown(tx, workspaceId, answer))) return null;
    await caseStore(tx).linkSignals(workspaceId, [{ signalId: answer.signalId, caseId }]);
    return changeWithin(tx, round, { ...viewer, name: '' }, standing, deedOf(round, standing, answer));
  });
}

const isKnown = async (tx: Ledger, workspaceId: string, { signalId }: AnswerSignal): Promise<boolean> =>
  (await caseStore(tx).linked(workspaceId, [signalId])).size > 0;

function deedOf(round: AnswerRound, standing: CaseRecord, answer: AnswerSignal): Deed {
  const now = round.platform.clock.now();
  const entry = { kind: 'received' as const, detail: `${answerPrefix}${answer.signalId}` };
  const isRecent = now.getTime() - answer.happenedAt.getTime() <= recentDays * 86_400_000;
  if (!isRecent || standing.state === 'open' || standing.state === 'taken')
    return { entry, action: 'case.answered' };
  const state = standing.ownerId === null ? ('open' as const) : ('taken' as const);
  const dueAt = dueAtOf({ ...round, now }, standing.severity, standing.placeId);
  if (standing.state === 'waiting') return { change: { state, dueAt }, entry, action: 'case.answered' };
  return {
    change: { state, dueAt, outcome: null, closedAt: null },
    entry,
    event: { kind: 'case_opened', name: 'Case opened again', properties: { again: true, by: 'answer' } },
    action: 'case.answered',
    auditDetail: 'opened again',
  };
}
