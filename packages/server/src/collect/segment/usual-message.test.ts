import { SegmentMessage } from '@lyhord/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUsualMessage } from './usual-message.ts';

const odd = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'x'.repeat(400),
    Number.POSITIVE_INFINITY,
    Number.NaN,
    -1,
    true,
    [],
    ['a'],
    {},
    { a: 1 },
  ),
  fc.constant(JSON.parse('{"__proto__": {"a": 1}}')),
  fc.string(),
  fc.integer(),
);
const mostly = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: odd });
const field = (usual: fc.Arbitrary<unknown>) => fc.option(mostly(usual), { nil: undefined });
const context = fc.record(
  {
    locale: mostly(fc.constant('sv-SE')),
    timezone: mostly(fc.constant('Europe/Stockholm')),
    externalIds: mostly(fc.constant([{ id: '7', type: 'crm' }])),
    traits: odd,
  },
  { requiredKeys: [] },
);
const message = fc.record({
  type: mostly(fc.constantFrom('identify', 'track', 'page', 'screen', 'group', 'alias')),
  messageId: field(fc.string({ minLength: 1, maxLength: 20 })),
  userId: field(fc.oneof(fc.string(), fc.integer())),
  anonymousId: field(fc.string()),
  previousId: field(fc.string()),
  groupId: field(fc.string()),
  event: field(fc.string()),
  name: field(fc.string()),
  properties: field(fc.dictionary(fc.string(), fc.jsonValue())),
  traits: field(fc.dictionary(fc.string(), fc.jsonValue())),
  context: field(context),
  timestamp: field(fc.constant('2026-03-31T08:15:00Z')),
  sentAt: field(fc.integer()),
  more: odd,
});

it('what is called usual is what the schema takes, unchanged', () => {
  let usual = 0;
  fc.assert(
    fc.property(message, (given) => {
      if (!isUsualMessage(given)) return;
      usual += 1;
      const parsed = SegmentMessage.safeParse(given);
      expect(parsed.error).toBeUndefined();
      expect(parsed.data).toEqual(given);
    }),
    { numRuns: 2_000, seed: 7 },
  );
  expect(usual).toBeGreaterThan(50);
});

it('is nothing that is no object of its own fields', () => {
  for (const wrong of [null, undefined, 7, 'track', [], [{ type: 'track' }], { type: 'eat' }, {}])
    expect(isUsualMessage(wrong)).toBe(false);
});
