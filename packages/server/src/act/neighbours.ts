// What act asks of the earlier steps; their own index.ts say how it is answered.
import type {
  CaseRow,
  Change,
  CommonMetric,
  OperationalEvent,
  Period,
  Score,
  SignalCard,
  Verdict,
} from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';

type Awaitable<T> = T | Promise<T>;

/** Of collect: events about what was done, so that the loop learns. */
export interface CollectPart {
  recordOwn(workspaceId: string, events: OperationalEvent[]): Promise<Verdict[]>;
}

/** Of unify: who the customer is behind an identifier key. */
export interface UnifyPart {
  profileKeyOf(workspaceId: string, identifierKey: string): Awaitable<string | null>;
  identifierKeysOf(workspaceId: string, profileKey: string): Awaitable<readonly string[]>;
  contactOf(
    workspaceId: string,
    profileKey: string,
  ): Awaitable<{
    readonly email?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly locale?: string | null | undefined;
  } | null>;
  /** By identifier key. */
  customersOf(
    viewer: Viewer,
    identifierKeys: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly profileKey: string; readonly name: string | null }>>;
  /** Those of the profiles that people marked as key customers. */
  keyCustomersAmong(workspaceId: string, profileKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Tells unify what it cannot know by itself: the cases of a customer. */
  completeWith(later: {
    readonly casesOf: (
      viewer: Viewer,
      profileKey: string,
      identifierKeys: readonly string[],
    ) => Promise<CaseRow[]>;
    readonly openCases: (workspaceId: string, identifierKeys: readonly string[]) => Promise<number>;
  }): void;
}

/** Of understand: scores, cards and changes, as far as the viewer may see them. */
export interface UnderstandPart {
  scoreOf(
    viewer: Viewer,
    question: { metric: CommonMetric; period: Period; place?: string | undefined },
  ): Promise<Score>;
  targetOf(workspaceId: string, placeId: string | undefined): Promise<number | null>;
  signalCards(viewer: Viewer, signalIds: readonly string[]): Promise<SignalCard[]>;
  listChanges(
    viewer: Viewer,
    question: { state?: Change['state'] | undefined; place?: string | undefined },
  ): Promise<{ changes: Change[] }>;
  thanks(viewer: Viewer, period: Period, place?: string): Promise<SignalCard[]>;
  topicLabel(viewer: Viewer, key: string): Promise<string>;
  /** Tells understand what it cannot know by itself: the cases on signals and at places. */
  provideCases(cases: {
    readonly openByPlace: (viewer: Viewer) => Promise<Map<string, number>>;
    readonly bySignal: (
      viewer: Viewer,
      signalIds: readonly string[],
    ) => Promise<ReadonlyMap<string, { readonly caseId: string; readonly state: string }>>;
  }): void;
}
