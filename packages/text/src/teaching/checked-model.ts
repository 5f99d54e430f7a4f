/** Promise: bytes from elsewhere become a model only when every number and name in them is one that a model may hold. */
import type { LinearModel } from '../model/linear-model.ts';
import { readModelFile, writeModelFile } from '../model/model-file.ts';

export interface CheckedModel {
  /** Written anew from what was understood; nothing else of what came is kept. */
  readonly bytes: Uint8Array;
  readonly parts: readonly string[];
  /** The topics that it gives, in the names of the file. */
  readonly topics: readonly string[];
  readonly texts: number;
}

const partName = /^(topics\/\*|(polarity|terms)\/([a-z]{2}|\*))$/;
const plain = ['negative', 'neutral', 'positive'];
const mostClasses = 500;
const longestName = 120;
const choices = ['one', 'at_least_one', 'any'];

/**
 * Reads a model that somebody brings and writes it anew.
 * @param nameOf another name for a topic, where the file's is not wanted
 * @throws RangeError with a sentence that says what is wrong
 */
export function checkedModel(
  bytes: Uint8Array,
  nameOf: (topic: string) => string = (topic) => topic,
): CheckedModel {
  const file = readModelFile(bytes);
  if (file.parts.size === 0) refuse('it holds no part that was taught');
  const parts = new Map<string, LinearModel>();
  for (const [name, model] of file.parts) {
    if (!partName.test(name)) refuse(`it has a part called ${quoted(name)}, which no taught model has`);
    checkPart(name, model);
    const topics = name === 'topics/*';
    parts.set(name, topics ? { ...model, classes: model.classes.map(nameOf) } : model);
  }
  const { texts } = file.about;
  const told = typeof texts === 'number' && Number.isInteger(texts) && texts >= 0 ? texts : 0;
  const about = { kind: 'taught', texts: told };
  return {
    bytes: writeModelFile({ about, parts, lexicons: new Map() }),
    parts: [...parts.keys()],
    topics: file.parts.get('topics/*')?.classes ?? [],
    texts: told,
  };
}

function checkPart(name: string, model: LinearModel): void {
  const { classes, keys, denseCount, calibration, choice, trust, idfStep } = model;
  if (!Array.isArray(classes) || classes.length === 0 || classes.length > mostClasses)
    refuse(`part ${quoted(name)} has no classes, or more than ${mostClasses}`);
  if (
    classes.some((one) => typeof one !== 'string' || one.trim() === '' || one.length > longestName) ||
    new Set(classes).size !== classes.length
  )
    refuse(
      `part ${quoted(name)} has a class without a name, with one of over ${longestName} letters, or twice`,
    );
  if (name !== 'topics/*' && classes.some((one) => !plain.includes(one)))
    refuse(`part ${quoted(name)} has classes other than ${plain.join(', ')}`);
  if (!choices.includes(choice)) refuse(`part ${quoted(name)} does not say how classes are given`);
  if (denseCount < 0 || denseCount > 64) refuse(`part ${quoted(name)} has ${denseCount} further values`);
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i] as number) <= (keys[i - 1] as number))
      refuse(`the features of part ${quoted(name)} are not in order`);
  }
  const offsets: unknown = calibration.offsets;
  if (!Array.isArray(offsets) || offsets.length !== classes.length)
    refuse(`part ${quoted(name)} is not calibrated for each of its classes`);
  const numbers = [
    ...[trust, idfStep, calibration.slope, ...calibration.offsets],
    ...[...model.weightSteps, ...model.bias, ...model.denseWeights, ...model.thresholds],
  ];
  if (numbers.some((one) => typeof one !== 'number' || !Number.isFinite(one) || Math.abs(one) > 1e6))
    refuse(`part ${quoted(name)} holds a number that is none`);
  if (trust < 0 || trust > 1) refuse(`part ${quoted(name)} trusts itself by ${trust}; from 0 to 1 is right`);
}

const quoted = (name: string) => JSON.stringify(name.slice(0, 60));

function refuse(what: string): never {
  throw new RangeError(`this model cannot be used: ${what}; make it with "lyhord text train"`);
}
