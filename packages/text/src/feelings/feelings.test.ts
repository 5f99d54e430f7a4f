import { expect, test } from 'vitest';
import { TextEngine } from '../text-engine.ts';
import { shippedTopics } from '../topics/shipped-topics.ts';
import { readyFeelings } from './ready-feelings.ts';

const engine = new TextEngine({ topics: { topics: [...shippedTopics.topics, ...readyFeelings] } });
const felt = (text: string, language: string) => {
  const { mentions, redacted } = engine.analyse(text, { languageHint: language }).analysis;
  return mentions
    .filter(({ aspect }) => aspect.startsWith('feeling.'))
    .map(({ aspect, label, start, end }) => [aspect.slice(8), label, redacted.slice(start, end)]);
};

test('a feeling is felt where its words stand, with their exact span, in every language', () => {
  expect(felt('Jag kände mig trygg hos er.', 'sv')).toEqual([['safe', 'positive', 'trygg']]);
  expect(felt('We felt really welcome there', 'en')).toEqual([['welcome', 'positive', 'welcome']]);
  expect(felt('Jeg følte mig tryg hele vejen', 'da')).toEqual([['safe', 'positive', 'tryg']]);
  expect(felt('Butikken ga oss inspirasjon', 'nb')).toEqual([['inspired', 'positive', 'inspirasjon']]);
  expect(felt('Tunsin itseni tervetulleeksi', 'fi')).toEqual([['welcome', 'positive', 'tervetulleeksi']]);
  expect(felt('Wir haben viel gelernt', 'de')).toEqual([['taught', 'positive', 'gelernt']]);
});

test('a negation turns it round, also one that ends the clause, and not across a comma or a "but"', () => {
  expect(felt('Jag kände mig inte alls trygg', 'sv')).toEqual([['safe', 'negative', 'trygg']]);
  expect(felt('Välkommen kände jag mig inte.', 'sv')).toEqual([['welcome', 'negative', 'Välkommen']]);
  expect(felt('The queue was not short, but we felt safe', 'en')).toEqual([['safe', 'positive', 'safe']]);
  expect(felt('Det var inte billigt, trygg var jag ändå', 'sv')).toEqual([['safe', 'positive', 'trygg']]);
});

test('opposites say that a feeling was missed, and one that was not there is none', () => {
  expect(felt('Jag blev otrygg av väktaren', 'sv')).toEqual([['safe', 'negative', 'otrygg']]);
  expect(felt('I was never worried', 'en')).toEqual([['safe', 'positive', 'worried']]);
  expect(felt('Brödet var gott', 'sv')).toEqual([]);
});

test('topics are judged as before beside feelings', () => {
  const alone = new TextEngine().analyse('Personalen var trevlig och jag kände mig trygg').analysis.mentions;
  const beside = engine.analyse('Personalen var trevlig och jag kände mig trygg').analysis.mentions;
  expect(beside.filter(({ aspect }) => !aspect.startsWith('feeling.'))).toEqual(alone);
});
