/** How well given answers agree with labels: accuracy, F1 by class, and their means. */

export interface ClassFigures {
  readonly name: string;
  /** How many texts have the class by their labels, and by the answers. */
  readonly labelled: number;
  readonly answered: number;
  readonly hits: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Agreement {
  readonly texts: number;
  /** Share of texts whose classes are exactly those of the labels. */
  readonly accuracy: number;
  readonly macroF1: number;
  readonly microF1: number;
  readonly classes: readonly ClassFigures[];
}

/**
 * Compares answers with labels, text by text; a text may have any number of classes. Classes that neither labels
 * nor answers hold do not count towards the macro mean.
 * @throws RangeError when the two lists differ in length
 */
export function agreementOf(
  labels: readonly (readonly string[])[],
  answers: readonly (readonly string[])[],
): Agreement {
  if (labels.length !== answers.length) {
    throw new RangeError(
      `${labels.length} labels but ${answers.length} answers; give one answer for each label`,
    );
  }
  const names = [...new Set([...labels.flat(), ...answers.flat()])].sort();
  const classes = names.map((name) => figuresOf(name, labels, answers));
  const exact = labels.filter((label, i) => sameSet(label, answers[i] ?? [])).length;
  const hits = sum(classes.map((one) => one.hits));
  const named = sum(classes.map((one) => one.labelled + one.answered));
  return {
    texts: labels.length,
    accuracy: labels.length === 0 ? 0 : exact / labels.length,
    macroF1: classes.length === 0 ? 0 : sum(classes.map((one) => one.f1)) / classes.length,
    microF1: named === 0 ? 0 : (2 * hits) / named,
    classes,
  };
}

function figuresOf(
  name: string,
  labels: readonly (readonly string[])[],
  answers: readonly (readonly string[])[],
): ClassFigures {
  let labelled = 0;
  let answered = 0;
  let hits = 0;
  labels.forEach((label, i) => {
    const isLabelled = label.includes(name);
    const isAnswered = answers[i]?.includes(name) ?? false;
    if (isLabelled) labelled += 1;
    if (isAnswered) answered += 1;
    if (isLabelled && isAnswered) hits += 1;
  });
  const precision = answered === 0 ? 0 : hits / answered;
  const recall = labelled === 0 ? 0 : hits / labelled;
  const f1 = labelled + answered === 0 ? 0 : (2 * hits) / (labelled + answered);
  return { name, labelled, answered, hits, precision, recall, f1 };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [new Set(a), new Set(b)];
  return first.size === second.size && [...first].every((one) => second.has(one));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
