import { dimensions, type Filter, metricKeys, Question } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricDefinitions } from '../metrics/definitions.ts';
import { noCounts, scoreOf } from '../metrics/score.ts';
import {
  openUnderstand,
  type TestUnderstand,
  type TestWorkspace,
  testPlaces,
} from '../testing/open-understand.ts';
import { oracle, rawSignals, type World } from '../testing/question-oracle.ts';
import { dayCount, firstDay, randomSignals } from '../testing/random-signals.ts';
import { TopicNames } from '../topics/topic-names.ts';
import { addDays } from './calendar.ts';
import { isCustomerDimension } from './customer-parts.ts';
import { dimensionsOf } from './question-dimensions.ts';
import { isSubject } from './subject-parts.ts';
import { withheldCells } from './withhold-cells.ts';

let test: TestUnderstand;
let own: TestWorkspace;
let other: TestWorkspace;
let world: World;
const below: Readonly<Record<string, readonly string[]>> = {
  chain: [...testPlaces],
  north: ['north', 'lund', 'malmo'],
  south: ['south', 'arhus', 'odense'],
};

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  other = await test.workspace();
  await own.record(randomSignals(700, 1));
  await other.record(randomSignals(200, 2));
  const names = new TopicNames(shippedTopics);
  world = {
    signals: await rawSignals(test.platform.warehouse, own.workspaceId),
    places: testPlaces.map(own.place),
    below: (id) => {
      const code = testPlaces.find((one) => own.place(one) === id);
      return code === undefined ? [id] : (below[code] ?? [code]).map(own.place);
    },
    topicsBelow: (key) => names.below(key),
  };
});
afterAll(() => test.close());

const day = fc.integer({ min: -3, max: dayCount + 3 }).map((offset) => addDays(firstDay, offset));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const placeCode = fc.constantFrom(...testPlaces);

/** Filters over fields that every row of answers and signals can be asked for. */
const leaf = fc.oneof(
  placeCode.map((code): Filter => ({ field: 'place', is: own.place(code) })),
  fc.constantFrom('checkout', 'delivery', '').map((value): Filter => ({ field: 'touchpoint', is: value })),
  fc.subarray(['web', 'app', 'email', 'kiosk']).map((values): Filter => ({ field: 'channel', in: values })),
  fc.constantFrom('survey', 'review').map((value): Filter => ({ field: 'kind', is: value })),
  fc
    .constantFrom('queue', 'service', 'service.staff', 'delivery')
    .map((value): Filter => ({ field: 'topic', is: value })),
  fc.constantFrom('sv', 'en', 'da').map((value): Filter => ({ field: 'language', is: value })),
  fc.constantFrom('spring', '').map((value): Filter => ({ field: 'campaign', is: value })),
  fc.integer({ min: 0, max: 10 }).map((value): Filter => ({ field: 'score', atMost: value })),
  fc.integer({ min: 0, max: 10 }).map((value): Filter => ({ field: 'score', in: [value, 3] })),
  fc.constantFrom('positive', 'negative').map((value): Filter => ({ field: 'sentiment', is: value })),
  fc.constant<Filter>({ field: 'sentiment', atLeast: 0.1 }),
  fc.constantFrom('wants_answer', 'praise_of_staff').map((value): Filter => ({ field: 'flag', is: value })),
  fc.boolean().map((value): Filter => ({ field: 'has_text', is: value })),
  fc.integer({ min: 0, max: 23 }).map((value): Filter => ({ field: 'hour', atLeast: value })),
  fc.constantFrom('queue', 'QUEUE staff', 'personal', "it's \\ %").map((words): Filter => ({ words })),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('filter'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('filter'), { maxLength: 3 }).map((any) => ({ any })),
    tie('filter').map((not) => ({ not })),
  ),
}));
const viewerPlaces = fc.oneof(
  fc.constant<'all'>('all'),
  fc.subarray(['lund', 'malmo', 'arhus', 'odense', 'eshop']),
);

describe('any question', () => {
  it('has the answer that counting every row by hand gives, for any filter and any reader', async () => {
    const metrics = metricKeys.filter((key) => ['answers', 'signals'].includes(metricDefinitions[key].base));
    const question = fc.record({
      metric: fc.constantFrom(...metrics),
      by: fc.subarray(
        dimensions.filter((one) => !isCustomerDimension(one) && !isSubject(one)),
        { maxLength: 2 },
      ),
      period,
      place: fc.option(placeCode, { nil: undefined }),
      where: fc.option(filter, { nil: undefined }),
      places: viewerPlaces,
    });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ place, where, places, ...rest }) => {
        const viewer = own.viewer(
          places === 'all' ? {} : { role: 'manager', placeIds: places.map((code) => own.place(code)) },
        );
        const known = dimensionsOf(metricDefinitions[rest.metric]);
        const asked = Question.parse({
          ...rest,
          by: rest.by.filter((one) => known.includes(one)),
          limit: 10_000,
          ...(place === undefined ? {} : { place: own.place(place) }),
          ...(where === undefined ? {} : { where }),
        });
        const seen =
          places === 'all' ||
          place === undefined ||
          world.below(own.place(place)).some((id) => viewer.placeIds.includes(id));
        if (!seen) {
          await expect(test.understand.ask(viewer, asked)).rejects.toThrow('you may not see it');
          return;
        }
        const answer = await test.understand.ask(viewer, asked);
        const expected = oracle(world, viewer, asked);
        if (asked.by.length === 0 && expected.size === 0) expected.set('[]', noCounts);
        const found = new Map(
          answer.rows.map(({ keys, ...score }) => [JSON.stringify(asked.by.map((one) => keys[one])), score]),
        );
        expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
        answered += Number(expected.size > 1);
        const cells = [...expected].map(([key, { n }]) => ({
          keys: JSON.parse(key) as (string | number)[],
          n,
        }));
        const hidden = withheldCells(cells, metricDefinitions[asked.metric].minimumN);
        const withheld = new Set([...expected.keys()].filter((_, index) => hidden.has(index)));
        for (const [key, counts] of expected) {
          const score = scoreOf(metricDefinitions[asked.metric], counts);
          const given = found.get(key)!;
          expect(given.n, key).toBe(score.n);
          if (given.tooFew && !score.tooFew) {
            expect(given.value, key).toBeNull();
            expect(withheld.size, key).toBeGreaterThan(1);
            continue;
          }
          expect(given.tooFew, key).toBe(score.tooFew);
          for (const part of ['value', 'low', 'high'] as const) {
            if (score[part] === null) expect(given[part], key).toBeNull();
            else expect(given[part], key).toBeCloseTo(score[part], 8);
          }
        }
      }),
      { numRuns: 120 },
    );
    expect(answered).toBeGreaterThan(10);
  });
});
