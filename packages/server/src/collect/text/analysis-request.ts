import type { AnalyseOptions, TopicTree } from '@lyhord/contract';

export interface TextToAnalyse extends AnalyseOptions {
  readonly text: string;
}

/** The topics that a workspace looks for; `version` changes when the tree does. */
export interface TopicsInUse {
  readonly version: string;
  readonly tree: TopicTree;
  /** What the workspace has taught; stands before the shipped models. */
  readonly model?: Uint8Array | undefined;
}

/** What the analysing thread is asked. The tree travels only where the thread has not said that it has it. */
export interface AnalysisRequest {
  readonly texts: readonly TextToAnalyse[];
  readonly topics: TopicsInUse | null;
}
