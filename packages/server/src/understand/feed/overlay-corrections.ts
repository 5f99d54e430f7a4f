// Promise: what a person said of a mention counts before what the engine says; laying it over twice changes nothing.
import type { Mention } from '@lyhord/contract';
import type { Correction } from './correction-store.ts';

const polarityOf = { positive: 1, neutral: 0, negative: -1 } as const;

/**
 * Lays corrections over the mentions in their order: one without topic and feeling takes the mention away, one that
 * corrects no topic adds a mention.
 */
export function overlaid(mentions: readonly Mention[], corrections: readonly Correction[]): Mention[] {
  return corrections.reduce<Mention[]>(
    (standing, correction) => {
      const { aspect, start, end, correctAspect, correctLabel } = correction;
      if (aspect === '') return withLabel(standing, correction);
      return standing.flatMap((mention) => {
        if (mention.aspect !== aspect || mention.start !== start || mention.end !== end) return [mention];
        if (correctAspect === null && correctLabel === null) return [];
        const label = correctLabel ?? mention.label;
        const polarity = correctLabel ? polarityOf[correctLabel] : mention.polarity;
        return [{ ...mention, aspect: correctAspect ?? mention.aspect, label, polarity, confidence: 1 }];
      });
    },
    [...mentions],
  );
}

function withLabel(standing: readonly Mention[], correction: Correction): Mention[] {
  const { start, end, correctAspect, correctLabel } = correction;
  if (correctAspect === null) return [...standing];
  const label = correctLabel ?? 'neutral';
  const made: Mention = {
    ...{ aspect: correctAspect, start, end, label, polarity: polarityOf[label], confidence: 1 },
    ...{ emotion: 'none', clause: { start, end } },
  };
  const others = standing.filter(
    (one) => one.aspect !== correctAspect || one.start !== start || one.end !== end,
  );
  return [...others, made].sort((a, b) => a.start - b.start || a.end - b.end);
}
