import { expect, test } from 'vitest';
import { reasons as da } from './da/refusals.ts';
import { reasons as en } from './en/refusals.ts';
import { reasons as sv } from './sv/refusals.ts';

const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

test.each([
  ['sv', sv],
  ['da', da],
])('what %s says of a refusal needs no value that the server does not send', (_, reasons) => {
  const strange = Object.entries(reasons).flatMap(([key, sentence]) =>
    names(sentence)
      .filter((name) => !names(en[key as keyof typeof en]).includes(name))
      .map((name) => `${key}: ${name}`),
  );
  expect(strange).toEqual([]);
});
