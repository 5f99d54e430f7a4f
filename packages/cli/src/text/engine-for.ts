import { readFileSync } from 'node:fs';
import { TopicTree } from '@lyhord/contract';
import { TextEngine } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';
import { UsageError } from '../commands/options.ts';

/** The engine for `--topics`: a topic tree in JSON, a trained model, or nothing for the shipped tree. */
export function engineFor(topics: string | undefined): TextEngine {
  const models = shippedModels();
  if (topics === undefined) return new TextEngine({ models });
  const bytes = readBytes(topics);
  if (bytes.subarray(0, 64).toString('latin1').trimStart().startsWith('{')) {
    return new TextEngine({ models, topics: readTree(topics, bytes.toString('utf8')) });
  }
  try {
    return new TextEngine({ models: [bytes, ...models] });
  } catch (problem) {
    throw new UsageError(`--topics: ${topics}: ${(problem as Error).message}, or give a topic tree in JSON`);
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (problem) {
    throw new UsageError(`--topics: ${path} cannot be read: ${(problem as Error).message}`);
  }
}

function readTree(path: string, content: string): TopicTree {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (problem) {
    throw new UsageError(`--topics: ${path} cannot be read as JSON: ${(problem as Error).message}`);
  }
  const tree = TopicTree.safeParse(json);
  if (tree.success) return tree.data;
  const [issue] = tree.error.issues;
  throw new UsageError(`--topics: ${path} is not a topic tree: ${issue?.path.join('.')}: ${issue?.message}`);
}
