/** What teaching brings: the same texts answered before and after, each by an engine that was not taught with it. */
import { hashText } from '../model/hashing.ts';
import { TextEngine } from '../text-engine.ts';
import { type Agreement, agreementOf } from './evaluate.ts';
import type { LabelledText } from './labelled-text.ts';
import { type TeachingOptions, teach } from './teach.ts';

/** `before` is the engine without the lesson, `after` with a lesson from the other parts; both on all labelled texts. */
export interface Gain {
  readonly before: Agreement;
  readonly after: Agreement;
}

/** Fewer labelled texts say nothing reliable about a gain. */
export const leastForGain = 60;
const parts = 3;
const partKind = 91;

/**
 * The gain in telling the labels of a company's own texts, such as comments labelled by the score beside them.
 * @returns null where fewer than `leastForGain` texts carry a label: then it is not known
 */
export function gainFrom(texts: readonly LabelledText[], options: TeachingOptions = {}): Gain | null {
  const labelled = texts.filter((one) => one.label !== undefined);
  if (labelled.length < leastForGain) return null;
  const { models = [] } = options;
  const untaught = new TextEngine({ models });
  const labels: string[][] = [];
  const before: string[][] = [];
  const after: string[][] = [];
  for (let part = 0; part < parts; part++) {
    const others = labelled.filter((one) => partOf(one) !== part);
    const taught = new TextEngine({ models: [teach(onlyLabels(others), { models }).bytes, ...models] });
    for (const { text, language, label } of labelled.filter((one) => partOf(one) === part)) {
      labels.push([label as string]);
      before.push([untaught.analyse(text, { languageHint: language }).analysis.sentiment.closest]);
      after.push([taught.analyse(text, { languageHint: language }).analysis.sentiment.closest]);
    }
  }
  return { before: agreementOf(labels, before), after: agreementOf(labels, after) };
}

/** By the text itself, so that the same words said twice are never both taught and asked. */
function partOf({ text }: LabelledText): number {
  return hashText(text, partKind) % parts;
}

function onlyLabels(texts: readonly LabelledText[]): LabelledText[] {
  return texts.map(({ text, language, label }) => ({ text, language, label }));
}
