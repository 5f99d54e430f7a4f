// All SQL of imports.
import type { ImportMapping, ImportRow } from '@lyhord/contract';
import type { z } from 'zod';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

export type ImportState = z.infer<typeof ImportRow>;

export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
}

interface Row {
  id: string;
  file_name: string;
  target: ImportMapping['target'];
  state: ImportState['state'];
  rows: string;
  accepted: string;
  duplicates: string;
  refused: string;
  started_at: Date;
  finished_at: Date | null;
  problem: string | null;
}

const columns = sql`id, file_name, target, state, rows, accepted, duplicates, refused, started_at, finished_at, problem`;

const stateOf = (row: Row): ImportState => ({
  id: row.id,
  fileName: row.file_name,
  target: row.target,
  state: row.state,
  rows: Number(row.rows),
  accepted: Number(row.accepted),
  duplicates: Number(row.duplicates),
  refused: Number(row.refused),
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  problem: row.problem,
});

export function importStore(ledger: Ledger) {
  const one = async (statement: Sql) => stateOf((await ledger.one<Row>(statement))!);
  return {
    async list(workspaceId: string, limit = 100): Promise<ImportState[]> {
      const rows = await ledger.query<Row>(sql`select ${columns} from imports
        where workspace_id = ${workspaceId} order by started_at desc limit ${limit}`);
      return rows.map(stateOf);
    },

    async begin(
      workspaceId: string,
      id: string,
      fileName: string,
      target: string,
      startedBy: string | null,
      at: Date,
    ): Promise<void> {
      await ledger.query(sql`insert into imports (id, workspace_id, file_name, target, state, started_at, started_by)
        values (${id}, ${workspaceId}, ${fileName}, ${target}, 'running', ${at}, ${startedBy})`);
    },

    async progress(id: string, counts: ImportCounts): Promise<void> {
      await ledger.query(sql`update imports set rows = ${counts.rows}, accepted = ${counts.accepted},
        duplicates = ${counts.duplicates}, refused = ${counts.refused} where id = ${id}`);
    },

    /** Ends an import; `problem` says what went wrong, also where the rest was loaded. */
    end: (
      id: string,
      state: 'done' | 'failed',
      counts: ImportCounts,
      problem: string | null,
      at: Date,
    ): Promise<ImportState> =>
      one(sql`update imports set rows = ${counts.rows}, accepted = ${counts.accepted},
        duplicates = ${counts.duplicates}, refused = ${counts.refused}, finished_at = ${at},
        state = ${state}, problem = ${problem} where id = ${id} returning ${columns}`),

    /** Imports that a stopped server left behind. */
    async endAbandoned(problem: string, at: Date): Promise<void> {
      await ledger.query(sql`update imports set state = 'failed', problem = ${problem}, finished_at = ${at}
        where state = 'running'`);
    },
  };
}
export type ImportStore = ReturnType<typeof importStore>;
