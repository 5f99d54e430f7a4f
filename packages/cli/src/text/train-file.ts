// `lyhord text train`: a model from labelled lines.
import { writeFileSync } from 'node:fs';
import { gainFrom, type LabelledText, leastForGain, teach } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';
import { readOptions, UsageError } from '../commands/options.ts';
import { ProgressBar } from '../commands/progress-bar.ts';
import { readLabelledFile } from './labelled-file.ts';

export async function trainFile(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, {
    labels: { type: 'string' },
    out: { type: 'string' },
    gain: { type: 'boolean' },
  });
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
  if (values.gain) console.log(gainSaid(texts));
  return 0;
}

/** How much better labels are told, each text answered by what the others taught. */
function gainSaid(texts: readonly LabelledText[]): string {
  const gain = gainFrom(texts, { models: shippedModels() });
  if (gain === null) return `The gain is not known: it takes ${leastForGain} lines with a label.`;
  const { before, after } = gain;
  const said = (name: string, from: number, to: number) =>
    `${name} ${from.toFixed(4)} before, ${to.toFixed(4)} after`;
  return [
    `Polarity of ${before.texts} texts, each answered by what the others taught:`,
    `  ${said('accuracy', before.accuracy, after.accuracy)}`,
    `  ${said('macro-F1', before.macroF1, after.macroF1)}`,
    'To go back, use the engine without this model.',
  ].join('\n');
}

function teachOrSay(texts: Awaited<ReturnType<typeof readLabelledFile>>, bar: ProgressBar) {
  try {
    return teach(texts, { models: shippedModels(), onPart: (name, share) => bar.show(share, name) });
  } catch (problem) {
    throw problem instanceof RangeError ? new UsageError(`--labels: ${problem.message}.`) : problem;
  }
}
