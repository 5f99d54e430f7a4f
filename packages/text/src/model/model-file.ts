/** Model files: a header of JSON that names parts, and their numbers behind it. Any bytes are read safely. */
import type { Lexicon } from './lexicon.ts';
import type { Choice, LinearModel } from './linear-model.ts';

/** Named linear models (`polarity/sv`, `terms/en`, `topics/*`), lexicons by language, and where they come from. */
export interface ModelFile {
  readonly about: Readonly<Record<string, unknown>>;
  readonly parts: ReadonlyMap<string, LinearModel>;
  readonly lexicons: ReadonlyMap<string, Lexicon>;
}

const magic = 'LYHORD-TEXT-1\n';

interface PartHeader {
  readonly name: string;
  readonly classes: readonly string[];
  readonly size: number;
  readonly denseCount: number;
  readonly idfStep: number;
  readonly choice: Choice;
  readonly trust: number;
  readonly slope: number;
  readonly offsets: readonly number[];
}

/** The bytes of a model file. */
export function writeModelFile({ about, parts, lexicons }: ModelFile): Uint8Array {
  const headers: PartHeader[] = [];
  const bodies: Uint8Array[] = [];
  for (const [name, model] of parts) {
    headers.push({
      name,
      classes: model.classes,
      size: model.keys.length,
      denseCount: model.denseCount,
      idfStep: model.idfStep,
      choice: model.choice,
      trust: model.trust,
      slope: model.calibration.slope,
      offsets: model.calibration.offsets,
    });
    for (const array of [model.keys, model.weightSteps, model.bias, model.denseWeights, model.thresholds]) {
      bodies.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
    bodies.push(
      model.idf,
      new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.byteLength),
    );
  }
  const words = [...lexicons].map(([language, { keys, strengths }]) => {
    bodies.push(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
    bodies.push(new Uint8Array(strengths.buffer, strengths.byteOffset, strengths.byteLength));
    return { language, size: keys.length };
  });
  const header = new TextEncoder().encode(
    `${magic}${JSON.stringify({ about, parts: headers, lexicons: words })}\n`,
  );
  const size = bodies.reduce((sum, body) => sum + body.length, header.length);
  const file = new Uint8Array(size);
  file.set(header, 0);
  let at = header.length;
  for (const body of bodies) {
    file.set(body, at);
    at += body.length;
  }
  return file;
}

/**
 * Reads a model file.
 * @throws RangeError saying what is wrong with the bytes
 */
export function readModelFile(bytes: Uint8Array): ModelFile {
  try {
    return readParts(bytes);
  } catch (problem) {
    if (problem instanceof RangeError) throw problem;
    throw new RangeError('the header of the model file does not say what it should; copy it again');
  }
}

function readParts(bytes: Uint8Array): ModelFile {
  const { about, parts: headers, lexicons: words, bodyStart } = readHeader(bytes);
  const parts = new Map<string, LinearModel>();
  let at = bodyStart;
  const take = (length: number): Uint8Array => {
    if (!(length >= 0 && at + length <= bytes.length))
      throw new RangeError('the model file ends too early; copy it again');
    at += length;
    // Not slice: that of a Node buffer would share its memory, which need not begin where numbers may.
    return new Uint8Array(bytes.subarray(at - length, at));
  };
  const floats = (count: number) => new Float32Array(take(4 * count).buffer);
  for (const { name, classes, size, denseCount, idfStep, choice, trust, slope, offsets } of headers) {
    const k = classes.length;
    const keys = new Uint32Array(take(4 * size).buffer);
    const [weightSteps, bias] = [floats(k), floats(k)];
    const [denseWeights, thresholds] = [floats(k * denseCount), floats(k)];
    const idf = take(size);
    const weights = new Int8Array(take(size * k).buffer);
    parts.set(name, {
      ...{
        classes,
        keys,
        idf,
        idfStep,
        weights,
        weightSteps,
        bias,
        denseWeights,
        denseCount,
        thresholds,
        choice,
        trust,
      },
      calibration: { slope, offsets },
    });
  }
  const lexicons = new Map<string, Lexicon>();
  for (const { language, size } of words) {
    const keys = new Uint32Array(take(4 * size).buffer);
    lexicons.set(language, { keys, strengths: new Int8Array(take(size).buffer) });
  }
  return { about, parts, lexicons };
}

interface Header {
  readonly about: Record<string, unknown>;
  readonly parts: PartHeader[];
  readonly lexicons: { language: string; size: number }[];
  readonly bodyStart: number;
}

function readHeader(bytes: Uint8Array): Header {
  const start = magic.length;
  if (new TextDecoder().decode(bytes.subarray(0, start)) !== magic) {
    throw new RangeError('these bytes are no model file of Lyhörd; a model file begins with "LYHORD-TEXT-1"');
  }
  const end = bytes.indexOf(10, start);
  if (end < 0) throw new RangeError('the model file has no header; copy it again');
  const header = parsed(new TextDecoder().decode(bytes.subarray(start, end)));
  if (!isHeader(header)) throw new RangeError('the header of the model file cannot be read; copy it again');
  return { ...header, bodyStart: end + 1 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The numbers in it are judged where they are used: a wrong one asks for more bytes than there are. */
function isHeader(value: unknown): value is Omit<Header, 'bodyStart'> {
  if (!isObject(value) || !isObject(value.about)) return false;
  const { parts, lexicons } = value;
  if (!Array.isArray(parts) || !Array.isArray(lexicons)) return false;
  return (
    parts.every((part) => isObject(part) && typeof part.name === 'string') &&
    lexicons.every((one) => isObject(one) && typeof one.language === 'string')
  );
}
