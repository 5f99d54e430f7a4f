import { Question, type SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: '2026-03-01', to: '2026-03-31' };

function answers(place: string, touchpoint: string, values: readonly number[]): SignalInput[] {
  return values.map((value, index) => ({
    ...{ messageId: `${place}-${touchpoint}-${index}`, kind: 'survey', channel: 'web', place, touchpoint },
    ...{ happenedAt: '2026-03-05T12:00:00Z', answers: [{ question: 'nps', value }] },
  }));
}

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const goals = JSON.stringify({ target: 40, touchpointTargets: { delivery: 10 } });
  await test.platform.ledger.query(sql`update workspace_settings set settings = settings || ${goals}::jsonb
    where workspace_id = ${own.workspaceId}`);
  test.platform.announcements.announce('settings.changed', { workspaceId: own.workspaceId });
  await test.unify.changePlace(own.viewer(), own.place('north'), { target: 60 });
  await test.unify.changePlace(own.viewer(), own.place('malmo'), { target: -20 });
  await own.record([
    ...answers('lund', 'checkout', Array(20).fill(10)),
    ...answers('malmo', 'delivery', [...Array(12).fill(9), ...Array(10).fill(1)]),
    ...answers('odense', 'delivery', Array(15).fill(8)),
  ]);
});
afterAll(() => test.close());

const targetsByPlace = async () => {
  const { rows } = await test.understand.places(own.viewer(), { ...period, metric: 'nps' });
  return new Map(rows.map(({ placeId, target }) => [placeId, target]));
};

describe('a goal', () => {
  it('is that of the nearest place at or above, and else the workspace’s', async () => {
    const found = await targetsByPlace();
    expect(found.get(own.place('lund'))).toBe(60);
    expect(found.get(own.place('malmo'))).toBe(-20);
    expect(found.get(own.place('odense'))).toBe(40);
    const north = await test.understand.pulse(own.viewer(), {
      ...period,
      metric: 'nps',
      place: own.place('north'),
    });
    expect(north.target).toBe(60);
  });

  it('of a touchpoint is its own, and else that of the place', async () => {
    const { touchpoints } = await test.understand.pulse(own.viewer(), { ...period, metric: 'nps' });
    const goals = Object.fromEntries(touchpoints.map(({ key, target }) => [key, target]));
    expect(goals).toMatchObject({ delivery: 10, checkout: 40 });
  });

  it('is what each group of a question is held against', async () => {
    const ask = async (by: 'place' | 'touchpoint') => {
      const question = Question.parse({ metric: 'nps', period, by: [by], compare: { target: true } });
      const { rows } = await test.understand.ask(own.viewer(), question);
      return new Map(rows.map(({ keys, difference }) => [keys[by], difference?.value]));
    };
    const places = await ask('place');
    expect(places.get(own.place('lund'))).toBe(100 - 60);
    expect(places.get(own.place('odense'))).toBe(0 - 40);
    expect((await ask('touchpoint')).get('checkout')).toBe(100 - 40);
  });

  it('is for NPS alone', async () => {
    const { rows } = await test.understand.places(own.viewer(), { ...period, metric: 'csat' });
    expect(rows.every(({ target }) => target === null)).toBe(true);
  });
});
