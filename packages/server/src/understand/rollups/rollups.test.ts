import type { SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectWarehouseMigrations } from '../../collect/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { unifyWarehouseMigrations } from '../../unify/index.ts';
import { dailyRollups, understandWarehouseMigrations } from '../migrations.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { randomSignals } from '../testing/random-signals.ts';
import { changedRequestDays, compareRollups, differingOperations } from './compare-rollups.ts';
import { profilesByKey } from './profile-keys.ts';

let test: TestUnderstand;
let own: TestWorkspace;
beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record(randomSignals(300, 11));
});
afterAll(() => test.close());

const verified = () => test.understand.verifyRollups(own.workspaceId);

describe('the rollups', () => {
  it('equal a fresh computation after commits in pieces and late data', async () => {
    await own.record(randomSignals(60, 12));
    await own.record(randomSignals(60, 13));
    expect(await verified()).toEqual({ equal: true, differences: [] });
    const [row] = await test.platform.warehouse.query<{ n: string }>(
      sql`select sum(n) as n from daily_scores final where workspace_id = ${own.workspaceId}`,
    );
    const [answers] = await test.platform.warehouse.query<{ n: string }>(
      sql`select count() as n from answers where workspace_id = ${own.workspaceId}`,
    );
    expect(row).toEqual(answers);
  });

  it('notice a difference, and are put right by making every day again', async () => {
    const { warehouse } = test.platform;
    await warehouse.insert('daily_scores', [
      { workspace_id: own.workspaceId, local_day: '2026-03-01', question: 'nps', n: 7, version: 1_000 },
    ]);
    const found = await verified();
    expect(found.equal).toBe(false);
    expect(found.differences[0]).toMatchObject({ local_day: '2026-03-01', question: 'nps', off_n: 7 });
    await warehouse.command(sql`truncate table daily_topics`);
    expect((await verified()).differences.length).toBeGreaterThan(1);
    await test.platform.ledger.query(sql`select setval('rollup_versions', 2000)`);
    await test.understand.rebuildRollups(own.workspaceId);
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('are each compared and mended: a wrong row is noticed in every one of them', async () => {
    const { warehouse, ledger } = test.platform;
    const company = await test.workspace();
    const { workspaceId } = company;
    const said = { happenedAt: '2026-03-02T11:00:00Z', reference: 't1', text: 'The delivery was late.' };
    await company.record([...randomSignals(60, 17), { messageId: 'said', kind: 'ticket', ...said }]);
    const event = {
      ...{ kind: 'order_placed', name: 'order_placed', channel: 'web', touchpoint: null, reference: null },
      ...{ amountMinor: 5_000, costMinor: 2_000, currency: 'SEK', dueAt: null, waitSeconds: null },
      ...{ identifiers: [{ type: 'user_id', value: 'u1' }], placeCode: 'lund', lines: [], properties: {} },
    };
    const events = ['a', 'b'].map((messageId, at) => ({
      ...{ ...event, messageId, happenedAt: Date.UTC(2026, 2, 1 + at, 10) },
    }));
    const opened = { kind: 'ticket_opened', name: 'ticket_opened', reference: 't1', messageId: 'c' };
    await test.collect.recordEvents(company, [...events, { ...events[0]!, ...opened }] as never);
    await test.understand.settled(workspaceId);
    const equal = { equal: true, differences: [] };
    expect(await test.understand.verifyRollups(workspaceId)).toEqual(equal);
    for (const table of [...dailyRollups, 'customer_tallies']) {
      const tallied = table === 'customer_tallies';
      const next = await ledger.one<{ version: string }>(
        sql`select nextval('rollup_versions')::text as version`,
      );
      const wrong = tallied
        ? sql`orders + 7 as orders`
        : sql`n + 7 as n, ${sql.typed('UInt64', BigInt(next!.version))} as version`;
      await warehouse.command(sql`insert into ${sql.name(table)} select * replace (${wrong})
        from ${sql.name(table)} ${sql.if(!tallied, sql`final`)} where workspace_id = ${workspaceId}
          ${sql.if(tallied, sql`and orders > 0 order by slice desc`)} limit 1`);
      const found = await test.understand.verifyRollups(workspaceId);
      expect(found, table).toMatchObject({ equal: false });
      const told = tallied ? 'tally_at' : 'off_n';
      expect(
        found.differences.filter((one) => told in one),
        table,
      ).not.toEqual([]);
      await test.understand.rebuildRollups(workspaceId);
    }
    expect(await test.understand.verifyRollups(workspaceId)).toEqual(equal);
  });

  it('are compared without haste: no statement is given up after the time that a screen may wait', async () => {
    const waits: (number | undefined)[] = [];
    const { warehouse } = test.platform;
    const query: Warehouse['query'] = (statement, limits) => {
      waits.push(limits?.timeoutMs);
      return warehouse.query(statement, limits);
    };
    const asked: Warehouse = Object.assign(Object.create(warehouse), { query });
    const slice = { workspaceId: own.workspaceId, days: null, upToCommit: 1_000_000n };
    expect(await compareRollups(asked, { ...slice, reading: 0, topicsAbove: {} })).toBeDefined();
    await differingOperations(asked, slice);
    await changedRequestDays(asked, slice);
    expect(waits).toEqual(waits.map(() => 3_600_000));
    expect(waits.length).toBe(8);
  });

  it('catch up after a kill between the rows of a rollup and its checkpoint', async () => {
    const { ledger } = test.platform;
    await own.record(randomSignals(50, 14));
    await ledger.query(
      sql`update rollup_checkpoints set commit_no = 0 where workspace_id = ${own.workspaceId}`,
    );
    await test.understand.repairRollups();
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('wait for the end of a large fill, and then say the same', async () => {
    const { workspaceId, sourceId } = own;
    const counted = () =>
      test.platform.warehouse.query(
        sql`select sum(n) as n from daily_scores final where workspace_id = ${workspaceId}`,
      );
    const before = await counted();
    await test.understand.whileFilling(workspaceId, async () => {
      await test.collect.recordSignals({ workspaceId, sourceId }, randomSignals(40, 31));
      expect(await counted()).toEqual(before);
    });
    await test.understand.settled(workspaceId);
    expect(await counted()).not.toEqual(before);
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('do not count rows that were never sealed', async () => {
    const { warehouse } = test.platform;
    const row = { workspace_id: own.workspaceId, commit_no: 999_999, local_day: '2026-03-02' };
    await warehouse.insert('answers', [{ ...row, signal_id: 'unsealed', question: 'nps', value: 0 }]);
    await own.record(randomSignals(80, 15));
    const [found] = await warehouse.query<{ n: string }>(
      sql`select sum(n) as n from daily_scores final where workspace_id = ${own.workspaceId} and local_day = '2026-03-02' and question = 'nps'`,
    );
    const [sealed] = await warehouse.query<{ n: string }>(
      sql`select count() as n from answers where workspace_id = ${own.workspaceId} and local_day = '2026-03-02' and question = 'nps' and commit_no < 999999`,
    );
    expect(found).toEqual(sealed);
    await warehouse.command(
      sql`alter table answers delete where commit_no = 999999 settings mutations_sync = 2`,
    );
  });

  it('of operations equal a fresh computation after late events, late answers, kills and rows that have gone', async () => {
    const { warehouse, ledger } = test.platform;
    const company = await test.workspace();
    const { workspaceId } = company;
    const event = (messageId: string, kind: string, day: string, over: object = {}) => ({
      ...{ messageId, kind, name: kind, placeCode: 'lund', happenedAt: Date.parse(`${day}T10:00:00Z`) },
      ...{
        identifiers: [],
        channel: 'web',
        touchpoint: null,
        reference: null,
        amountMinor: null,
        costMinor: null,
      },
      ...{ currency: null, dueAt: null, waitSeconds: null, lines: [], properties: {}, ...over },
    });
    const record = async (...events: ReturnType<typeof event>[]) => {
      const verdicts = await test.collect.recordEvents(company, events as never);
      expect(verdicts.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
      await test.understand.settled(workspaceId);
    };
    const equal = async () =>
      expect(await test.understand.verifyRollups(workspaceId)).toEqual({ equal: true, differences: [] });
    const answered = async () => {
      const [row] = await warehouse.query<{
        n: string;
      }>(sql`select sum(answered) as n from daily_operations final
        where workspace_id = ${workspaceId} and kind = 'survey_sent'`);
      return Number(row!.n);
    };
    const order = { amountMinor: 5_000, costMinor: 2_000, currency: 'SEK' };
    await record(
      event('a', 'order_placed', '2026-03-01', order),
      event('b', 'order_placed', '2026-03-02', { ...order, properties: { referredBy: 'a friend' } }),
      event('c', 'visit', '2026-03-02', { waitSeconds: 70 }),
      event('d', 'payment_made', '2026-03-03', { dueAt: Date.parse('2026-03-02T00:00:00Z') }),
      event('e', 'survey_sent', '2026-03-03', { reference: 'r1' }),
      event('f', 'survey_sent', '2026-03-20', { reference: 'r2' }),
    );
    await equal();
    const reply = (messageId: string, day: string, conversation: string): SignalInput => ({
      ...{ messageId, kind: 'survey', happenedAt: `${day}T11:00:00Z`, conversation },
      answers: [{ question: 'nps', value: 9 }],
    });
    await company.record([reply('g', '2026-03-09', 'r1'), reply('h', '2026-03-10', 'r2')]);
    // the reply to r2 came more than a week before it was asked
    expect(await answered()).toBe(1);
    await record(event('i', 'order_placed', '2026-03-01', { ...order, amountMinor: 700 }));
    await equal();
    await ledger.query(
      sql`update operation_checkpoints set commit_no = 0 where workspace_id = ${workspaceId}`,
    );
    await test.understand.repairRollups();
    await equal();
    for (const table of ['signals', 'answers', 'events']) {
      const gone = table === 'events' ? sql`kind = 'order_placed'` : sql`local_day = '2026-03-09'`;
      await warehouse.command(sql`alter table ${sql.name(table)} delete
        where workspace_id = ${workspaceId} and ${gone} settings mutations_sync = 2`);
    }
    expect((await test.understand.verifyRollups(workspaceId)).equal).toBe(false);
    await test.understand.recountDays(workspaceId, ['2026-03-01', '2026-03-02', '2026-03-09']);
    expect(await answered()).toBe(0);
    await equal();
    await warehouse.command(sql`truncate table daily_operations`);
    expect((await test.understand.verifyRollups(workspaceId)).equal).toBe(false);
    await test.understand.rebuildRollups(workspaceId);
    await equal();
  });

  it('of what is too old and has gone stay when other days are made again', async () => {
    const { warehouse } = test.platform;
    const company = await test.workspace();
    const { workspaceId } = company;
    const asked = { kind: 'survey_sent', name: 'survey_sent', channel: 'email', placeCode: 'lund' };
    const rest = { touchpoint: null, lines: [], amountMinor: null, costMinor: null, currency: null };
    const sent = (id: string, day: string) => ({
      ...{ ...asked, ...rest, messageId: id, reference: id, properties: {}, dueAt: null, waitSeconds: null },
      ...{ happenedAt: Date.parse(`${day}T12:00:00Z`), identifiers: [] },
    });
    const signal = { kind: 'survey' as const, place: 'lund', answers: [{ question: 'nps', value: 9 }] };
    await test.collect.recordEvents(company, [sent('old', '2026-03-02'), sent('new', '2026-03-20')] as never);
    await company.record(
      ['old', 'new'].map((id) => ({
        ...{ ...signal, messageId: `answer-${id}`, conversation: id },
        happenedAt: Date.parse(id === 'old' ? '2026-03-03T12:00:00Z' : '2026-03-21T12:00:00Z'),
      })),
    );
    await test.understand.settled(workspaceId);
    const counts = async () =>
      (
        await warehouse.query<{ n: string; answered: string }>(sql`select toString(sum(t.n)) as n,
          toString(sum(t.answered)) as answered from daily_operations as t final
          where workspace_id = ${workspaceId} and kind = 'survey_sent'`)
      )[0];
    expect(await counts()).toEqual({ n: '2', answered: '2' });
    for (const table of ['signals', 'answers', 'events'])
      await warehouse.command(sql`alter table ${sql.name(table)} delete
        where workspace_id = ${workspaceId} and local_day < '2026-03-10' settings mutations_sync = 2`);
    await test.understand.recountDays(workspaceId, ['2026-03-21']);
    expect(await counts()).toEqual({ n: '2', answered: '2' });
  });

  it('stay the same when migrations run again, as after a kill before they were recorded', async () => {
    const { warehouse } = test.platform;
    const known = [
      ...collectWarehouseMigrations,
      ...unifyWarehouseMigrations,
      ...understandWarehouseMigrations,
    ];
    for (const { statements } of known)
      for (const statement of statements(warehouse.engine)) await warehouse.command(statement);
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('of a workspace hold nothing of another', async () => {
    const other = await test.workspace();
    await other.record(randomSignals(40, 16));
    expect(await test.understand.verifyRollups(other.workspaceId)).toEqual({ equal: true, differences: [] });
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('know which identifiers are one customer, also after two of them are taken apart', async () => {
    const { warehouse } = test.platform;
    const company = await test.workspace();
    const answered = (at: number, ...values: string[]): SignalInput => ({
      messageId: `m${at}`,
      kind: 'survey',
      happenedAt: Date.UTC(2026, 2, 1 + at),
      identifiers: values.map((value) => ({
        type: value.includes('@') ? 'email' : 'user_id',
        value,
      })),
      answers: [{ question: 'nps', value: at }],
    });
    await company.record([
      answered(1, 'u1', 'a@example.org'),
      answered(2, 'u2'),
      answered(3, 'u3', 'b@example.org'),
    ]);
    const sizes = async () => {
      const rows = await warehouse.query<{ n: string }>(sql`select count() as n
        from (${profilesByKey(company.viewer())}) group by profile_key order by n`);
      return rows.map((row) => Number(row.n));
    };
    expect(await sizes()).toEqual([2, 2]);
    const links = await warehouse.query<{ key_a: string; key_b: string; rule: string }>(
      sql`select toString(key_a) as key_a, toString(key_b) as key_b from identity_links
        where workspace_id = ${company.workspaceId}`,
    );
    const [{ key_a: a, key_b: b } = { key_a: '', key_b: '' }] = links;
    await test.collect.recordLink(company.workspaceId, {
      ...{ a, b, rule: 'removed', by: 'somebody', reason: 'two people' },
    });
    await company.record([answered(4, 'u2')]);
    expect(await sizes()).toEqual([2]);
    expect(await test.understand.verifyRollups(company.workspaceId)).toEqual({
      equal: true,
      differences: [],
    });
    await warehouse.command(sql`truncate table profile_keys`);
    expect((await test.understand.verifyRollups(company.workspaceId)).equal).toBe(false);
    await test.understand.rebuildRollups(company.workspaceId);
    expect(await sizes()).toEqual([2]);
  });
});
