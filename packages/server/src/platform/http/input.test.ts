import { cardEndpoints, SegmentToSave } from '@lyhord/contract';
import { expect, test } from 'vitest';
import { wrongFields } from './input.ts';

const wrongIn = (rule: unknown) => {
  const body = { name: 'Regulars', rule };
  const { error } = SegmentToSave.safeParse(body);
  return error!.issues.flatMap((issue) => wrongFields('body', issue, body));
};

test('of several shapes that an object may have, what is told is wrong with the one that it is nearest to', () => {
  expect(wrongIn({ fact: 'orders', atLeast: 'three' })).toEqual([
    { path: 'body.rule.atLeast', received: '"three"', expected: 'a number', wanted: [{ key: 'number' }] },
  ]);
  expect(wrongIn({ did: 'page_viewed', atLeast: 2, within: 30 })).toMatchObject([
    { path: 'body.rule.withinDays', received: 'missing', expected: 'a number' },
    { path: 'body.rule.within', received: '30', expected: 'absent: there is no such field' },
  ]);
});

test('also deep within one another', () => {
  const [wrong, ...more] = wrongIn({ all: [{ not: { any: [{ fact: 'ordres', atMost: 3 }] } }] });
  expect(wrong).toMatchObject({ path: 'body.rule.all[0].not.any[0].fact', received: '"ordres"' });
  expect(wrong!.expected).toContain('"orders"');
  expect(more).toEqual([]);
});

test('what is no object is held against all shapes', () => {
  expect(wrongIn('orders')).toMatchObject([
    {
      ...{ path: 'body.rule', received: '"orders"', expected: 'an object' },
      wanted: [{ key: 'of_type_object' }],
    },
  ]);
});

test('a page that is no origin is told in words what one looks like, not by a pattern', () => {
  const body = { name: 'Zendesk', origins: ['http://intranet'] };
  const { error } = cardEndpoints.addCardTool.body!.safeParse(body);
  const [wrong] = error!.issues.flatMap((issue) => wrongFields('body', issue, body));
  expect(wrong).toMatchObject({ path: 'body.origins[0]', wanted: [{ key: 'origin' }] });
  expect(wrong!.expected).toContain('https://acme.zendesk.com');
});
