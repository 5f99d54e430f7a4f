export { type AnalyserOptions, createAnalyser, engineVersion, longestText } from './analyser.ts';
export { type Redacted, type RedactionKind, redact } from './redaction/redact.ts';
export { shippedTopics } from './topics/shipped-topics.ts';
