import { expect, test } from 'vitest';
import { wanted as wantedDa } from './da/expectations.ts';
import { reasons as da } from './da/refusals.ts';
import { wanted as wantedEn } from './en/expectations.ts';
import { reasons as en } from './en/refusals.ts';
import { wanted as wantedSv } from './sv/expectations.ts';
import { reasons as sv } from './sv/refusals.ts';

const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

test.each([
  ['sv', 'a refusal', sv, en],
  ['da', 'a refusal', da, en],
  ['sv', 'what would be right', wantedSv, wantedEn],
  ['da', 'what would be right', wantedDa, wantedEn],
])('what %s says of %s needs no value that the server does not send', (_, _what, words, pattern) => {
  const sent: Readonly<Record<string, string>> = pattern;
  const strange = Object.entries(words).flatMap(([key, sentence]) =>
    names(sentence)
      .filter((name) => !names(sent[key]!).includes(name))
      .map((name) => `${key}: ${name}`),
  );
  expect(strange).toEqual([]);
});
