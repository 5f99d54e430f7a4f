export { createAnalyser } from './analyser.ts';
export { languageOf } from './language/language-of.ts';
export type { RedactionKind } from './redaction/found.ts';
export { type Redacted, redact } from './redaction/redact.ts';
export { type CheckedModel, checkedModel } from './teaching/checked-model.ts';
export { type Agreement, agreementOf, type ClassFigures } from './teaching/evaluate.ts';
export { type Gain, gainFrom, leastForGain } from './teaching/gain.ts';
export type { LabelledText } from './teaching/labelled-text.ts';
export { type Lesson, type TeachingOptions, teach } from './teaching/teach.ts';
export {
  type Analysed,
  type EngineOptions,
  engineVersion,
  type JudgedSpan,
  longestText,
  type Span,
  TextEngine,
} from './text-engine.ts';
export { shippedTopics } from './topics/shipped-topics.ts';
