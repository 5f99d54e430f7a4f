// @lyhord/twin: the digital twin company. Pure: no files, no network, no clock.
export type { TwinPerson } from './company/people.ts';
export type { TwinPlace } from './company/places.ts';
export type { Product } from './company/products.ts';
export type { ExchangeRate } from './company/rates.ts';
export { decodeBatch, encodeBatch } from './encoding.ts';
export { type LiveOptions, liveBatches } from './live.ts';
export type { TwinOptions, TwinPlan } from './options.ts';
export { type Judgement, judgeChanges, type ReportedChange } from './scenario/judge-changes.ts';
export { Effect, effectKinds, readScenario, Scenario, ScenarioError } from './scenario/scenario.ts';
export type { PlantedTruth, Truth } from './scenario/truth.ts';
export { segmentMessage } from './segment-message.ts';
export { solvik, type Twin, type TwinBatch } from './solvik.ts';
