// `lyhord text train`: a model from labelled lines.
import { writeFileSync } from 'node:fs';
import { teach } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';
import { readOptions, UsageError } from '../commands/options.ts';
import { ProgressBar } from '../commands/progress-bar.ts';
import { readLabelledFile } from './labelled-file.ts';

export async function trainFile(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, { labels: { type: 'string' }, out: { type: 'string' } });
  const { out } = values;
  if (out === undefined) throw new UsageError('--out FILE is missing: where the model goes. See --help.');
  const texts = await readLabelledFile(values.labels);
  const bar = new ProgressBar('Learning');
  const lesson = teachOrSay(texts, bar);
  writeFileSync(out, lesson.bytes);
  const kilobytes = Math.round(lesson.bytes.length / 1000);
  bar.end(
    `${lesson.texts} texts, ${lesson.topics.length} topics, ${lesson.parts.length} parts, ${kilobytes} kB in ${out}`,
  );
  return 0;
}

function teachOrSay(texts: Awaited<ReturnType<typeof readLabelledFile>>, bar: ProgressBar) {
  try {
    return teach(texts, { models: shippedModels(), onPart: (name, share) => bar.show(share, name) });
  } catch (problem) {
    throw problem instanceof RangeError ? new UsageError(`--labels: ${problem.message}.`) : problem;
  }
}
