// All SQL of requests of customers about their data. A request keeps keyed hashes only.
import type { ErasureReceipt, PrivacyRequest } from '@lyhord/contract';
import type { Ledger } from '../../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../../platform/stores/sql.ts';

export interface RequestRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: 'erasure' | 'access';
  readonly state: PrivacyRequest['state'];
  readonly subject: string;
  readonly keys: readonly string[];
  readonly askedBy: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Rows taken out so far, by table; what a table is not in is still to do. */
  readonly done: Readonly<Record<string, number>>;
  readonly days: readonly string[];
  readonly progress: number;
  readonly receipt: ErasureReceipt | null;
  readonly problem: string | null;
}

interface Row {
  id: string;
  workspace_id: string;
  kind: 'erasure' | 'access';
  state: PrivacyRequest['state'];
  subject: string;
  identifier_keys: string[];
  asked_by: string | null;
  received_at: Date;
  due_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  done: Record<string, number>;
  days: string[];
  progress: number;
  receipt: ErasureReceipt | null;
  problem: string | null;
}

const columns = sql`id, workspace_id, kind, state, subject, identifier_keys, asked_by, received_at, due_at, started_at,
  finished_at, done, days, progress, receipt, problem`;

const rowOf = (row: Row): RequestRow => ({
  id: row.id,
  workspaceId: row.workspace_id,
  kind: row.kind,
  state: row.state,
  subject: row.subject,
  keys: row.identifier_keys,
  askedBy: row.asked_by,
  receivedAt: row.received_at,
  dueAt: row.due_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  done: row.done,
  days: row.days,
  progress: row.progress,
  receipt: row.receipt,
  problem: row.problem,
});

export const shownRequest = (row: RequestRow): PrivacyRequest => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  subject: row.subject,
  askedBy: row.askedBy,
  receivedAt: row.receivedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  progress: row.progress,
  receipt: row.receipt,
  problem: row.problem,
});

/** An erasure as it is noted outside of the stores. */
export interface NotedErasure {
  readonly erasure: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly receivedAt: string;
}

export function requestStore(ledger: Ledger) {
  const all = async (statement: Sql) => (await ledger.query<Row>(statement)).map(rowOf);
  const first = async (statement: Sql) => (await all(statement))[0] ?? null;
  return {
    async add(request: {
      id: string;
      workspaceId: string;
      kind: RequestRow['kind'];
      state: RequestRow['state'];
      subject: string;
      keys: readonly string[];
      askedBy: string | null;
      receivedAt: Date;
      dueAt: Date;
    }): Promise<RequestRow> {
      const { id, workspaceId, kind, state, subject, keys, askedBy, receivedAt, dueAt } = request;
      const finished = state === 'done' ? receivedAt : null;
      const row = await first(sql`insert into privacy_requests (id, workspace_id, kind, state, subject,
          identifier_keys, asked_by, received_at, due_at, finished_at, progress)
        values (${id}, ${workspaceId}, ${kind}, ${state}, ${subject}, ${keys}, ${askedBy}, ${receivedAt}, ${dueAt},
          ${finished}, ${state === 'done' ? 1 : 0})
        returning ${columns}`);
      return row!;
    },
    /** Takes up erasures that are noted elsewhere and not done here, of workspaces that there are; says how many. */
    async addNoted(noted: readonly NotedErasure[], answerMs: number): Promise<number> {
      const rows = noted.map(({ erasure, workspaceId, keys, receivedAt }) => ({
        ...{ id: erasure, workspace_id: workspaceId, keys, received_at: receivedAt },
        due_at: new Date(Date.parse(receivedAt) + answerMs).toISOString(),
      }));
      const added =
        await ledger.query(sql`insert into privacy_requests as known (id, workspace_id, kind, state,
          subject, identifier_keys, asked_by, received_at, due_at)
        select noted.id, noted.workspace_id, 'erasure', 'waiting', noted.keys[1], noted.keys, null, noted.received_at,
          noted.due_at
        from (select id, workspace_id, array(select jsonb_array_elements_text(keys)) as keys, received_at, due_at
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (id text, workspace_id text, keys jsonb,
            received_at timestamptz, due_at timestamptz)) as noted
        join workspaces on workspaces.id = noted.workspace_id
        on conflict (id) do nothing returning id`);
      return added.length;
    },
    list: (workspaceId: string) =>
      all(sql`select ${columns} from privacy_requests where workspace_id = ${workspaceId}
        order by received_at desc, id desc limit 500`),
    find: (workspaceId: string, id: string) =>
      first(sql`select ${columns} from privacy_requests where workspace_id = ${workspaceId} and id = ${id}`),
    byId: (id: string) => first(sql`select ${columns} from privacy_requests where id = ${id}`),
    /** An erasure of any of the keys that has not ended yet. */
    openErasure: (workspaceId: string, keys: readonly string[]) =>
      first(sql`select ${columns} from privacy_requests where workspace_id = ${workspaceId} and kind = 'erasure'
        and state in ('waiting', 'running') and identifier_keys && ${keys}::text[] limit 1`),
    unfinished: () =>
      all(
        sql`select ${columns} from privacy_requests where kind = 'erasure' and state in ('waiting', 'running')`,
      ),
    async begin(id: string, keys: readonly string[], days: readonly string[], at: Date): Promise<void> {
      await ledger.query(sql`update privacy_requests set state = 'running', started_at = coalesce(started_at, ${at}),
        identifier_keys = ${keys}, problem = null,
        days = (select coalesce(array_agg(distinct day), '{}') from unnest(days || ${days}::text[]) as day)
        where id = ${id}`);
    },
    /** Adds what went from a table; progress only grows. */
    async tableDone(id: string, table: string, rows: number, progress: number): Promise<void> {
      await ledger.query(sql`update privacy_requests set progress = greatest(progress, ${progress}),
        done = done || jsonb_build_object(${table}::text, coalesce((done->>${table})::bigint, 0) + ${rows}::bigint)
        where id = ${id}`);
    },
    async end(id: string, receipt: ErasureReceipt, at: Date): Promise<void> {
      await ledger.query(sql`update privacy_requests set state = 'done', finished_at = ${at}, progress = 1,
        receipt = ${JSON.stringify(receipt)}::jsonb, problem = null where id = ${id}`);
    },
    async stumbled(id: string, problem: string): Promise<void> {
      await ledger.query(
        sql`update privacy_requests set problem = ${problem.slice(0, 500)} where id = ${id}`,
      );
    },
  };
}
export type RequestStore = ReturnType<typeof requestStore>;
