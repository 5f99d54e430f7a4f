// Customers who say no to a use are left out of it: screens, questions and rollups, against a brute-force filter.
import type { Purpose } from '@lyhord/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventScope, signalScope } from '../access/index.ts';
import { sql } from '../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand } from './testing/open-understand.ts';

let opened: TestUnderstand;
beforeAll(async () => {
  opened = await openUnderstand();
});
afterAll(() => opened.close());

const people = 8;
const period = { from: '2026-01-01', to: '2026-12-31' };
const decisions = fc.array(
  fc.record({
    person: fc.integer({ min: 0, max: people - 1 }),
    purpose: fc.constantFrom<Purpose>('service', 'analytics', 'marketing'),
    allowed: fc.boolean(),
  }),
  { maxLength: 12 },
);

test('whatever customers decide, exactly those who allow a use are counted in it', async () => {
  const { unify, understand, platform, collect } = opened;
  unify.privacy.know({ tables: [], recount: understand.recountDays });
  await fc.assert(
    fc.asyncProperty(decisions, async (decided) => {
      const own = await opened.workspace();
      const { workspaceId } = own;
      const viewer = own.viewer();
      await own.record(
        Array.from({ length: people * 3 }, (_, n) => ({
          ...{ messageId: `m${n}`, kind: 'survey' as const, channel: 'web' as const, place: 'lund' },
          happenedAt: `2026-03-${String(1 + (n % 9)).padStart(2, '0')}T10:00:00Z`,
          identifiers: [
            { type: 'user_id' as const, value: `u${n % people}` },
            ...(n >= people ? [{ type: 'email' as const, value: `u${n % people}@people.example` }] : []),
          ],
          answers: [{ question: 'nps' as const, value: n % people }],
        })),
      );
      const no = new Map<number, Map<Purpose, boolean>>();
      for (const { person, purpose, allowed } of decided) {
        // said of either identifier, it holds for the person
        const key = await collect.keyOf(workspaceId, { type: 'email', value: `u${person}@people.example` });
        await unify.privacy.say(viewer, key!.text, { purpose, allowed });
        no.set(person, (no.get(person) ?? new Map()).set(purpose, allowed));
      }
      const counts = (person: number, use: Purpose) =>
        no.get(person)?.get('service') !== false && no.get(person)?.get(use) !== false;
      for (const use of ['analytics', 'marketing', 'service'] as const) {
        const expected = Array.from({ length: people * 3 }, (_, n) => n % people).filter((one) =>
          counts(one, use),
        );
        const [row] = await platform.warehouse.query<{ n: string }>(
          sql`select count() as n from signals where ${signalScope(viewer, undefined, use)}`,
        );
        expect(Number(row?.n)).toBe(expected.length);
      }
      const counted = Array.from({ length: people * 3 }, (_, n) => n % people).filter((one) =>
        counts(one, 'analytics'),
      );
      await understand.settled(workspaceId);
      const answer = await understand.ask(viewer, { metric: 'nps', period, by: [], limit: 1 });
      expect(answer.rows[0]?.n ?? 0).toBe(counted.length);
      expect((await understand.verifyRollups(workspaceId)).equal).toBe(true);
      const [done] = await platform.warehouse.query<{ n: string }>(
        sql`select count() as n from events where ${eventScope(viewer)}`,
      );
      expect(Number(done?.n)).toBe(0);
    }),
    { numRuns: 5 },
  );
});
