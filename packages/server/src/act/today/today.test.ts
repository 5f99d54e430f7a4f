import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { nps, openAct, type TestAct } from '../testing/open-act.ts';

let it: TestAct;
beforeAll(async () => {
  it = await openAct();
});
afterAll(() => it.close());

test('a manager’s morning: at most seven things, the most pressing first, own places only', async () => {
  const company = await it.company();
  await it.say(
    company,
    ...Array.from({ length: 9 }, (_, index) => nps(5, `c${index}@example.org`)),
    nps(0, 'worst@example.org', 'The queue was terrible and the staff was rude.'),
    nps(10, 'happy@example.org', 'Wonderful staff, thank you so much!'),
    { ...nps(0, 'far@example.org'), place: 'Ystad' },
  );
  await it.understand.settled(company.workspaceId);
  const { status, body } = await it.call(company.manager, 'GET', '/api/today');
  expect(status).toBe(200);
  expect(body.items).toHaveLength(7);
  expect(body.items[0]).toMatchObject({
    kind: 'case',
    case: { score: 0 },
    quote: expect.stringContaining('queue'),
  });
  expect(body.places).toEqual([{ id: company.lund, name: 'Lund' }]);
  expect(body.score).toMatchObject({ n: 11 });
  expect(body.thanks[0]).toMatchObject({ score: 10 });
  expect(JSON.stringify(body)).not.toContain('Ystad');
});

test('own cases that are due stand by themselves, overdue ones first', async () => {
  const company = await it.company();
  await it.say(company, nps(2, 'a@example.org'), nps(2, 'b@example.org'), nps(2, 'c@example.org'));
  await it.platform.ledger.query(sql`update cases set due_at = ${new Date(Date.now() - 3_600_000)}
    where workspace_id = ${company.workspaceId} and number = 3`);
  const { body } = await it.call(company.manager, 'GET', '/api/today');
  expect(body.dueCases[0]).toMatchObject({ number: 3, overdue: true });
  const agent = await it.call(company.agent, 'GET', '/api/today');
  expect(agent.body.dueCases).toEqual([]);
});

test('the whole company’s morning and one place’s', async () => {
  const company = await it.company();
  await it.say(company, { ...nps(0, 'far@example.org'), place: 'Ystad' }, nps(1, 'near@example.org'));
  const here = await it.call(company.agent, 'GET', `/api/today?place=${company.ystad}`);
  expect(here.body.items.map((item: { case: { placeName: string } }) => item.case.placeName)).toEqual([
    'Ystad',
  ]);
  expect((await it.call(company.manager, 'GET', `/api/today?place=${company.ystad}`)).status).toBe(404);
});
