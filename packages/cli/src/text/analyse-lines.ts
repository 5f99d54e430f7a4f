import type { Readable, Writable } from 'node:stream';
import type { TextEngine } from '@lyhord/text';
import { numberedLines } from './numbered-lines.ts';
import { answerLine, readTextLine, type TextLine } from './text-lines.ts';

const countEvery = 500;

/**
 * Answers each line in order; names bad lines on `complaints`.
 * @returns 0, or 1 where lines came but none could be read
 */
export async function analyseLines(
  input: Readable,
  output: Writable,
  engine: TextEngine,
  complaints: Writable = process.stderr,
): Promise<number> {
  let answered = 0;
  let wrong = 0;
  const started = Date.now();
  for await (const { number, content } of numberedLines(input)) {
    const read = readTextLine(content);
    if ('wrong' in read) {
      wrong += 1;
      complaints.write(`line ${number}: ${read.wrong}\n`);
      continue;
    }
    if (!isShare(read.line.score)) {
      complaints.write(`line ${number}: score ${read.line.score} is not from -1 to 1 and is left out.\n`);
    }
    if (!output.write(`${answer(read.line, engine)}\n`)) {
      await new Promise((resolve) => output.once('drain', resolve));
    }
    answered += 1;
    if (answered % countEvery === 0) showCount(answered, started);
  }
  if (answered >= countEvery) showCount(answered, started, '\n');
  return answered === 0 && wrong > 0 ? 1 : 0;
}

function answer({ id, text, language, score, terms }: TextLine, engine: TextEngine): string {
  const told = {
    languageHint: language ?? undefined,
    score: isShare(score) ? (score ?? undefined) : undefined,
  };
  return answerLine(id, engine.analyse(text, told, terms ?? []), terms !== null && terms !== undefined);
}

function isShare(score: number | null | undefined): boolean {
  return score === null || score === undefined || (score >= -1 && score <= 1);
}

/** How far it has come, on a terminal only; how many lines are still to come nobody knows. */
function showCount(answered: number, started: number, end = ''): void {
  if (!process.stderr.isTTY) return;
  const perSecond = Math.round((1000 * answered) / Math.max(1, Date.now() - started));
  process.stderr.write(`\r${answered} texts, ${perSecond} a second\u001b[K${end}`);
}
