import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalyser } from '@lyhord/text';
import { shippedTopics } from '@lyhord/text/topics';
import { afterAll, expect, it } from 'vitest';
import { createEgress } from '../../../platform/egress/guarded-egress.ts';
import { type Attribute, type Node, onnxModel, type Tensor } from '../../testing/onnx-model.ts';
import { triedEngine } from './configured-engine.ts';
import { createOnnxEngine } from './onnx-engine.ts';
import type { SecondEngine } from './second-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'lyhord-onnx-'));
const warned: string[] = [];
const opened: SecondEngine[] = [];
afterAll(async () => {
  for (const engine of opened) await engine.stop();
  rmSync(folder, { recursive: true });
});

const analyse = createAnalyser();
const own = (text: string) => analyse(text, { languageHint: 'en' });
function engineOf(path: string): SecondEngine {
  const engine = createOnnxEngine(path, (trouble) => warned.push(trouble));
  opened.push(engine);
  return engine;
}
function written(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Praise for the text "the queue is flurpy", blame for every other. */
const byText = () => {
  const keys: Attribute = { name: 'keys_strings', strings: ['the queue is flurpy'] };
  const values: Attribute = { name: 'values_floats', floats: [1] };
  const otherwise: Attribute = { name: 'default_float', float: -1 };
  const nodes: Node[] = [
    {
      op: 'LabelEncoder',
      inputs: ['text'],
      outputs: ['known'],
      attributes: [keys, values, otherwise],
      domain: 'ai.onnx.ml',
    },
    { op: 'MatMul', inputs: ['known', 'weights'], outputs: ['logits'] },
  ];
  const weights: Tensor = { name: 'weights', shape: [1, 3], values: [-5, 0, 5] };
  const inputs = [{ name: 'text', type: 'string' as const, shape: ['n', 1] }];
  const outputs = [{ name: 'logits', type: 'float' as const, shape: ['n', 3] }];
  return onnxModel({ nodes, tensors: [weights], inputs, outputs });
};

/** Token 2 praises, token 1 blames. */
const byTokens = () => {
  const nodes: Node[] = [
    { op: 'Gather', inputs: ['weights', 'input_ids'], outputs: ['each'] },
    { op: 'ReduceMean', inputs: ['each'], outputs: ['logits'], attributes: [{ name: 'axes', ints: [1] }] },
  ];
  nodes[1]!.attributes!.push({ name: 'keepdims', int: 0 });
  const weights: Tensor = { name: 'weights', shape: [3, 2], values: [0, 0, 4, -4, -4, 4] };
  const inputs = [{ name: 'input_ids', type: 'int64' as const, shape: ['n', 'tokens'] }];
  const outputs = [{ name: 'logits', type: 'float' as const, shape: ['n', 2] }];
  return onnxModel({ nodes, tensors: [weights], inputs, outputs });
};

it('a model that takes texts judges whole texts and the clauses of mentions, and the answer names it', async () => {
  const engine = engineOf(written('texts.onnx', byText()));
  const texts = [own('the queue is flurpy'), own('the staff are rude'), own(' ')];
  const [praised, blamed, empty] = await engine.read(texts, shippedTopics);
  expect(warned).toEqual([]);
  expect(praised).toMatchObject({ sentiment: { label: 'positive', closest: 'positive' } });
  expect(praised!.engine).toBe(`${texts[0]!.engine} + onnx texts.onnx`);
  expect(praised!.mentions.map(({ aspect, label }) => [aspect, label])).toEqual([['queue', 'positive']]);
  expect(blamed!.sentiment.score).toBeLessThan(-0.9);
  expect(empty).toEqual(texts[2]);
});

it('a model that takes tokens reads them with the tokenizer beside it', async () => {
  const path = written('tokens.onnx', byTokens());
  const engine = engineOf(path);
  expect(await engine.trouble(own('good'), shippedTopics)).toContain('no tokenizer.json lies beside');
  const vocab = { '[UNK]': 0, bad: 1, good: 2 };
  const tokenizer = {
    version: '1.0',
    ...{ truncation: null, padding: null, added_tokens: [], normalizer: { type: 'Lowercase' } },
    ...{ pre_tokenizer: { type: 'Whitespace' }, post_processor: null, decoder: null },
    model: { type: 'WordPiece', vocab, unk_token: '[UNK]', continuing_subword_prefix: '##' },
  };
  written('tokenizer.json', JSON.stringify(tokenizer));
  const [praised, blamed] = await engine.read([own('Good good'), own('so bad')], shippedTopics);
  expect([praised!.sentiment.closest, blamed!.sentiment.closest]).toEqual(['positive', 'negative']);
});

it('a file that is no model, or none at all, leaves the own answer standing, and both say so', async () => {
  const text = own('the queue is long');
  const wrong = engineOf(written('wrong.onnx', 'no model'));
  const [alone] = await wrong.read([text], shippedTopics);
  expect(alone).toEqual({ ...text, engine: `${text.engine} (onnx wrong.onnx: not usable)` });
  expect(warned.at(-1)).toContain('is no ONNX model that can be read');
  const settings = { textOnnx: join(folder, 'absent.onnx'), textService: null };
  expect(await triedEngine(settings, createEgress([]))).toEqual({
    name: 'onnx absent.onnx',
    trouble: `there is no file "${join(folder, 'absent.onnx')}"`,
  });
  expect(await triedEngine({ textOnnx: null, textService: null }, createEgress([]))).toBeNull();
});
