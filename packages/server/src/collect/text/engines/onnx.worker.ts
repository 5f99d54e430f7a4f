// The thread that runs the operator's ONNX model. Its packages are no part of the product: they are loaded only here,
// only when a model is named, and a sentence says how to get them where they are absent.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { classesOf, sharesFrom } from './onnx-classes.ts';
import type { OnnxReply, OnnxRequest } from './onnx-request.ts';

type Runtime = typeof import('onnxruntime-web');
type Session = Awaited<ReturnType<Runtime['InferenceSession']['create']>>;
type Tensor = InstanceType<Runtime['Tensor']>;
type Feeds = Record<string, Tensor>;
type Judge = (text: string) => Promise<ReturnType<typeof sharesFrom>>;

/** A sentence for people; everything else that goes wrong is told in its own words. */
class Unusable extends Error {}

const runtimePackage = 'onnxruntime-web';
const tokenizerPackage = '@huggingface/tokenizers';
const mostTokens = 512;

let loaded: { path: string; judge: Promise<Judge> } | null = null;

export default async function run({ path, texts }: OnnxRequest): Promise<OnnxReply> {
  try {
    if (loaded?.path !== path) loaded = { path, judge: load(path) };
    const judge = await loaded.judge;
    const shares: Awaited<ReturnType<Judge>>[] = [];
    for (const text of texts) shares.push(await judge(text));
    return { shares };
  } catch (problem) {
    loaded = null;
    const told = problem instanceof Error ? problem.message : String(problem);
    return { trouble: problem instanceof Unusable ? told : `the model failed: ${told.slice(0, 200)}` };
  }
}

async function load(path: string): Promise<Judge> {
  if (!existsSync(path)) throw new Unusable(`there is no file "${path}"`);
  const runtime = await optional<Runtime>(runtimePackage);
  runtime.env.wasm.numThreads = 1;
  runtime.env.logLevel = 'error';
  const session = await runtime.InferenceSession.create(await readFile(path), {
    executionProviders: ['wasm'],
  }).catch((problem: Error) => {
    throw new Unusable(`"${path}" is no ONNX model that can be read: ${problem.message.slice(0, 200)}`);
  });
  const config = await jsonBeside<{ id2label?: Record<string, string> }>(path, 'config.json');
  const feedsOf = await feedsFor(runtime, session, path);
  return async (text) => {
    const found = await session.run(await feedsOf(text));
    const scores = session.outputNames
      .map((name) => found[name])
      .find((output) => output?.type === 'float32');
    if (scores === undefined) throw new Unusable('the model has no output of numbers (float32)');
    const numbers = [...(scores.data as Float32Array)];
    return sharesFrom(numbers, classesOf(numbers.length, config?.id2label));
  };
}

/** How a text becomes what the model takes: as it is, or as numbers of its tokens. */
async function feedsFor(
  runtime: Runtime,
  session: Session,
  path: string,
): Promise<(text: string) => Feeds | Promise<Feeds>> {
  const [first] = session.inputMetadata;
  if (first?.isTensor && first.type === 'string') {
    const shape = first.shape.length === 1 ? [1] : [1, 1];
    return (text) => ({ [first.name]: new runtime.Tensor('string', [text], shape) });
  }
  const [json, settings] = await Promise.all([
    jsonBeside<object>(path, 'tokenizer.json'),
    jsonBeside<object>(path, 'tokenizer_config.json'),
  ]);
  if (json === null)
    throw new Unusable(`the model takes numbers of tokens, but no tokenizer.json lies beside "${path}"`);
  const { Tokenizer } = await optional<typeof import('@huggingface/tokenizers')>(tokenizerPackage);
  const tokenizer = new Tokenizer(json as never, (settings ?? {}) as never);
  return (text) => {
    const ids = tokenizer.encode(text).ids.slice(0, mostTokens);
    const row = (numberOf: (id: number) => number) =>
      new runtime.Tensor(
        'int64',
        BigInt64Array.from(ids, (id) => BigInt(numberOf(id))),
        [1, ids.length],
      );
    const known: Feeds = {
      input_ids: row((id) => id),
      attention_mask: row(() => 1),
      token_type_ids: row(() => 0),
    };
    return Object.fromEntries(
      session.inputNames.map((name) => {
        const feed = known[name];
        if (feed === undefined) throw new Unusable(`the model asks for "${name}", which nothing here is`);
        return [name, feed];
      }),
    );
  };
}

async function optional<M>(name: string): Promise<M> {
  try {
    return (await import(name)) as M;
  } catch {
    throw new Unusable(`the package "${name}" is not installed; run "npm install --no-save ${name}"`);
  }
}

async function jsonBeside<T>(path: string, name: string): Promise<T | null> {
  const beside = join(dirname(path), name);
  if (!existsSync(beside)) return null;
  try {
    return JSON.parse(await readFile(beside, 'utf8')) as T;
  } catch {
    throw new Unusable(`"${beside}" is no JSON`);
  }
}
