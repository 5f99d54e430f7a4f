// Promise: the days of tickets say what events and texts say, whatever comes later, in whatever order, and whatever goes.
import type { SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
beforeAll(async () => {
  test = await openUnderstand();
});
afterAll(() => test.close());

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 2, 8);
type Kind = 'ticket_opened' | 'ticket_answered' | 'ticket_solved';

/** Something that was done with a ticket so many hours after the start. */
const done = (kind: Kind, ticket: string, hours: number, place = 'lund', user: string | null = null) => ({
  ...{ messageId: `${kind}-${ticket}-${hours}`, kind, name: kind, placeCode: place, channel: 'phone' },
  ...{ happenedAt: start + hours * hour, touchpoint: null, reference: ticket, properties: {}, lines: [] },
  ...{ amountMinor: null, costMinor: null, currency: null, dueAt: null, waitSeconds: null },
  identifiers: user === null ? [] : [{ type: 'user_id', value: user }],
});
const said = (ticket: string, hours: number, text: string, place = 'lund'): SignalInput => ({
  ...{ messageId: `said-${ticket}-${hours}`, kind: 'ticket', channel: 'phone', place, text },
  ...{ happenedAt: start + hours * hour, reference: ticket, conversation: ticket },
});
async function record(...events: ReturnType<typeof done>[]): Promise<void> {
  const verdicts = await test.collect.recordEvents(own, events as never);
  expect(verdicts.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await test.understand.settled(own.workspaceId);
}
async function equal(): Promise<void> {
  await test.understand.settled(own.workspaceId);
  expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
}
async function tickets() {
  const [row] = await test.platform.warehouse.query<Record<string, string | number>>(sql`
    select sum(t.n) as n, sum(t.answered) as answered, sum(t.answer_hours) as answer_hours, sum(t.solved) as solved,
      sum(t.solve_hours) as solve_hours from daily_tickets as t final where workspace_id = ${own.workspaceId}`);
  return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)]));
}
async function topics(topic: string) {
  const [row] = await test.platform.warehouse.query<Record<string, string | number>>(sql`
    select sum(t.n) as n, sum(t.negative) as negative, sum(t.solved) as solved, sum(t.solve_hours) as solve_hours
    from daily_ticket_topics as t final
    where workspace_id = ${own.workspaceId} and reading = 0 and startsWith(aspect, ${topic})`);
  return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)]));
}

it('tickets count for the day on which they were opened, in whatever order it becomes known what was done', async () => {
  own = await test.workspace();
  await own.record([said('a', 1, 'The delivery was late.')]);
  await record(done('ticket_opened', 'a', 0), done('ticket_opened', 'b', 30, 'malmo'));
  expect(await tickets()).toMatchObject({ n: 2, answered: 0, solved: 0 });
  expect(await topics('delivery')).toMatchObject({ n: 1, negative: 1, solved: 0 });
  // days later, and the earlier answer last
  await record(done('ticket_solved', 'a', 200), done('ticket_answered', 'a', 9));
  await record(done('ticket_answered', 'a', 4), done('ticket_answered', 'b', 31));
  expect(await tickets()).toMatchObject({ n: 2, answered: 2, answer_hours: 5, solved: 1, solve_hours: 200 });
  expect(await topics('delivery')).toMatchObject({ n: 1, solved: 1, solve_hours: 200 });
  await own.record([said('b', 40, 'The delivery was late.', 'malmo')]);
  await test.understand.settled(own.workspaceId);
  expect(await topics('delivery')).toMatchObject({ n: 2, negative: 2 });
  await equal();
});

it('of a ticket that is opened again each opening waits for what comes after it', async () => {
  own = await test.workspace();
  await record(
    ...[done('ticket_opened', 'a', 0), done('ticket_solved', 'a', 2)],
    ...[done('ticket_opened', 'a', 100), done('ticket_solved', 'a', 110), done('ticket_solved', 'a', 120)],
  );
  expect(await tickets()).toMatchObject({ n: 2, solved: 2, solve_hours: 12 });
  await own.record([
    said('a', 1, 'The delivery was late.'),
    said('a', 101, 'The invoice is wrong, I was charged twice.'),
  ]);
  await equal();
  const asked = await test.understand.ask(own.viewer(), {
    ...{ metric: 'resolution_time', period: { from: '2026-03-01', to: '2026-03-31' }, by: [], limit: 1 },
  } as never);
  expect(asked.rows[0]).toMatchObject({ n: 2 });
});

it('a kill before the days were counted, and rows that have gone, leave nothing wrong', async () => {
  own = await test.workspace();
  const { ledger, warehouse } = test.platform;
  const { workspaceId } = own;
  await record(
    ...['a', 'b', 'c'].map((ticket) => done('ticket_opened', ticket, 0)),
    ...['a', 'b'].map((ticket) => done('ticket_solved', ticket, 80)),
  );
  await own.record(['a', 'b', 'c'].map((ticket) => said(ticket, 30, 'The delivery was late.')));
  await equal();
  await ledger.query(
    sql`update operation_checkpoints set ticket_commit_no = 0 where workspace_id = ${workspaceId}`,
  );
  await warehouse.command(sql`alter table daily_tickets delete where workspace_id = ${workspaceId}
    settings mutations_sync = 2`);
  await test.understand.repairRollups();
  await equal();
  for (const table of ['signals', 'mentions', 'events']) {
    const gone =
      table === 'events' ? sql`reference = 'a' and kind = 'ticket_solved'` : sql`local_day = '2026-03-03'`;
    await warehouse.command(sql`alter table ${sql.name(table)} delete
      where workspace_id = ${workspaceId} and ${gone} settings mutations_sync = 2`);
  }
  // they were opened on another day than that of what has gone
  await test.understand.recountDays(workspaceId, ['2026-03-03', '2026-03-05']);
  expect(await tickets()).toMatchObject({ n: 3, solved: 1 });
  expect(await topics('delivery')).toMatchObject({ n: 0 });
  await equal();
});

it('what is too old and has gone stays counted when other days are made again', async () => {
  own = await test.workspace();
  const { workspaceId } = own;
  await record(
    done('ticket_opened', 'old', 0),
    done('ticket_opened', 'new', 300),
    done('ticket_solved', 'new', 301),
  );
  await test.platform.warehouse.command(sql`alter table events delete
    where workspace_id = ${workspaceId} and reference = 'old' settings mutations_sync = 2`);
  await test.understand.recountDays(workspaceId, ['2026-03-14']);
  expect(await tickets()).toMatchObject({ n: 2, solved: 1 });
});

it('tickets of a workspace hold nothing of another', async () => {
  own = await test.workspace();
  await record(done('ticket_opened', 'a', 0), done('ticket_solved', 'a', 3));
  const first = own;
  own = await test.workspace();
  await record(done('ticket_opened', 'a', 1), done('ticket_solved', 'a', 9));
  expect(await tickets()).toMatchObject({ n: 1, solve_hours: 8 });
  await equal();
  own = first;
  expect(await tickets()).toMatchObject({ n: 1, solve_hours: 3 });
  await equal();
});
