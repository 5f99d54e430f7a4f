// The thread that understands text. It keeps one engine per topic tree, so that the words it has seen stay known.
import type { Analyse, TextAnalysis } from '@lyhord/contract';
import { createAnalyser } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';
import type { AnalysisRequest, TopicsInUse } from './analysis-request.ts';

const mostEngines = 8;
const engines = new Map<string, Analyse>();

function engineFor(topics: TopicsInUse | null): Analyse {
  const version = topics?.version ?? '';
  let engine = engines.get(version);
  if (!engine) {
    const taught = topics?.model;
    const models = taught ? [taught, ...shippedModels()] : shippedModels();
    engine = createAnalyser({ models, topics: topics?.tree });
    if (engines.size >= mostEngines) engines.delete(engines.keys().next().value!);
    engines.set(version, engine);
  }
  return engine;
}

export default function analyse({ texts, topics }: AnalysisRequest): TextAnalysis[] {
  const engine = engineFor(topics);
  return texts.map(({ text, ...options }) => engine(text, options));
}
