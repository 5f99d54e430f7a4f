import type { caseCauses, caseOutcomes, caseStates } from '@lyhord/contract';
import type { AlarmReason, Severity } from '../alarms/bad-answer.ts';

/** A case as the ledger keeps it. */
export interface CaseRecord {
  readonly id: string;
  readonly workspaceId: string;
  readonly number: number;
  readonly title: string;
  readonly state: (typeof caseStates)[number];
  readonly severity: Severity;
  readonly reason: AlarmReason;
  readonly placeId: string | null;
  readonly ownerId: string | null;
  readonly team: string | null;
  readonly signalId: string | null;
  /** '0' where the customer is not known. */
  readonly identifierKey: string;
  readonly score: number | null;
  readonly question: string | null;
  readonly topics: readonly string[];
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly cause: (typeof caseCauses)[number] | null;
  readonly outcome: (typeof caseOutcomes)[number] | null;
  readonly valueMinor: number | null;
  readonly valueCurrency: string | null;
  /** Grows by one with every change. */
  readonly version: number;
}

export type NewCase = Omit<CaseRecord, 'number' | 'closedAt' | 'cause' | 'outcome' | 'version'>;

/** What an action may change. */
export type CaseChange = Partial<
  Pick<
    CaseRecord,
    'state' | 'severity' | 'reason' | 'ownerId' | 'team' | 'dueAt' | 'closedAt' | 'cause' | 'outcome'
  >
>;
