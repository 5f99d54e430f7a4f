// All SQL of connectors and their runs.
import type { ConnectorSettings } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { State } from './fetching.ts';

export interface ConnectorRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly name: string;
  readonly settings: ConnectorSettings;
  readonly secretSealed: string | null;
  readonly state: State;
  readonly everyMinutes: number;
  readonly paused: boolean;
  readonly nextRunAt: Date;
  readonly runningUntil: Date | null;
  readonly failures: number;
}
export interface RunCounts {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
}
export interface RunRow extends RunCounts {
  readonly connectorId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly problem: string | null;
}

const columns = sql`id, workspace_id as "workspaceId", source_id as "sourceId", name, settings,
  secret_sealed as "secretSealed", state, every_minutes as "everyMinutes", paused, next_run_at as "nextRunAt",
  running_until as "runningUntil", failures`;
const runsKept = 50;

export type ConnectorStore = ReturnType<typeof connectorStore>;

export function connectorStore(ledger: Ledger) {
  const first = (where: Sql) =>
    ledger.one<ConnectorRow>(sql`select ${columns} from connectors where ${where}`);
  return {
    find: (workspaceId: string, id: string) => first(sql`workspace_id = ${workspaceId} and id = ${id}`),
    findBySource: (workspaceId: string, sourceId: string) =>
      first(sql`workspace_id = ${workspaceId} and source_id = ${sourceId}`),
    list: (workspaceId: string) =>
      ledger.query<ConnectorRow>(
        sql`select ${columns} from connectors where workspace_id = ${workspaceId} order by created_at, id`,
      ),
    runs: (workspaceId: string) =>
      ledger.query<RunRow>(sql`select connector_id as "connectorId", started_at as "startedAt",
          ended_at as "endedAt", accepted, duplicates, refused, problem
        from (select *, row_number() over (partition by connector_id order by started_at desc) as nth
          from connector_runs where workspace_id = ${workspaceId}) as latest
        where nth <= 10 order by started_at desc`),

    async insert(row: ConnectorRow, at: Date): Promise<void> {
      await ledger.query(sql`insert into connectors (id, workspace_id, source_id, name, settings, secret_sealed,
          every_minutes, next_run_at, created_at)
        values (${row.id}, ${row.workspaceId}, ${row.sourceId}, ${row.name}, ${JSON.stringify(row.settings)}::jsonb,
          ${row.secretSealed}, ${row.everyMinutes}, ${row.nextRunAt}, ${at})`);
    },

    /** With `anew` what was read so far is forgotten, and a run that is under way ends. */
    async update(row: ConnectorRow, anew: boolean): Promise<void> {
      await ledger.query(sql`update connectors set name = ${row.name},
          settings = ${JSON.stringify(row.settings)}::jsonb, secret_sealed = ${row.secretSealed},
          ${sql.if(anew, sql`state = '{}', running_until = null,`)}
          every_minutes = ${row.everyMinutes}, paused = ${row.paused},
          next_run_at = ${row.nextRunAt}, failures = ${row.failures}
        where workspace_id = ${row.workspaceId} and id = ${row.id}`);
    },

    async due(at: Date): Promise<string[]> {
      const rows = await ledger.query<{ id: string }>(sql`select id from connectors where not paused
        and next_run_at <= ${at} and (running_until is null or running_until <= ${at})
        order by next_run_at limit 100`);
      return rows.map(({ id }) => id);
    },

    /** Takes a connector for one run; null while another run has it, or where it is not due (or paused) by now. */
    claim: (id: string, at: Date, until: Date, also: 'due' | 'now') =>
      ledger.one<ConnectorRow>(sql`update connectors set running_until = ${until}
        where id = ${id} and (running_until is null or running_until <= ${at})
          ${sql.if(also === 'due', sql`and not paused and next_run_at <= ${at}`)}
        returning ${columns}`),

    /** The state moves, and the claim is held on; false where the claim was lost meanwhile. */
    async moveState(id: string, claimed: Date, state: State, until: Date): Promise<boolean> {
      const row = await ledger.one(sql`update connectors set state = ${JSON.stringify(state)}::jsonb,
          running_until = ${until}
        where id = ${id} and running_until = ${claimed} returning id`);
      return row !== null;
    },

    async release(id: string, claimed: Date, next: Date, failures: number): Promise<void> {
      await ledger.query(sql`update connectors set running_until = null, next_run_at = ${next},
        failures = ${failures} where id = ${id} and running_until = ${claimed}`);
    },

    async beginRun(runId: string, row: ConnectorRow, at: Date): Promise<void> {
      await ledger.query(sql`insert into connector_runs (id, workspace_id, connector_id, started_at)
        values (${runId}, ${row.workspaceId}, ${row.id}, ${at})`);
      await ledger.query(sql`delete from connector_runs where connector_id = ${row.id} and id not in (
        select id from connector_runs where connector_id = ${row.id} order by started_at desc limit ${runsKept})`);
    },

    async noteRun(runId: string, counts: RunCounts, end: { at: Date; problem: string | null } | null) {
      await ledger.query(sql`update connector_runs set accepted = ${counts.accepted},
          duplicates = ${counts.duplicates}, refused = ${counts.refused}, ended_at = ${end?.at ?? null},
          problem = ${end?.problem ?? null}
        where id = ${runId}`);
    },
  };
}
