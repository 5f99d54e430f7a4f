import { Day } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const dayMs = 86_400_000;
const end = Date.parse('2026-03-31T12:00:00Z');
/** Days before the end on which something was said: many lately, few long ago. */
const ages = [0, 0, 1, 3, 5, 20, 31, 33, 60, 88];

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record(
    ages.map((age, index) => ({
      ...{ messageId: `m${index}`, kind: 'review', channel: 'web', place: 'lund' },
      ...{ happenedAt: end - age * dayMs - index * 1000, text: `Said as number ${index}.` },
    })),
  );
});
afterAll(() => test.close());

it('pages from the newest to the oldest of the period, however far these lie apart', async () => {
  for (const limit of [1, 3, 7, 50]) {
    const found: string[] = [];
    let before: string | undefined;
    do {
      const page = await test.understand.feed(own.viewer(), {
        ...{ from: '2026-01-02', to: '2026-03-31', limit },
        ...(before === undefined ? {} : { before }),
      });
      expect(page.signals.length).toBeLessThanOrEqual(limit);
      found.push(...page.signals.map(({ happenedAt }) => happenedAt));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(found, `${limit}`).toEqual(
      ages.map((age, index) => new Date(end - age * dayMs - index * 1000).toISOString()),
    );
  }
});

it.each(['2026-02-30', '2026-13-01', 'yesterday', '-1', '', '99999999999'])(
  'is not asked for a day that is none: "%s"',
  async (day) => {
    const none = { code: 'invalid_input', message: expect.stringContaining('is not a day of the calendar') };
    const viewer = own.viewer();
    await expect(test.understand.feed(viewer, { to: day, limit: 5 })).rejects.toMatchObject(none);
    await expect(test.understand.feed(viewer, { from: day, limit: 5 })).rejects.toMatchObject(none);
    expect(Day.safeParse(day).success).toBe(false);
  },
);
