// The public face of this step: questions of the metrics, and what other steps are shown of signals and changes.

import type {
  Answer,
  AroundThem,
  BehindRow,
  Change,
  ClusterReport,
  DriversReport,
  InTheirWords,
  LoyaltyReport,
  Period,
  PlacesOverview,
  Pulse,
  Question,
  QuestionProgress,
  QuestionToAsk,
  RfmReport,
  Score,
  Segment,
  SegmentCount,
  SegmentExperience,
  SegmentRule,
  SegmentToSave,
  SignalCard,
  SupportReport,
} from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';
import type { Route } from '../platform/http/endpoints.ts';
import type { ChangeList, ChangeQuestion } from './changes/read-changes.ts';
import type { CustomerTraits } from './computed-traits/customer-traits.ts';
import type { DriversQuestion } from './drivers/drivers.ts';
import type { Feed, FeedQuestion } from './feed/read-feed.ts';
import type { CasesOfSignals } from './feed/signal-cards.ts';
import type { LoyaltyQuestion } from './loyalty/loyalty.ts';
import type { CountByPlace, PlacesQuestion } from './places/places-overview.ts';
import type { PulseQuestion } from './pulse/pulse.ts';
import type { RollupComparison } from './rollups/compare-rollups.ts';
import type { ExperienceQuestion } from './segments/experience.ts';
import type { ServedProfiles } from './served-profiles/served-profiles.ts';
import type { SupportQuestion } from './support/support.ts';
import type { TopicsQuestion, TopicTable } from './topics/topic-rows.ts';

/** Who waits for an answer. */
export interface Waiting {
  readonly signal?: AbortSignal;
  readonly follow?: string | undefined;
}

/** What a later step knows of cases; without it no signal has one. */
export interface CaseKnowledge {
  readonly openByPlace: CountByPlace;
  readonly bySignal: CasesOfSignals;
}

export interface Understand {
  readonly routes: Route<Viewer>[];
  /** Repairs the rollups, then follows commits and looks for changes. */
  start(): Promise<void>;
  stop(): Promise<void>;

  /** Aborting the signal stops the question in the warehouse, too; `follow` is a name to ask for its progress by. */
  ask(viewer: Viewer, question: QuestionToAsk, waiting?: Waiting): Promise<Answer>;
  /** How far a question of this viewer has come that is followed by the name. */
  progressOf(viewer: Viewer, follow: string): Promise<QuestionProgress>;
  /** The newest rows behind the answer to a question. */
  rowsBehind(viewer: Viewer, question: Question): Promise<{ rows: BehindRow[]; more: boolean }>;
  /** Why, in their words: topics that the customers behind an answer name more often than others. */
  inTheirWords(viewer: Viewer, question: Question): Promise<InTheirWords>;
  /** What had happened to the customers behind an answer, beside others. */
  aroundThem(viewer: Viewer, question: Question): Promise<AroundThem>;
  /** Score of a metric in a period, at a place and below (everywhere that the viewer sees when left out). */
  scoreOf(
    viewer: Viewer,
    question: { metric: Question['metric']; period: Period; place?: string | undefined },
  ): Promise<Score>;
  /** The target that counts at a place, or the workspace's. */
  targetOf(workspaceId: string, placeId: string | undefined): Promise<number | null>;
  pulse(viewer: Viewer, question: PulseQuestion): Promise<Pulse>;
  places(viewer: Viewer, question: PlacesQuestion): Promise<PlacesOverview>;
  drivers(viewer: Viewer, question: DriversQuestion): Promise<DriversReport>;
  support(viewer: Viewer, question: SupportQuestion): Promise<SupportReport>;
  loyalty(viewer: Viewer, question: LoyaltyQuestion): Promise<LoyaltyReport>;
  topics(viewer: Viewer, question: TopicsQuestion): Promise<TopicTable>;
  /** Keeps a segment by rule under a name. */
  keepSegment(viewer: Viewer, segment: SegmentToSave): Promise<Segment>;
  /** How many customers each of the rules finds. */
  countSegments(viewer: Viewer, rules: readonly SegmentRule[]): Promise<SegmentCount[]>;
  /** Which of the rules hold for one customer, by all of their identifiers. */
  rulesHolding(
    viewer: Viewer,
    identifierKeys: readonly string[],
    rules: readonly SegmentRule[],
  ): Promise<boolean[]>;
  rfm(viewer: Viewer): Promise<RfmReport>;
  clusters(viewer: Viewer): Promise<ClusterReport>;
  segmentExperience(viewer: Viewer, question: ExperienceQuestion): Promise<SegmentExperience>;
  feed(viewer: Viewer, question: FeedQuestion): Promise<Feed>;

  /** Cards of the signals that the viewer may see, in the order of the ids. */
  signalCards(viewer: Viewer, signalIds: readonly string[]): Promise<SignalCard[]>;
  /** What customers thanked for, newest first, at places and below. */
  thanks(viewer: Viewer, period: Period, place?: string): Promise<SignalCard[]>;
  listChanges(viewer: Viewer, question: ChangeQuestion): Promise<ChangeList>;
  /** Changes by id, as far as the viewer may see them. */
  changes(viewer: Viewer, ids: readonly string[]): Promise<Change[]>;
  /** A topic's name in the viewer's language. */
  topicLabel(viewer: Viewer, key: string): Promise<string>;
  findTopics(viewer: Viewer, words: string): Promise<{ key: string; label: string }[]>;

  /** What is computed of every customer: a table for rules, and one customer's. */
  readonly computedTraits: CustomerTraits;

  provideCases(cases: CaseKnowledge): void;

  /** Profiles at hand by key. */
  readonly served: Pick<ServedProfiles, 'of' | 'settled'>;
  /** Resolves when everything that is sealed now is in the rollups. */
  settled(workspaceId: string): Promise<void>;
  /** Runs a large fill, during which nothing is derived from what it brings; `settled` afterwards waits for that. */
  whileFilling<T>(workspaceId: string, fill: () => Promise<T>): Promise<T>;
  /** Looks for changes now, also where nothing was committed; days since the last look, at most the window. */
  lookForChanges(workspaceId: string): Promise<number>;
  /** Looks for themes that no topic names; how many there are. */
  lookForThemes(workspaceId: string): Promise<number>;
  /** Brings every rollup to the last seal; part of `start`. */
  repairRollups(): Promise<void>;
  /** The rollups beside a fresh computation from the base tables. */
  verifyRollups(workspaceId: string): Promise<RollupComparison>;
  /** Makes some days of the rollups again, after rows of them have gone. */
  recountDays(workspaceId: string, days: readonly string[]): Promise<void>;
  /** Makes every day of the rollups again. */
  rebuildRollups(workspaceId: string): Promise<void>;
}
