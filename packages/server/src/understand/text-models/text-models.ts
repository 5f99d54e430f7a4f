// Promise: what a workspace teaches counts for that workspace only, after people saw what it gains, and can be undone.
import type { TextModel, Topic, TopicTree } from '@lyhord/contract';
import { checkedModel, type LabelledText, leastForGain } from '@lyhord/text';
import { Piscina } from 'piscina';
import type { Viewer } from '../../access/index.ts';
import { workerFile } from '../../collect/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ground } from '../ground.ts';
import { addModel, findModel, keepLesson, listModels, markFailed, type Taught } from './model-store.ts';
import { countOwnTexts, ownTexts } from './own-texts.ts';

const job = 'learn-from-comments';
const largest = 5_000_000;

export interface TextModels {
  start(): Promise<void>;
  list(viewer: Viewer): Promise<{
    models: TextModel[];
    inUse: string | null;
    comments: number;
    needed: number;
  }>;
  /** Learns in the background; the gain is measured on comments that each part of the lesson had not seen. */
  learn(viewer: Viewer): Promise<void>;
  upload(viewer: Viewer, content: Uint8Array): Promise<TextModel>;
  /** Reads all history again with a model, or with none of the workspace's own. */
  use(viewer: Viewer, id: string | null): Promise<number>;
}

interface Lesson {
  readonly workspaceId: string;
  readonly id: string;
}

export function createTextModels(ground: Ground): TextModels {
  const { readings, access, platform } = ground;
  const { ledger, warehouse, jobs, ids, clock, log, announcements } = platform;

  async function learnNow({ workspaceId, id }: Lesson): Promise<void> {
    const texts = await ownTexts(warehouse, ledger, workspaceId);
    if (texts.length < leastForGain) {
      await markFailed(
        ledger,
        workspaceId,
        id,
        `There are ${texts.length} comments; it takes ${leastForGain}.`,
      );
    } else {
      await keepLesson(ledger, workspaceId, id, await taughtBy(texts));
      log.info({ workspaceId, texts: texts.length }, 'learned from comments');
    }
    announcements.announce('topics.changed', { workspaceId });
  }

  async function known(viewer: Viewer, id: string): Promise<TextModel> {
    const model = await findModel(ledger, viewer.workspaceId, id);
    if (model) return model;
    throw new Problem('not_found', { detail: `There is no model "${id}".` });
  }

  return {
    async start() {
      await jobs.work<Lesson>(job, async (lesson) => {
        try {
          await learnNow(lesson);
        } catch (problem) {
          log.warn(
            { err: problem, workspaceId: lesson.workspaceId },
            'a lesson from comments came to no end',
          );
          await markFailed(
            ledger,
            lesson.workspaceId,
            lesson.id,
            'The lesson came to no end; begin it again.',
          );
        }
      });
    },
    async list({ workspaceId }) {
      const [models, newest, comments] = await Promise.all([
        listModels(ledger, workspaceId),
        readings.newestTree(workspaceId),
        countOwnTexts(warehouse, workspaceId),
      ]);
      return { models, inUse: newest.model, comments, needed: leastForGain };
    },
    async learn(viewer) {
      const { workspaceId, personId } = viewer;
      const comments = await countOwnTexts(warehouse, workspaceId);
      if (comments < leastForGain) {
        const said = because('comments_too_few', { given: comments, needed: leastForGain });
        throw new Problem('invalid_input', said);
      }
      const id = ids.next();
      await addModel(ledger, workspaceId, {
        ...{ id, source: 'learned', state: 'learning', by: personId, at: clock.now() },
      });
      await jobs.send<Lesson>(job, { workspaceId, id }, { retryLimit: 2 });
      await access.audit(viewer, 'text engine taught', 'text-models', `${comments} comments`);
    },
    async upload(viewer, content) {
      const { workspaceId, personId } = viewer;
      const { tree } = await readings.newestTree(workspaceId);
      const checked = checkedUpload(content, tree);
      const id = ids.next();
      await addModel(ledger, workspaceId, {
        ...{ id, source: 'uploaded', state: 'learning', by: personId, at: clock.now() },
      });
      const { texts, topics, bytes } = checked;
      await keepLesson(ledger, workspaceId, id, { texts, topics, gain: null, content: bytes });
      await access.audit(viewer, 'text model brought', `text-model:${id}`, `${topics.length} topics`);
      return known(viewer, id);
    },
    async use(viewer, id) {
      const { tree } = await readings.newestTree(viewer.workspaceId);
      const model = id === null ? null : await known(viewer, id);
      if (model && !model.usable) {
        const said = because(model.state === 'ready' ? 'model_no_gain' : 'model_not_ready');
        throw new Problem('invalid_input', said);
      }
      const wanted = withTopics(tree, model?.topics ?? []);
      await access.audit(viewer, 'text model chosen', id === null ? 'text-models' : `text-model:${id}`);
      return readings.change(viewer.workspaceId, wanted, viewer.personId, id);
    },
  };
}

/** Learns in a thread of its own, which ends with the lesson. */
async function taughtBy(texts: readonly LabelledText[]): Promise<Taught> {
  const threads = new Piscina<readonly LabelledText[], Taught>({
    filename: await workerFile('learning', import.meta.url),
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  try {
    return await threads.run(texts);
  } finally {
    await threads.destroy();
  }
}

function checkedUpload(content: Uint8Array, tree: TopicTree) {
  if (content.length > largest) {
    throw new Problem('too_large', {
      detail: `The model has ${content.length} bytes; at most ${largest} can be brought.`,
    });
  }
  try {
    return checkedModel(content, (topic) => keyOf(tree, topic));
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    throw new Problem('invalid_input', { detail: `${problem.message}.` });
  }
}

const plain = (name: string) => name.trim().toLowerCase();

/** The topic of the tree that has this key or name, or the key that a new one gets. */
function keyOf({ topics }: TopicTree, name: string): string {
  const known = topics.find(
    ({ key, names }) => key === name || Object.values(names).some((one) => plain(one) === plain(name)),
  );
  if (known) return known.key;
  const letters = plain(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9_.]+/g, '_')
    .slice(0, 48);
  return `taught.${letters === '' || letters === '_' ? Buffer.from(name).toString('hex').slice(0, 48) : letters}`;
}

/** The tree with the topics that a model gives and it lacks, named as in the model. */
function withTopics(tree: TopicTree, names: readonly string[]): TopicTree {
  const missing = new Map<string, Topic>();
  for (const name of names) {
    const key = keyOf(tree, name);
    if (tree.topics.some((topic) => topic.key === key)) continue;
    missing.set(key, { key, parent: null, names: { en: name }, words: {}, exclusions: {} });
  }
  return { topics: [...tree.topics, ...missing.values()] };
}
