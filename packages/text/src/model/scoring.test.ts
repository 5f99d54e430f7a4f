import { expect, test } from 'vitest';
import { Phrasebooks } from '../languages/phrasebooks.ts';
import { type Reading, readText } from '../reading.ts';
import { TextEngine } from '../text-engine.ts';
import { DocumentScorer, documentExample } from './document-features.ts';
import type { Example } from './feature-rows.ts';
import { LinearScorer } from './linear-model.ts';
import { TermScorer, termContext, termExample } from './term-features.ts';
import { trainLinear } from './train-linear.ts';

const book = new Phrasebooks().of('en');
const read = (text: string) => readText(text, book);
const texts = [
  'The staff were friendly but the queue was far too long, and the queue never moved.',
  'Great prices!! Terrible parking :( and 2 of 3 tills closed.',
  'I love this shop',
  'Never again. The app crashed 3 times and nobody answered.',
  'Fine, fine, fine.',
];
const labelled = (examples: Example[]) =>
  examples.map((example, i) => ({ ...example, classes: [i % 2], importance: 1 }));

/** What a model says of an example, by its definition, feature by feature. */
function byDefinition(example: Example, { model }: LinearScorer): number[] {
  const at = new Map([...model.keys].map((key, i) => [key, i]));
  return model.classes.map((_, c) => {
    let [sum, squares] = [0, 0];
    example.features.forEach((feature, n) => {
      const i = at.get(feature);
      if (i === undefined) return;
      const [count, idf] = [example.counts[n]!, model.idf[i]! * model.idfStep];
      sum += count * idf * model.weightSteps[c]! * model.weights[c * model.keys.length + i]!;
      squares += Math.abs(count) * idf * idf;
    });
    const dense = example.dense.reduce(
      (all, value, d) => all + value * model.denseWeights[c * model.denseCount + d]!,
      0,
    );
    return model.bias[c]! + sum / (Math.sqrt(squares) || 1) + dense;
  });
}

const places = ({ tokens }: Reading) =>
  tokens.map((_, i) => ({ first: i, last: i })).filter(({ first }) => first % 3 === 1);

test('a text is scored by the features that a model was trained on', () => {
  const examples = texts.map((text) => documentExample(read(text)));
  const scorer = new LinearScorer(trainLinear(labelled(examples), ['a', 'b']));
  const document = new DocumentScorer(scorer);
  texts.forEach((text, i) => {
    const { tokens, said } = read(text);
    const scores = document.scores(
      tokens,
      said.map(({ strength }) => strength),
    );
    byDefinition(examples[i]!, scorer).forEach((score, c) => {
      expect(scores[c]).toBeCloseTo(score, 5);
    });
  });
});

test('an aspect is scored by the features that a model was trained on', () => {
  const contexts = texts.map((text) => termContext(read(text), places(read(text))));
  const examples = contexts.map((context) => context.places.map((place) => termExample(context, place)));
  const scorer = new LinearScorer(trainLinear(labelled(examples.flat()), ['a', 'b']));
  const terms = new TermScorer(scorer);
  contexts.forEach((context, i) => {
    terms.scores(context).forEach((scores, place) => {
      byDefinition(examples[i]![place]!, scorer).forEach((score, c) => {
        expect(scores[c]).toBeCloseTo(score, 5);
      });
    });
  });
});

test('an answer does not depend on what was read before', () => {
  const engine = new TextEngine();
  const first = texts.map((text) => engine.analyse(text));
  for (let n = 0; n < 40; n++) {
    engine.analyse(Array.from({ length: 900 }, (_, i) => `w${(n * 900 + i).toString(36)}`).join(' '));
  }
  expect(texts.map((text) => engine.analyse(text))).toEqual(first);
  expect(texts.map((text) => new TextEngine().analyse(text))).toEqual(first);
});
