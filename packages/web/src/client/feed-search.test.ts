import { Filter } from '@lyhord/contract';
import { expect, test } from 'vitest';
import { filterOf, readFeedSearch } from './feed-search.ts';

test('an address with nonsense shows the feed without filters', () => {
  const search = readFeedSearch({ kind: 'nonsense', band: 5, flag: ['x'], text: 'yes', topic: '' });
  expect(filterOf(search, 'nps')).toBeUndefined();
});

test('unhappy means 0 to 6 of the NPS question and 1 to 2 of a satisfaction question, of no other', () => {
  expect(filterOf({ band: 'low' }, 'nps')).toEqual({
    all: [
      { field: 'question', is: 'nps' },
      { field: 'score', atLeast: 0 },
      { field: 'score', atMost: 6 },
    ],
  });
  expect(filterOf({ band: 'low' }, 'csat')).toEqual({
    all: [
      { field: 'question', is: 'csat' },
      { field: 'score', atLeast: 1 },
      { field: 'score', atMost: 2 },
    ],
  });
});

test('every filter that an address can hold is one that the server takes', () => {
  const search = readFeedSearch({
    kind: 'review',
    channel: 'web',
    touchpoint: 'checkout',
    topic: 'queue',
    sentiment: 'negative',
    question: 'stars',
    band: 'middle',
    flag: 'wants_answer',
    language: 'sv',
    words: 42,
    text: true,
  });
  const filter = filterOf(search, 'nps');
  expect(Filter.safeParse(filter).success).toBe(true);
  expect(filter && 'all' in filter ? filter.all.length : 0).toBe(12);
});
