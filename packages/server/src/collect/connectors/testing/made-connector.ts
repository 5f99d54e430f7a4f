import { expect } from 'vitest';
import { sql } from '../../../platform/stores/sql.ts';
import { type Ask, asAdmin } from '../../testing/as-admin.ts';
import type { TestCollect } from '../../testing/open-collect.ts';

export interface Made {
  readonly workspaceId: string;
  readonly id: string;
  readonly ask: Ask;
  run(): Promise<Record<string, unknown>>;
  kept(): Promise<Record<string, unknown>[]>;
}

/** A connector, paused so that only the test runs it. */
export async function connectorOf(test: TestCollect, settings: object, secret?: string): Promise<Made> {
  const { workspaceId, admin } = await test.workspace();
  const ask = await asAdmin(test, admin);
  const { body, status } = await ask('POST', '/api/connectors', {
    ...{ name: 'Fetched', settings, everyMinutes: 60 },
    ...(secret === undefined ? {} : { secret }),
  });
  expect([status, body]).toEqual([200, expect.anything()]);
  await firstRun(ask);
  const lastRun = async () => (await ask('GET', '/api/connectors')).body.connectors[0];
  return {
    ...{ workspaceId, id: body.id, ask },
    async run() {
      await test.collect.runConnector(body.id);
      return lastRun();
    },
    kept: () =>
      test.rows(sql`select s.kind, s.channel, s.score, s.title, s.conversation, t.text, s.language,
          toBool(s.identifier_key != 0) as known, s.happened_at
        from signals s left join signal_texts t using (workspace_id, signal_id)
        where s.workspace_id = ${workspaceId} order by s.happened_at, s.title, t.text`),
  };
}

/** Making one runs it at once, as a job. */
async function firstRun(ask: Ask): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [made] = (await ask('GET', '/api/connectors')).body.connectors;
    if (made.runs[0]?.endedAt && !made.running) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the first run did not end');
}
