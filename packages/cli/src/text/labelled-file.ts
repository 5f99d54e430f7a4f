import { createReadStream, existsSync } from 'node:fs';
import type { LabelledText } from '@lyhord/text';
import { UsageError } from '../commands/options.ts';
import { numberedLines } from './numbered-lines.ts';
import { readLabelledLine } from './text-lines.ts';

/**
 * The labelled texts of a file; bad lines are named on standard error and left out.
 * @throws UsageError when the file is missing or holds no line that can be read
 */
export async function readLabelledFile(path: string | undefined): Promise<LabelledText[]> {
  if (path === undefined) throw new UsageError('--labels FILE is missing: the labelled lines. See --help.');
  if (!existsSync(path)) throw new UsageError(`--labels: there is no file ${path}.`);
  const texts: LabelledText[] = [];
  for await (const { number, content } of numberedLines(createReadStream(path, 'utf8'))) {
    const read = readLabelledLine(content);
    if ('wrong' in read) {
      process.stderr.write(`line ${number}: ${read.wrong}\n`);
      continue;
    }
    const { text, language, topics, label, terms } = read.line;
    texts.push({
      ...{ text, language: language ?? undefined, topics: topics ?? undefined },
      ...{ label: label ?? undefined, terms: terms ?? undefined },
    });
  }
  if (texts.length === 0) throw new UsageError(`--labels: ${path} holds no labelled line.`);
  return texts;
}
