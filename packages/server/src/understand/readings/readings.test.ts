import { shippedTopics } from '@lyhord/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rewriteWithout } from '../../platform/purge/purge-warehouse.ts';
import { sql } from '../../platform/stores/sql.ts';
import { addDays } from '../questions/calendar.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { dayCount, firstDay, randomSignals } from '../testing/random-signals.ts';
import { createReadings } from './readings.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: firstDay, to: addDays(firstDay, dayCount) };
/** Waiting is a topic of its own, and queues are none any more. */
const tree = {
  topics: [
    ...shippedTopics.topics.filter(({ key }) => key !== 'queue'),
    {
      key: 'waiting',
      parent: null,
      names: { en: 'Waiting' },
      words: { en: ['queue'], sv: ['kön'] },
      exclusions: {},
    },
  ],
};

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await own.record(randomSignals(300, 21));
});
afterAll(() => test.close());

const mentionsOf = async (aspect: string) => {
  const answer = await test.understand.ask(own.viewer(), {
    metric: 'signals',
    by: ['topic'],
    period,
    limit: 1_000,
  });
  return answer.rows.find(({ keys }) => keys.topic === aspect)?.n ?? 0;
};
const rows = async () => {
  const [row] = await test.platform.warehouse.query<{ all: string; distinct: string }>(
    sql`select count() as all, uniqExact(signal_id, aspect, span_start, reading) as distinct from mentions
      where workspace_id = ${own.workspaceId} and reading > 0`,
  );
  return row!;
};

describe('another topic tree', () => {
  it('is read into all history once, also when the work is cut off and begun again', async () => {
    const before = await mentionsOf('queue');
    expect(before).toBeGreaterThan(5);
    const { platform, collect } = test;
    const { warehouse } = platform;
    const dying = {
      query: warehouse.query.bind(warehouse),
      async insert(...block: Parameters<typeof warehouse.insert>) {
        await warehouse.insert(...block);
        throw new Error('killed after the rows were written');
      },
    } as unknown as typeof warehouse;
    await platform.ledger.query(sql`insert into topic_readings (workspace_id, reading, tree, state, created_at)
      values (${own.workspaceId}, 1, ${JSON.stringify(tree)}::jsonb, 'preparing', now())`);
    const cutOff = createReadings({ ...platform, warehouse: dying }, collect);
    await expect(cutOff.prepare(own.workspaceId)).rejects.toThrow('killed');
    expect(await mentionsOf('queue')).toBe(before);
    await createReadings(platform, collect).prepare(own.workspaceId);
    expect(await mentionsOf('waiting')).toBe(before);
    expect(await mentionsOf('queue')).toBe(0);
    const { all, distinct } = await rows();
    expect(all).toBe(distinct);
    expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
  });

  it('also reads what comes later', async () => {
    const before = await mentionsOf('waiting');
    await own.record(
      Array.from({ length: 12 }, (_, index) => ({
        messageId: `later-${index}`,
        kind: 'survey' as const,
        happenedAt: `${firstDay}T10:00:00Z`,
        text: 'The queue was long.',
      })),
    );
    expect(await mentionsOf('waiting')).toBe(before + 12);
    const { topics } = await test.understand.topics(own.viewer(), { ...period, metric: 'nps' });
    expect(topics.find(({ key }) => key === 'waiting')?.volume).toBe(before + 12);
    expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
  });

  it('leaves nothing behind when it is replaced in turn', async () => {
    const { platform, collect } = test;
    const before = await mentionsOf('waiting');
    await platform.ledger.query(sql`insert into topic_readings (workspace_id, reading, tree, state, created_at)
      values (${own.workspaceId}, 2, ${JSON.stringify(shippedTopics)}::jsonb, 'preparing', now())`);
    await createReadings(platform, collect).prepare(own.workspaceId);
    expect(await mentionsOf('queue')).toBe(before);
    expect(await mentionsOf('waiting')).toBe(0);
    for (const table of ['mentions', 'daily_topics']) {
      const old = sql`select count() as n from ${sql.name(table)} where reading = 1`;
      expect(await platform.warehouse.query(old), table).toEqual([{ n: '0' }]);
    }
  });

  it('that is taken back while it is read is read no further', async () => {
    const { platform, collect } = test;
    const many = await test.workspace();
    await many.record(
      Array.from({ length: 2_100 }, (_, index) => ({
        ...{ messageId: `many-${index}`, text: 'Fine.', kind: 'survey' as const, language: 'en' },
        happenedAt: `${firstDay}T10:00:00Z`,
      })),
    );
    const { workspaceId } = many;
    const readings = createReadings(platform, {
      ...collect,
      async analyse(...asked) {
        pieces += 1;
        if (pieces === 1) await readings.change(workspaceId, shippedTopics, null);
        return collect.analyse(...asked);
      },
    });
    let pieces = 0;
    await platform.ledger.query(sql`insert into topic_readings (workspace_id, reading, tree, state, created_at)
      values (${workspaceId}, 1, ${JSON.stringify(tree)}::jsonb, 'preparing', now())`);
    await readings.prepare(workspaceId);
    expect(pieces).toBe(1);
    const states = sql`select reading, state, read_count from topic_readings
      where workspace_id = ${workspaceId} and reading = 1`;
    expect(await platform.ledger.query(states)).toEqual([
      { reading: 1, state: 'abandoned', read_count: '1000' },
    ]);
    await test.understand.settled(workspaceId);
  });

  it('reads what is still kept, after however many texts that are kept no longer', async () => {
    const { platform, collect } = test;
    const aged = await test.workspace();
    const said = (messageId: string, text: string) => ({
      ...{ messageId, text, kind: 'survey' as const, language: 'en', happenedAt: `${firstDay}T10:00:00Z` },
    });
    await aged.record(Array.from({ length: 1_001 }, (_, index) => said(`old-${index}`, 'Fine.')));
    await aged.record([said('new', 'The queue was long.')]);
    const { warehouse, ledger } = platform;
    const mine = sql`workspace_id = ${aged.workspaceId}`;
    await rewriteWithout(warehouse, 'signal_texts', sql`${mine} and text = 'Fine.'`);
    await ledger.query(sql`insert into topic_readings (workspace_id, reading, tree, state, created_at)
      values (${aged.workspaceId}, 1, ${JSON.stringify(tree)}::jsonb, 'preparing', now())`);
    await createReadings(platform, collect).prepare(aged.workspaceId);
    const named = await warehouse.query(
      sql`select distinct aspect from mentions where ${mine} and reading = 1 and aspect = 'waiting'`,
    );
    expect(named).toEqual([{ aspect: 'waiting' }]);
  });
});
