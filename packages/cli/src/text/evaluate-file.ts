// `lyhord text evaluate`: how well the engine, or a trained model, agrees with labelled lines.
import { type Agreement, agreementOf, type LabelledText, type TextEngine } from '@lyhord/text';
import { readOptions } from '../commands/options.ts';
import { ProgressBar } from '../commands/progress-bar.ts';
import { engineFor } from './engine-for.ts';
import { readLabelledFile } from './labelled-file.ts';

export async function evaluateFile(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, { labels: { type: 'string' }, topics: { type: 'string' } });
  const texts = await readLabelledFile(values.labels);
  const found = evaluate(texts, engineFor(values.topics));
  const sections = [
    section('Polarity of texts', 'accuracy', found.labels),
    section('Polarity of terms', 'accuracy', found.terms),
    section('Topics', 'exactly right', found.topics),
  ];
  console.log(sections.filter((lines) => lines !== '').join('\n\n'));
  return 0;
}

interface Compared {
  readonly given: string[][];
  readonly answered: string[][];
}

interface Evaluation {
  readonly labels: Agreement;
  readonly terms: Agreement;
  readonly topics: Agreement;
}

/** Compares the engine's answers with the labels that the texts carry. */
export function evaluate(texts: readonly LabelledText[], engine: TextEngine): Evaluation {
  const bar = new ProgressBar('Evaluating');
  const [labels, terms, topics]: [Compared, Compared, Compared] = [nothing(), nothing(), nothing()];
  texts.forEach((text, i) => {
    if (i % 500 === 0) bar.show(i / texts.length);
    const { analysis, terms: judged } = engine.analyse(
      text.text,
      { languageHint: text.language },
      text.terms ?? [],
    );
    if (text.label !== undefined) note(labels, [text.label], [analysis.sentiment.closest]);
    if (text.topics !== undefined) note(topics, [...text.topics], analysis.topics);
    text.terms?.forEach((term, k) => {
      note(terms, [term.label], [judged[k]?.label ?? 'neutral']);
    });
  });
  bar.end(`${texts.length} texts`);
  const agreement = ({ given, answered }: Compared) => agreementOf(given, answered);
  return { labels: agreement(labels), terms: agreement(terms), topics: agreement(topics) };
}

function nothing(): Compared {
  return { given: [], answered: [] };
}

function note({ given, answered }: Compared, labels: string[], answers: string[]): void {
  given.push(labels);
  answered.push(answers);
}

const shown = (share: number) => share.toFixed(4);

function section(title: string, accuracy: string, found: Agreement): string {
  if (found.texts === 0) return '';
  const width = Math.max(5, ...found.classes.map((one) => one.name.length));
  return [
    `${title} (${found.texts})`,
    `  ${accuracy} ${shown(found.accuracy)}   macro-F1 ${shown(found.macroF1)}   micro-F1 ${shown(found.microF1)}`,
    `  ${'class'.padEnd(width)}  labelled  answered  precision  recall      F1`,
    ...found.classes.map((one) =>
      [
        `  ${one.name.padEnd(width)}`,
        `${one.labelled}`.padStart(8),
        `${one.answered}`.padStart(8),
        shown(one.precision).padStart(9),
        shown(one.recall).padStart(6),
        shown(one.f1).padStart(6),
      ].join('  '),
    ),
  ].join('\n');
}
