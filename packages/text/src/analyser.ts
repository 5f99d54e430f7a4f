import type { Analyse } from '@lyhord/contract';
import { type EngineOptions, TextEngine } from './text-engine.ts';

/**
 * Makes the engine: a pure function from a text to its language, sentiment, mentions, topics, flags and redaction.
 * It never throws, for any string. Make it once per worker and topic tree: it remembers the words that it has seen.
 * @throws RangeError when bytes given as a model are none
 */
export function createAnalyser(options: EngineOptions = {}): Analyse {
  const engine = new TextEngine(options);
  return (text, told) => engine.analyse(text, told).analysis;
}
