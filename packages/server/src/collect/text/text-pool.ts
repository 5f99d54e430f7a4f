// Promise: text is understood beside the main thread; the threads end when there is nothing to read, and give their
// memory back.
import { availableParallelism } from 'node:os';
import type { TextAnalysis } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text/topics';
import { Piscina } from 'piscina';
import type { AnalysisRequest, TextToAnalyse, TopicsInUse } from './analysis-request.ts';
import type { SecondEngine } from './engines/second-engine.ts';
import { unreadText } from './unread-text.ts';
import { workerFile } from './worker-file.ts';

export type { TextToAnalyse, TopicsInUse } from './analysis-request.ts';
/** The workspace's own topic tree; null where it uses the shipped one. */
export type TopicsOf = (workspaceId: string) => Promise<TopicsInUse | null>;

export interface TextPool {
  /** With the workspace's topics, or with others when they are given; what is tried out is read by the own engine alone. */
  analyse(
    workspaceId: string,
    texts: readonly TextToAnalyse[],
    others?: TopicsInUse,
    trying?: boolean,
  ): Promise<TextAnalysis[]>;
  /** Where each workspace's topics come from; the shipped ones until this is said. */
  useTopics(topicsOf: TopicsOf): void;
  stop(): Promise<void>;
}

type Threads = Piscina<AnalysisRequest, TextAnalysis[]>;
/** One core is left to the main thread; on two cores a second engine would cost more to warm up than it reads. */
const mostThreads = 4;
const textsPerTask = 250;
const idleMs = 20_000;

const isEnding = (error: unknown) => error instanceof Error && error.message.startsWith('Terminating');

/** Texts that together break the engine are read one by one; the one that does so alone is kept unread. */
async function read(
  threads: Threads,
  texts: readonly TextToAnalyse[],
  topics: TopicsInUse | null,
): Promise<TextAnalysis[]> {
  try {
    return await threads.run({ texts, topics });
  } catch (error) {
    const [only] = texts;
    if (texts.length > 1)
      return (await Promise.all(texts.map((text) => read(threads, [text], topics)))).flat();
    if (only === undefined || isEnding(error)) throw error;
    return [unreadText(only.text)];
  }
}

/** `second` reads what the own engine has read and redacted, where an operator has configured one. */
export function createTextPool(second: SecondEngine | null = null): TextPool {
  let pool: Threads | null = null;
  let topicsOf: TopicsOf = async () => null;
  const opened = async () => {
    pool ??= new Piscina({
      filename: await workerFile('analysis'),
      minThreads: 0,
      maxThreads: Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
      idleTimeout: idleMs,
      resourceLimits: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 48 },
    });
    return pool;
  };
  return {
    useTopics(source) {
      topicsOf = source;
    },
    async analyse(workspaceId, texts, others, trying = false) {
      const topics = others ?? (await topicsOf(workspaceId));
      const threads = await opened();
      const tasks: Promise<TextAnalysis[]>[] = [];
      for (let from = 0; from < texts.length; from += textsPerTask) {
        tasks.push(read(threads, texts.slice(from, from + textsPerTask), topics));
      }
      const own = (await Promise.all(tasks)).flat();
      return second && !trying ? second.read(own, topics?.tree ?? shippedTopics) : own;
    },
    async stop() {
      await second?.stop();
      await pool?.destroy();
      pool = null;
    },
  };
}
