// `lyhord text` as other programs drive it: the built command, lines in, lines out.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../src/bench/server-process.ts';

const folder = temporaryFolder('text-test');
const at = (name: string) => join(folder.path, name);
const program = join(process.cwd(), 'packages/cli/bin/lyhord.js');

function lyhord(options: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'text', ...options], {
    input,
    encoding: 'utf8',
  });
  const answers = () =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { stdout, stderr, status, answers };
}

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const labelled = ['kassan', 'butiken', 'lagret', 'disken'].flatMap((place) => [
  { text: `Mycket bra kö vid ${place}`, language: 'sv', topics: ['kö'], label: 'positive' },
  { text: `Väldigt dyrt i ${place}`, language: 'sv', topics: ['pris'], label: 'negative' },
  { text: `Lång kö och dyrt vid ${place}`, language: 'sv', topics: ['kö', 'pris'], label: 'negative' },
]);

test('answers keep their order and their form; a bad line is named and does not stop the rest', () => {
  const text = 'Personalen var fantastisk men maten var hemsk 👍';
  const span = { start: text.indexOf('maten'), end: text.indexOf('maten') + 5 };
  const input = [
    JSON.stringify({ id: 'a', text, language: 'sv', score: 0.5, terms: [span] }),
    'not json',
    JSON.stringify({ id: 'b' }),
    '',
    JSON.stringify({ id: 7, text: 'Call me at anna@example.com' }),
  ].join('\n');
  const { answers, stderr, status } = lyhord([], input);
  const [first, second, ...more] = answers();
  expect(status).toBe(0);
  expect(more).toEqual([]);
  expect(stderr).toMatch(/^line 2: .*not JSON/m);
  expect(stderr).toMatch(/^line 3: text: /m);
  expect(Object.keys(first)).toEqual([
    ...['id', 'language', 'sentiment', 'topics', 'mentions', 'terms', 'redacted', 'flags'],
  ]);
  expect([first.id, second.id]).toEqual(['a', 7]);
  expect(first.sentiment.label).toBe('mixed');
  expect(['positive', 'neutral', 'negative']).toContain(first.sentiment.closest);
  expect(first.terms).toEqual([{ ...span, label: 'negative', polarity: expect.any(Number) }]);
  for (const { start, end } of first.mentions) expect(text.slice(start, end)).toMatch(/^[\p{L}]+$/u);
  expect(second).not.toHaveProperty('terms');
  expect(second.redacted).not.toContain('anna@example.com');
  expect(second.redacted.length).toBe('Call me at anna@example.com'.length);
});

test('what is taught from a file answers, and is evaluated', () => {
  writeFileSync(at('labelled.jsonl'), `${lines(labelled)}\nrubbish\n`);
  const taught = lyhord(['train', '--labels', at('labelled.jsonl'), '--out', at('model')]);
  expect(taught.status).toBe(0);
  expect(taught.stderr).toMatch(/^line 13: /m);
  expect(taught.stderr).not.toContain('█');
  expect(readFileSync(at('model')).length).toBeGreaterThan(100);
  const asked = lyhord(['--topics', at('model')], lines([{ id: 1, text: 'Lång kö i går', language: 'sv' }]));
  expect(asked.answers()[0].topics).toContain('kö');
  const judged = lyhord(['evaluate', '--labels', at('labelled.jsonl'), '--topics', at('model')]);
  expect(judged.stdout).toMatch(/accuracy \d\.\d{4} {3}macro-F1 \d\.\d{4}/);
  expect(judged.stdout).toMatch(/micro-F1 \d\.\d{4}/);
  expect(judged.stdout).toMatch(/^ {2}pris +8 /m);
});

test('a topic tree of one’s own is used; a file that is neither tree nor model is refused', () => {
  const tree = {
    topics: [
      { key: 'sea', parent: null, names: { en: 'Sea' }, words: { en: ['sea', 'beach*'] }, exclusions: {} },
    ],
  };
  writeFileSync(at('tree.json'), JSON.stringify(tree));
  const { answers } = lyhord(
    ['--topics', at('tree.json')],
    lines([{ id: 1, text: 'The beaches were clean', language: 'en' }]),
  );
  expect(answers()[0].topics).toEqual(['sea']);
  const refused = lyhord(['--topics', at('labelled.jsonl')], '');
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain('--topics');
});
