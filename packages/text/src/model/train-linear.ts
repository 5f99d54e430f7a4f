/** Trains a linear model with one separator per class, calibrates it on texts it has not seen, and makes it small. */
import { type Calibration, calibrate } from './calibration.ts';
import { type Example, type FeatureRows, rowsOf, type Vocabulary, vocabularyOf } from './feature-rows.ts';
import { type GivingRule, givingRule, microF1Of } from './giving-rule.ts';
import { kinOf, kinShares, withKin, withKinScores } from './kin.ts';
import type { LinearModel } from './linear-model.ts';
import { type Separator, type SvmSettings, separate } from './nb-svm.ts';

export interface TrainingExample extends Example {
  /** Indexes of the classes that hold: one for a choice, any number for topics. */
  readonly classes: readonly number[];
  /** How much the example counts, > 0; 1 is ordinary. */
  readonly importance: number;
}

export interface TrainingSettings extends SvmSettings {
  /** A feature is kept when at least so many examples have it. */
  readonly leastTexts: number;
  readonly idfPower: number;
  readonly denseScale: number;
  /** Parts for calibration; each is scored by a model trained on the others. */
  readonly folds: number;
  /** Whether several classes may hold at once; then thresholds are fitted instead of probabilities. */
  readonly several: boolean;
}

export const choiceSettings: TrainingSettings = {
  cost: 1,
  ratioPower: 0.5,
  rounds: 15,
  leastTexts: 5,
  idfPower: 1,
  denseScale: 0.3,
  folds: 4,
  several: false,
};

/**
 * Trains a model for the classes named.
 * @throws RangeError when there is no example
 */
export function trainLinear(
  examples: readonly TrainingExample[],
  classes: readonly string[],
  settings: TrainingSettings = choiceSettings,
): LinearModel {
  if (examples.length === 0)
    throw new RangeError('no example to train from; give at least one labelled text');
  const vocabulary = vocabularyOf(examples, settings.leastTexts, settings.idfPower);
  const rows = rowsOf(examples, vocabulary, settings.denseScale);
  const kin = settings.several && settings.folds > 1 ? kinOf(classes) : [];
  const learning: Learning = { classCount: classes.length, kin, settings, scaled: vocabulary.keys.length };
  const scored = settings.folds > 1 ? unseenScores(examples, rows, learning) : null;
  const { rule, share } = ruleAndShare(examples, classes.length, scored, learning);
  const unseen = scored?.map((scores) => withKinScores(scores, kin, share)) ?? null;
  const separators = withKin(separateAll(rows, examples, learning), kin, share);
  const shape = { classes, denseCount: examples[0]?.dense.length ?? 0, denseScale: settings.denseScale };
  const calibration =
    settings.several || unseen === null ? uncalibrated(classes) : calibrated(examples, unseen);
  return compact(shape, vocabulary, separators, calibration, rule);
}

interface Learning {
  readonly classCount: number;
  /** Classes that also learn together; their separators stand behind those of the classes. */
  readonly kin: readonly (readonly number[])[];
  /** Columns that are scaled by their ratio. */
  readonly scaled: number;
  readonly settings: TrainingSettings;
}

/** How classes are given, and how much of their kin they take: what serves best on unseen texts. */
function ruleAndShare(
  examples: readonly TrainingExample[],
  classCount: number,
  scored: readonly (readonly number[])[] | null,
  { kin, settings }: Learning,
): { rule: GivingRule; share: number } {
  const one: GivingRule = { choice: 'one', thresholds: new Array<number>(classCount).fill(0) };
  if (!settings.several) return { rule: one, share: 0 };
  const held = examples.map((example) => example.classes);
  let best = { rule: one, share: 0, microF1: -1 };
  for (const share of kin.length === 0 ? [0] : kinShares) {
    const unseen = scored?.map((scores) => withKinScores(scores, kin, share)) ?? null;
    const rule = givingRule(held, unseen, classCount);
    const microF1 = unseen === null ? 0 : microF1Of(held, unseen, rule);
    if (microF1 > best.microF1) best = { rule, share, microF1 };
  }
  return best;
}

function uncalibrated(classes: readonly string[]): Calibration {
  return { slope: 3, offsets: classes.map(() => 0) };
}

/** Fitted to the examples that count fully; side material of lower importance has other shares of the classes. */
function calibrated(
  examples: readonly TrainingExample[],
  unseen: readonly (readonly number[])[],
): Calibration {
  const judged = examples.map((_, i) => i).filter((i) => (examples[i]?.importance ?? 0) >= 0.5);
  return calibrate(
    judged.map((i) => unseen[i] as readonly number[]),
    judged.map((i) => examples[i]?.classes[0] as number),
  );
}

function separateAll(
  rows: FeatureRows,
  examples: readonly TrainingExample[],
  { classCount, kin, scaled, settings }: Learning,
): Separator[] {
  const importance = Float32Array.from(examples, (example) => example.importance);
  const held = new Set(examples.flatMap((example) => example.classes));
  const made: Separator[] = [];
  const against = (isOne: (example: TrainingExample) => boolean) =>
    separate(
      rows,
      Uint8Array.from(examples, (example) => (isOne(example) ? 1 : 0)),
      importance,
      scaled,
      settings,
    );
  for (let k = 0; k < classCount; k++) {
    const twin = [...held].find((other) => other < k);
    if (!held.has(k)) made.push({ weights: new Float32Array(rows.width), bias: -1 });
    else if (!settings.several && held.size === 2 && twin !== undefined)
      made.push(mirrored(made[twin] as Separator));
    else made.push(against((example) => example.classes.includes(k)));
  }
  for (const members of kin) made.push(against(({ classes }) => members.some((k) => classes.includes(k))));
  return made;
}

/** Of two classes one is whatever the other is not. */
function mirrored({ weights, bias }: Separator): Separator {
  return { weights: weights.map((weight) => -weight), bias: -bias };
}

/** Every example scored by separators that were trained without its fold. */
function unseenScores(
  examples: readonly TrainingExample[],
  rows: FeatureRows,
  learning: Learning,
): number[][] {
  const { folds } = learning.settings;
  const scores: number[][] = examples.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const seen = examples.map((_, i) => i).filter((i) => i % folds !== fold);
    const separators = separateAll(
      pick(rows, seen),
      seen.map((i) => examples[i] as TrainingExample),
      learning,
    );
    for (let i = fold; i < examples.length; i += folds) {
      scores[i] = separators.map((separator) => scoreOf(rows, i, separator));
    }
  }
  return scores;
}

function pick(rows: FeatureRows, chosen: readonly number[]): FeatureRows {
  const size = chosen.reduce(
    (sum, i) => sum + (rows.starts[i + 1] as number) - (rows.starts[i] as number),
    0,
  );
  const starts = new Int32Array(chosen.length + 1);
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  chosen.forEach((row, i) => {
    const [from, to] = [rows.starts[row] as number, rows.starts[row + 1] as number];
    columns.set(rows.columns.subarray(from, to), at);
    values.set(rows.values.subarray(from, to), at);
    at += to - from;
    starts[i + 1] = at;
  });
  return { count: chosen.length, width: rows.width, starts, columns, values };
}

function scoreOf(rows: FeatureRows, row: number, { weights, bias }: Separator): number {
  let score = bias;
  for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
    score += (weights[rows.columns[i] as number] as number) * (rows.values[i] as number);
  }
  return score;
}

interface ModelShape {
  readonly classes: readonly string[];
  readonly denseCount: number;
  readonly denseScale: number;
}

function compact(
  { classes, denseCount, denseScale }: ModelShape,
  vocabulary: Vocabulary,
  separators: readonly Separator[],
  calibration: Calibration,
  { choice, thresholds }: GivingRule,
): LinearModel {
  const size = vocabulary.keys.length;
  const idfStep = vocabulary.weights.reduce((a, b) => Math.max(a, b), 1e-6) / 255;
  const weights = new Int8Array(size * classes.length);
  const weightSteps = new Float32Array(classes.length);
  const denseWeights = new Float32Array(denseCount * classes.length);
  separators.forEach((separator, k) => {
    let largest = 1e-9;
    for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(separator.weights[i] as number));
    weightSteps[k] = largest / 127;
    for (let i = 0; i < size; i++) {
      weights[k * size + i] = Math.round((separator.weights[i] as number) / (weightSteps[k] as number));
    }
    for (let i = 0; i < denseCount; i++) {
      denseWeights[k * denseCount + i] = (separator.weights[size + i] as number) * denseScale;
    }
  });
  return {
    classes,
    keys: vocabulary.keys,
    idf: Uint8Array.from(vocabulary.weights, (weight) => Math.max(1, Math.round(weight / idfStep))),
    idfStep,
    weights,
    weightSteps,
    bias: Float32Array.from(separators, (separator) => separator.bias),
    denseWeights,
    denseCount,
    calibration,
    thresholds: Float32Array.from(thresholds),
    choice,
    trust: 1,
  };
}
