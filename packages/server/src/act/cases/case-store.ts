// All SQL of cases.
import type { Viewer } from '../../access/index.ts';
import { ledgerPlaceScope } from '../../access/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { CaseChange, CaseRecord, NewCase } from './case-record.ts';

interface Row {
  id: string;
  workspace_id: string;
  number: number;
  title: string;
  state: CaseRecord['state'];
  severity: CaseRecord['severity'];
  reason: CaseRecord['reason'];
  place_id: string | null;
  owner_id: string | null;
  team: string | null;
  signal_id: string | null;
  identifier_key: string;
  score: number | null;
  question: string | null;
  topics: string[];
  opened_at: Date;
  due_at: Date;
  closed_at: Date | null;
  cause: CaseRecord['cause'];
  outcome: CaseRecord['outcome'];
  value_minor: string | null;
  value_currency: string | null;
  version: number;
}

export type CaseStore = ReturnType<typeof caseStore>;

export function caseStore(ledger: Ledger) {
  const list = async (where: Sql, rest: Sql = sql.empty): Promise<CaseRecord[]> =>
    (await ledger.query<Row>(sql`select * from cases where ${where} ${rest}`)).map(record);

  return {
    list,
    /** Null where there is none, or the viewer may not see it. */
    async find(viewer: Viewer, id: string): Promise<CaseRecord | null> {
      const [found] = await list(sql`${ledgerPlaceScope(viewer, 'place_id')} and id = ${id}`);
      return found ?? null;
    },
    /** The same, locked until the transaction ends. */
    async lock(viewer: Viewer, id: string): Promise<CaseRecord | null> {
      const [found] = await list(
        sql`${ledgerPlaceScope(viewer, 'place_id')} and id = ${id}`,
        sql`for update`,
      );
      return found ?? null;
    },
    /** Open cases of these customers (by any of their identifiers) that were opened since, newest first. */
    openOf(workspaceId: string, identifierKeys: readonly string[], since: Date): Promise<CaseRecord[]> {
      if (identifierKeys.length === 0) return Promise.resolve([]);
      return list(
        sql`workspace_id = ${workspaceId} and state <> 'closed' and opened_at >= ${since}
          and identifier_key <> '0' and identifier_key = any(${identifierKeys})`,
        sql`order by opened_at desc for update`,
      );
    },
    /** Other transactions that open cases in this workspace wait until this one has ended. */
    oneAtATime: (workspaceId: string) =>
      ledger.query(sql`select pg_advisory_xact_lock(hashtextextended(${`cases/${workspaceId}`}, 0))`),
    /** Takes `count` numbers; the first of them. */
    async takeNumbers(workspaceId: string, count: number): Promise<number> {
      const row = await ledger.one<{ last: number }>(sql`insert into case_numbers as kept (workspace_id, last)
        values (${workspaceId}, ${count})
        on conflict (workspace_id) do update set last = kept.last + ${count} returning last`);
      return (row as { last: number }).last - count + 1;
    },
    async add(cases: readonly NewCase[]): Promise<CaseRecord[]> {
      const [first] = cases;
      if (!first) return [];
      const number = await this.takeNumbers(first.workspaceId, cases.length);
      const numbered = cases.map((each, index) => ({
        ...each,
        number: number + index,
        closedAt: null,
        cause: null,
        outcome: null,
        version: 1,
      }));
      const rows = JSON.stringify(numbered.map(insertable));
      await ledger.query(sql`insert into cases (id, workspace_id, number, title, state, severity, reason,
          place_id, owner_id, team, signal_id, identifier_key, score, question, topics, opened_at, due_at,
          value_minor, value_currency)
        select id, workspace_id, number, title, state, severity, reason, place_id, owner_id, team, signal_id,
          identifier_key, score, question, array(select jsonb_array_elements_text(topics)), opened_at, due_at,
          value_minor, value_currency
        from jsonb_to_recordset(${rows}::jsonb) as each (id text, workspace_id text, number integer, title text,
          state text, severity text, reason text, place_id text, owner_id text, team text, signal_id text,
          identifier_key text, score double precision, question text, topics jsonb, opened_at timestamptz,
          due_at timestamptz, value_minor bigint, value_currency text)`);
      return numbered;
    },
    /** Null when somebody else changed the case in the meantime (its version is another one). */
    async change(standing: CaseRecord, change: CaseChange): Promise<CaseRecord | null> {
      const sets = Object.entries(change).map(
        ([field, value]) => sql`${sql.name(columnOf(field as keyof CaseChange))} = ${value as string | null}`,
      );
      const rows = await ledger.query<Row>(sql`update cases
        set ${sql.join([...sets, sql`version = version + 1`])}
        where workspace_id = ${standing.workspaceId} and id = ${standing.id} and version = ${standing.version}
        returning *`);
      return rows[0] ? record(rows[0]) : null;
    },
    async linkSignals(workspaceId: string, links: readonly { signalId: string; caseId: string }[]) {
      if (links.length === 0) return;
      await ledger.query(sql`insert into case_signals (workspace_id, signal_id, case_id)
        select ${workspaceId}, signal_id, case_id
        from unnest(${links.map((link) => link.signalId)}::text[], ${links.map((link) => link.caseId)}::text[])
          as each (signal_id, case_id)`);
    },
    /** Those of the signals that belong to a case already. */
    async linked(workspaceId: string, signalIds: readonly string[]): Promise<Map<string, string>> {
      const rows = await ledger.query<{ signal_id: string; case_id: string }>(sql`select signal_id, case_id
        from case_signals where workspace_id = ${workspaceId} and signal_id = any(${signalIds})`);
      return new Map(rows.map((row) => [row.signal_id, row.case_id]));
    },
  };
}

const columns: Record<keyof CaseChange, string> = {
  state: 'state',
  severity: 'severity',
  reason: 'reason',
  ownerId: 'owner_id',
  team: 'team',
  dueAt: 'due_at',
  closedAt: 'closed_at',
  cause: 'cause',
  outcome: 'outcome',
};
const columnOf = (field: keyof CaseChange): string => columns[field];

const insertable = (each: CaseRecord) => ({
  id: each.id,
  workspace_id: each.workspaceId,
  number: each.number,
  title: each.title,
  state: each.state,
  severity: each.severity,
  reason: each.reason,
  place_id: each.placeId,
  owner_id: each.ownerId,
  team: each.team,
  signal_id: each.signalId,
  identifier_key: each.identifierKey,
  score: each.score,
  question: each.question,
  topics: each.topics,
  opened_at: each.openedAt.toISOString(),
  due_at: each.dueAt.toISOString(),
  value_minor: each.valueMinor,
  value_currency: each.valueCurrency,
});

const record = (row: Row): CaseRecord => ({
  id: row.id,
  workspaceId: row.workspace_id,
  number: row.number,
  title: row.title,
  state: row.state,
  severity: row.severity,
  reason: row.reason,
  placeId: row.place_id,
  ownerId: row.owner_id,
  team: row.team,
  signalId: row.signal_id,
  identifierKey: row.identifier_key,
  score: row.score,
  question: row.question,
  topics: row.topics,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  closedAt: row.closed_at,
  cause: row.cause,
  outcome: row.outcome,
  valueMinor: row.value_minor === null ? null : Number(row.value_minor),
  valueCurrency: row.value_currency,
  version: row.version,
});
