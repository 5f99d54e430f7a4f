// All SQL of imports in the ledger: what became of a file, where a stopped one goes on, and which commits hold its rows.
import type { ImportMapping, ImportRow, RefusedRow } from '@lyhord/contract';
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

/** An import as its own code knows it; ids of persons instead of names. */
export interface KeptImport extends Omit<ImportState, 'mayUndo'> {
  readonly workspaceId: string;
  readonly mapping: ImportMapping | null;
  /** Rows of the file, from its start, that are settled. */
  readonly doneRows: number;
  /** Runs whose commits are known. */
  readonly runs: number;
}

/** Commits after `from` up to and with `to`. */
export interface CommitRange {
  readonly from: bigint;
  readonly to: bigint;
}

export interface NewImport {
  readonly id: string;
  readonly workspaceId: string;
  readonly fileName: string;
  readonly target: ImportMapping['target'];
  readonly state: 'waiting' | 'running';
  readonly mapping: ImportMapping | null;
  readonly digest: string | null;
  readonly startedBy: string | null;
}

interface Row extends Record<'rows' | 'accepted' | 'duplicates' | 'refused' | 'done_rows' | 'runs', string> {
  id: string;
  workspace_id: string;
  file_name: string;
  target: ImportMapping['target'];
  state: ImportState['state'];
  share: number | null;
  mapping: ImportMapping | null;
  started_at: Date;
  started_by: string | null;
  finished_at: Date | null;
  undone_at: Date | null;
  undone_by: string | null;
  problem: string | null;
  refused_rows: RefusedRow[];
}

const columns = sql`id, workspace_id, file_name, target, state, rows, accepted, duplicates, refused, share, mapping,
  done_rows, started_at, started_by, finished_at, undone_at, undone_by, problem, refused_rows,
  (select count(*) from import_runs where import_id = imports.id) as runs`;

const keptOf = (row: Row): KeptImport => ({
  id: row.id,
  workspaceId: row.workspace_id,
  fileName: row.file_name,
  target: row.target,
  state: row.state,
  rows: Number(row.rows),
  accepted: Number(row.accepted),
  duplicates: Number(row.duplicates),
  refused: Number(row.refused),
  share: row.share,
  mapping: row.mapping,
  doneRows: Number(row.done_rows),
  runs: Number(row.runs),
  startedAt: row.started_at.toISOString(),
  startedBy: row.started_by,
  finishedAt: row.finished_at?.toISOString() ?? null,
  undoneAt: row.undone_at?.toISOString() ?? null,
  undoneBy: row.undone_by,
  problem: row.problem,
  refusedRows: row.refused_rows,
});

export function importStore(ledger: Ledger) {
  const all = async (statement: Sql) => (await ledger.query<Row>(statement)).map(keptOf);
  const one = async (statement: Sql) => {
    const row = await ledger.one<Row>(statement);
    return row ? keptOf(row) : null;
  };
  const counted = ({ rows, accepted, duplicates, refused }: ImportCounts) => sql`rows = ${rows},
    accepted = ${accepted}, duplicates = ${duplicates}, refused = ${refused}`;
  return {
    list: (workspaceId: string, limit = 100) =>
      all(sql`select ${columns} from imports where workspace_id = ${workspaceId}
        order by started_at desc limit ${limit}`),

    read: (workspaceId: string, id: string) =>
      one(sql`select ${columns} from imports where workspace_id = ${workspaceId} and id = ${id}`),

    async begin(made: NewImport, at: Date): Promise<KeptImport> {
      const { id, workspaceId, fileName, target, state, mapping, digest, startedBy } = made;
      const row = await one(sql`insert into imports
          (id, workspace_id, file_name, target, state, mapping, digest, started_at, started_by)
        values (${id}, ${workspaceId}, ${fileName}, ${target}, ${state},
          ${mapping ? JSON.stringify(mapping) : null}::jsonb, ${digest}, ${at}, ${startedBy})
        returning ${columns}`);
      return row!;
    },

    /** Takes a waiting or stopped file for loading; null when it is neither any more. */
    take: (workspaceId: string, id: string, mapping: ImportMapping, startedBy: string | null, at: Date) =>
      one(sql`update imports set state = 'running', mapping = ${JSON.stringify(mapping)}::jsonb,
          target = ${mapping.target}, problem = null, refused_rows = '[]', finished_at = null, started_by = ${startedBy},
          started_at = case when state = 'waiting' then ${at} else started_at end,
          done_rows = case when mapping = ${JSON.stringify(mapping)}::jsonb then done_rows else 0 end,
          rows = case when mapping = ${JSON.stringify(mapping)}::jsonb then rows else 0 end,
          refused = case when mapping = ${JSON.stringify(mapping)}::jsonb then refused else 0 end,
          duplicates = case when mapping = ${JSON.stringify(mapping)}::jsonb then duplicates else 0 end,
          accepted = case when mapping = ${JSON.stringify(mapping)}::jsonb then accepted else 0 end
        where workspace_id = ${workspaceId} and id = ${id} and state in ('waiting', 'failed')
        returning ${columns}`),

    /** A stopped import of the same bytes with the same mapping. */
    unfinished: (workspaceId: string, digest: string, mapping: ImportMapping) =>
      one(sql`select ${columns} from imports where workspace_id = ${workspaceId} and digest = ${digest}
        and state = 'running' and mapping = ${JSON.stringify(mapping)}::jsonb limit 1`),

    async progress(id: string, counts: ImportCounts, doneRows: number, share: number | null): Promise<void> {
      await ledger.query(sql`update imports set ${counted(counts)}, done_rows = ${doneRows},
        share = ${share}::real where id = ${id}`);
    },

    /** Ends an import; `problem` says what went wrong, also where the rest was loaded. */
    async end(
      id: string,
      state: 'done' | 'failed',
      counts: ImportCounts,
      problem: string | null,
      at: Date,
      refusedRows: readonly RefusedRow[] = [],
    ): Promise<KeptImport> {
      const row = await one(sql`update imports set ${counted(counts)}, finished_at = ${at}, state = ${state},
        refused_rows = ${JSON.stringify(refusedRows)}::jsonb,
        share = case when ${state} = 'done' then 1 else share end, problem = ${problem}
        where id = ${id} returning ${columns}`);
      return row!;
    },

    /** Loads and undoings that a stopped server left behind. */
    abandoned: () =>
      all(sql`select ${columns} from imports where state in ('running', 'undoing') order by started_at`),

    /** Ends the runs of a stopped server: all that they committed is there by now. */
    async endOpenRuns(to: bigint): Promise<void> {
      await ledger.query(sql`update import_runs set to_commit = ${to} where to_commit is null`);
    },
    async beginRun(workspaceId: string, importId: string, from: bigint): Promise<void> {
      await ledger.query(sql`insert into import_runs (import_id, workspace_id, from_commit)
        values (${importId}, ${workspaceId}, ${from})
        on conflict (import_id, from_commit) do update set to_commit = null`);
    },
    async endRun(importId: string, to: bigint): Promise<void> {
      await ledger.query(
        sql`update import_runs set to_commit = ${to} where import_id = ${importId} and to_commit is null`,
      );
    },
    async runs(importId: string): Promise<CommitRange[]> {
      const rows = await ledger.query<{ from_commit: string; to_commit: string }>(
        sql`select from_commit, to_commit from import_runs where import_id = ${importId} and to_commit is not null`,
      );
      return rows.map((row) => ({ from: BigInt(row.from_commit), to: BigInt(row.to_commit) }));
    },

    /** Begins to take an import's rows out; null when it is not one that can be. */
    beginUndo: (workspaceId: string, id: string, by: string | null, at: Date) =>
      one(sql`update imports set state = 'undoing', undone_by = ${by}, undone_at = ${at}
        where workspace_id = ${workspaceId} and id = ${id} and state in ('done', 'failed') returning ${columns}`),
    endUndo: (id: string) =>
      one(sql`update imports set state = 'undone' where id = ${id} returning ${columns}`),

    drop: (workspaceId: string, id: string) =>
      one(sql`delete from imports where workspace_id = ${workspaceId} and id = ${id} and state = 'waiting'
        returning ${columns}`),
    /** Takes out files that have waited too long; says which. */
    dropWaiting: (before: Date) =>
      all(sql`delete from imports where state = 'waiting' and started_at < ${before} returning ${columns}`),
    /** Files that somebody may still want to go on with. */
    async wanted(): Promise<Set<string>> {
      const rows = await ledger.query<{ id: string }>(
        sql`select id from imports where state in ('waiting', 'running')
          or (state = 'failed' and finished_at > now() - interval '7 days')`,
      );
      return new Set(rows.map(({ id }) => id));
    },
  };
}
export type ImportStore = ReturnType<typeof importStore>;
