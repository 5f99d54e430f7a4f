/**
 * Makes the shipped models: `measure` trains on the train parts and prints the accuracy on the dev parts; `ship`
 * trains on both and writes models/ship.bin and models/train.bin; `bars` prints the figures of bars.ts.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearModel } from '../src/model/linear-model.ts';
import { writeModelFile } from '../src/model/model-file.ts';
import { TextEngine } from '../src/text-engine.ts';
import { bars } from './bars.ts';
import { writeLanguageTable } from './language-table.ts';
import { measureAbsa, measureMams, measureReviews, measureTerms } from './measure.ts';
import {
  type Extent,
  lexicons,
  openPolarityModel,
  openTermModel,
  polarityModel,
  termModel,
} from './model-parts.ts';
import { absaLanguages, absaSentences, commentLanguages } from './read-sets.ts';

const modelFolder = join(process.cwd(), 'models');

function shipFile(extent: Extent): Uint8Array {
  const parts = new Map<string, LinearModel>([
    ...commentLanguages.map((language) => [`polarity/${language}`, openPolarityModel(language)] as const),
    ...commentLanguages.map((language) => [`terms/${language}`, openTermModel(language, extent)] as const),
  ]);
  const sets = [
    "Women's E-Commerce Clothing Reviews (CC0)",
    'MAMS (Apache-2.0)',
    'AFINN',
    'DSL Danish sentiment lexicon',
    'SentimentLex',
  ];
  return writeModelFile({ about: { kind: 'ship', extent, sets }, parts, lexicons: lexicons() });
}

function trainFile(extent: Extent): Uint8Array {
  const parts = new Map<string, LinearModel>();
  for (const language of [...absaLanguages, 'nb']) {
    const started = Date.now();
    parts.set(`polarity/${language}`, polarityModel(language, extent));
    parts.set(`terms/${language}`, termModel(language, extent));
    console.error(`${language}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  const sets = ['M-ABSA', 'SemEval-2014 task 4', 'ScandiSent (machine-translated)', 'and those of ship.bin'];
  return writeModelFile({ about: { kind: 'train', extent, sets }, parts, lexicons: new Map() });
}

function measureAll(train: Uint8Array, ship: Uint8Array): void {
  const both = new TextEngine({ models: [train, ship] });
  const open = new TextEngine({ models: [ship] });
  const none = new TextEngine();
  const named = { both, open, none };
  for (const [models, engine] of Object.entries(named)) {
    const rows = [
      ...absaLanguages.flatMap((language) => [
        measureAbsa(engine, language, true),
        measureAbsa(engine, language, false),
      ]),
      ...absaLanguages.map((language) =>
        measureTerms(engine, 'm_absa dev, terms in mixed sentences', absaSentences('dev', language), true),
      ),
      measureMams(engine),
      ...measureReviews(engine),
    ];
    for (const row of rows) console.log(JSON.stringify({ models, ...row }));
  }
}

const [mode, folder] = process.argv.slice(2);
if (mode === 'measure') measureAll(trainFile('train'), shipFile('train'));
else if (mode === 'ship') {
  mkdirSync(modelFolder, { recursive: true });
  writeFileSync(join(modelFolder, 'ship.bin'), shipFile('all'));
  writeFileSync(join(modelFolder, 'train.bin'), trainFile('all'));
} else if (mode === 'bars') {
  const [ship, train] = ['ship.bin', 'train.bin'].map((name) => {
    const path = join(modelFolder, name);
    return existsSync(path) ? [readFileSync(path)] : [];
  }) as [Uint8Array[], Uint8Array[]];
  const rounded = (value: number) => Number(value.toFixed(4));
  for (const { name, value, bar, svm, texts } of bars(ship, [...train, ...ship], folder)) {
    const figure = { bench: 'text-bars', name, value: rounded(value), unit: 'share', texts };
    const judged = bar === null ? { bar, holds: null } : { bar: `≥ ${bar}`, holds: value >= bar };
    console.log(JSON.stringify({ ...figure, ...judged, plainSvm: svm === null ? null : rounded(svm) }));
  }
} else if (mode === 'language' && folder !== undefined) await writeLanguageTable(folder);
else
  console.error(
    'say what to do: npm run train -w packages/text -- measure, ship, bars [GROUP], or language FOLDER_OF_ELD',
  );
