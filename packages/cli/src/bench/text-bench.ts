import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createAnalyser, languageOf, redact } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';
import { shortComments } from '@lyhord/text/short-comments';
import { atMost, type Bench } from './figure.ts';
import type { TextBenchOrder, TextBenchResult } from './text-bench.worker.ts';

const commentCount = 20_000;
const wordsPerComment = 25;

export const textBench: Bench = {
  name: 'text',
  summary: 'the whole text engine on one core: comments a second, loading, memory, languages',
  async *run() {
    const comments = madeComments(commentCount);
    const { loadMs, perSecond, perCpuSecond, heapMegabytes } = await inThread({ comments });
    yield atLeast('comments of 25 words, one core', perSecond, 4_000, '1/s');
    yield atLeast('the same for each second of processor time', perCpuSecond, 4_000, '1/s');
    yield atMost('loading, the first comments of each language read', loadMs, 1_500, 'ms');
    yield atMost('heap and external memory of the thread', heapMegabytes, 250, 'MB');
    yield* languageFigures();
    const falseHits = comments.filter(({ text }) => redact(text).redactions.length > 0).length;
    yield atMost(
      'ordinary comments with something redacted',
      falseHits / comments.length,
      1 / 2_000,
      'share',
    );
  },
};

function* languageFigures() {
  const analyse = createAnalyser({ models: shippedModels() });
  const all = Object.entries(shortComments).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  );
  const right = all.filter(({ language, text }) => analyse(text).language === language).length;
  yield atLeast(`language of ${all.length} short comments told right`, right / all.length, 0.96, 'share');
  const rounds = 200;
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const { text } of all) languageOf(text);
  const { user, system } = process.cpuUsage(before);
  const each = (user + system) / (rounds * all.length);
  yield atMost('telling the language of one of them, processor time', each, 50, 'µs');
}

const atLeast = (name: string, value: number, bar: number, unit: string) => ({
  name,
  value: Number(value.toPrecision(6)),
  unit,
  bar: `≥ ${bar}`,
  holds: value >= bar,
});

/** Comments of some 25 words, sewn from short ones of one language, each with a word that nobody has seen before. */
function madeComments(count: number): { text: string; language: string }[] {
  const languages = Object.entries(shortComments);
  let seed = 42;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  return Array.from({ length: count }, () => {
    const [language, texts] = languages[draw(languages.length)]!;
    const parts = [unheardWord(draw)];
    while (parts.join(' ').split(' ').length < wordsPerComment) parts.push(texts[draw(texts.length)]!);
    return { text: `${parts.join('. ')}.`, language };
  });
}

function unheardWord(draw: (below: number) => number): string {
  const syllables = ['ka', 'lo', 'ri', 'sen', 'tor', 'mu', 'vik', 'bel', 'dan', 'get', 'plo', 'sy'];
  return Array.from({ length: 4 }, () => syllables[draw(syllables.length)]).join('');
}

function inThread(order: TextBenchOrder): Promise<TextBenchResult> {
  const file = new URL('./text-bench.worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(file)))
    throw new Error('run "npm run build" first: the bench needs its built thread');
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
