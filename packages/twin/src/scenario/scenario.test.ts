import { expect, test } from 'vitest';
import { solvik } from '../solvik.ts';
import { judgeChanges } from './judge-changes.ts';
import { readScenario, ScenarioError } from './scenario.ts';

const until = '2026-11-20';
const faultsOf = (scenario: unknown): readonly string[] => {
  try {
    solvik({ until, customers: 10, months: 6, scenario: readScenario(scenario) });
  } catch (problem) {
    if (problem instanceof ScenarioError) return problem.faults;
    throw problem;
  }
  return [];
};
const truth = (change: object): object => ({
  truths: [
    {
      key: 'own',
      title: 'Own',
      from: '2026-10-01',
      direction: 'down',
      effects: [{ kind: 'nothing' }],
      ...change,
    },
  ],
});

test('a scenario that makes sense is taken', () => {
  expect(
    faultsOf(truth({ places: ['se-syd'], effects: [{ kind: 'topic', topic: 'queue', size: -1 }] })),
  ).toEqual([]);
});

test('a scenario that does not make sense says where and why', () => {
  expect(faultsOf(truth({ from: '2026-02-30' }))[0]).toBe(
    'truths.0.from: "2026-02-30" is not a day; write it as 2026-03-31',
  );
  expect(faultsOf(truth({ from: 12 }))[0]).toContain('a moment is a day such as');
  expect(faultsOf(truth({ effects: [{ kind: 'topick' }] }))[0]).toContain(
    'kind "topick" is not an effect; known are topic,',
  );
  expect(faultsOf(truth({ effects: [{ kind: 'topic', topic: 'queue', size: -9 }] }))[0]).toContain(
    'truths.0.effects.0.size',
  );
  expect(faultsOf(truth({ places: ['se-mallmo'] }))[0]).toBe(
    'own: there is no place "se-mallmo"; places.json lists the codes',
  );
  expect(faultsOf(truth({ from: '2024-01-01', to: '2024-02-01' }))[0]).toContain('outside the months');
  expect(faultsOf(truth({ to: '2026-09-01' }))).toContain('own: it ends before it begins');
  const carrier = { kind: 'late_delivery', carrier: 'Snabb', share: 0.5, days: 2 };
  expect(faultsOf(truth({ effects: [carrier] }))[0]).toContain(
    'there is no carrier "Snabb"; known are Nordfrakt',
  );
  expect(faultsOf(truth({ colour: 'red' }))[0]).toContain('colour');
});

test('options out of range are named', () => {
  expect(() => solvik({ until: 'yesterday' })).toThrow(
    'until "yesterday" is not a day; write it as 2026-03-31',
  );
  expect(() => solvik({ until, customers: 0 })).toThrow(
    'customers 0 is not a whole number between 1 and 5000000',
  );
});

test('the demo plants at least fourteen truths, some of them at work on its last day', () => {
  const { truth: told } = solvik({ until });
  expect(told.truths.length).toBeGreaterThanOrEqual(14);
  expect(new Set(told.truths.map((one) => one.key)).size).toBe(told.truths.length);
  expect(told.storesWithTrouble).toEqual(expect.arrayContaining(['se-malmo', 'se-lund']));
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  const malmo = told.truths.find((one) => one.key === 'malmo-cleanliness')!;
  expect(malmo).toMatchObject({
    placeCode: 'se-malmo',
    topic: 'cleanliness',
    direction: 'down',
    from: '2026-10-16',
    current: true,
  });
});

test('the judge tells true reports from false alarms and names what was missed', () => {
  const { truth: told } = solvik({ until });
  const right = {
    placeCode: 'se-malmo',
    topic: 'cleanliness',
    direction: 'down',
    since: '2026-10-20',
  } as const;
  const noise = { placeCode: 'se-kiruna', topic: 'service', direction: 'down', since: '2026-10-20' } as const;
  const judged = judgeChanges(told, [right, noise]);
  expect(judged.found).toEqual([{ truth: 'malmo-cleanliness', changes: [right] }]);
  expect(judged.falseAlarms).toEqual([noise]);
  expect(judged.missed).toContain('lund-queue-16-18');
  expect(judged.missed).not.toContain('kiruna-noise');
});
