// All questions to the table of refused items, and the ledger of what was read again.
import type { RefusalFilter, Verdict, WrongValue } from '@lyhord/contract';
import type { z } from 'zod';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export type Filter = z.output<typeof RefusalFilter>;

export interface RefusedRow {
  readonly refusal_id: string;
  readonly at: string;
  readonly source_id: string;
  readonly endpoint: string;
  readonly reason: string;
  readonly field: string;
  readonly detail: string;
  readonly wrong: string;
  readonly item: string;
  readonly can_replay: boolean;
}
export interface Replay {
  readonly refusalId: string;
  readonly at: Date;
  readonly outcome: string;
  readonly detail: string | null;
  readonly wrong: WrongValue | null;
}
type ReplayVerdict = Pick<Verdict, 'outcome' | 'reason' | 'field' | 'detail' | 'wrong'> & {
  readonly id: string;
};

export type RefusalSearch = ReturnType<typeof refusalSearch>;

export function refusalSearch(warehouse: Warehouse, ledger: Ledger) {
  const where = async (workspaceId: string, filter: Filter): Promise<Sql> => {
    const done = filter.state === 'all' ? [] : await doneIds(ledger, workspaceId);
    const { source, reason, from, to, text } = filter;
    return sql`workspace_id = ${workspaceId}
      ${sql.if(source !== undefined, sql`and source_id = ${source ?? ''}`)}
      ${sql.if(reason !== undefined, sql`and reason = ${reason ?? ''}`)}
      ${sql.if(from !== undefined, sql`and at >= ${`${from} 00:00:00`}`)}
      ${sql.if(to !== undefined, sql`and at < ${`${to} 00:00:00`} + interval 1 day`)}
      ${sql.if(Boolean(text), sql`and positionCaseInsensitiveUTF8(concat(detail, ' ', item), ${text ?? ''}) > 0`)}
      ${sql.if(filter.state === 'open' && done.length > 0, sql`and refusal_id not in ${sql.list(done)}`)}
      ${sql.if(filter.state === 'replayed', sql`and refusal_id in ${sql.list(done.length > 0 ? done : [''])}`)}`;
  };
  const columns = sql`refusal_id, at, source_id, endpoint, reason, field, detail, wrong, substring(item, 1, 8000) as item,
    sealed != '' as can_replay`;

  return {
    async page(workspaceId: string, filter: Filter, before: string | undefined, limit: number) {
      const found = await where(workspaceId, filter);
      return warehouse.query<RefusedRow>(sql`select ${columns} from refusals where ${found}
        ${sql.if(before !== undefined, sql`and refusal_id < ${before ?? ''}`)}
        order by refusal_id desc limit ${limit}`);
    },

    /** How many there are in all, by reason and by source; each list leaves its own filter out. */
    async counts(workspaceId: string, filter: Filter) {
      const { source: _s, ...anySource } = filter;
      const { reason: _r, ...anyReason } = filter;
      const by = async (column: 'reason' | 'source_id', kept: Filter) =>
        warehouse.query<{ key: string; n: string }>(sql`select ${sql.name(column)} as key, count() as n
          from refusals where ${await where(workspaceId, kept)} group by key order by n desc, key limit 50`);
      const [total, reasons, sources] = await Promise.all([
        warehouse.query<{ n: string }>(
          sql`select count() as n from refusals where ${await where(workspaceId, filter)}`,
        ),
        by('reason', anyReason),
        by('source_id', anySource),
      ]);
      return { total: Number(total[0]?.n ?? 0), reasons, sources };
    },

    /**
     * Sealed items to read again, oldest first: those of `ids`, or those that a filter finds. Of these the ones that were
     * never read again come first, then those whose last time is longest ago: however many stay refused, all have their turn.
     */
    async sealed(workspaceId: string, what: { ids: readonly string[] } | { filter: Filter }, limit: number) {
      const found =
        'ids' in what
          ? sql`workspace_id = ${workspaceId} and refusal_id in ${sql.list([...what.ids])}`
          : await where(workspaceId, what.filter);
      const before = 'ids' in what ? [] : await triedIds(ledger, workspaceId);
      const turn = sql.if(
        before.length > 0,
        sql`transform(refusal_id, ${sql.list(before)}, range(1, ${before.length + 1}), 0),`,
      );
      return warehouse.query<{ refusal_id: string; source_id: string; endpoint: string; sealed: string }>(
        sql`select refusal_id, source_id, endpoint, sealed from refusals where ${found} and sealed != ''
          order by ${turn} refusal_id limit ${limit}`,
      );
    },

    async replaysOf(workspaceId: string, ids: readonly string[]): Promise<Map<string, Replay>> {
      const rows = await ledger.query<{
        refusal_id: string;
        at: Date;
        outcome: string;
        detail: string | null;
        wrong: WrongValue | null;
      }>(
        sql`select refusal_id, at, outcome, detail, wrong from refusal_replays
          where workspace_id = ${workspaceId} and refusal_id = any(${[...ids]})`,
      );
      return new Map(rows.map(({ refusal_id, ...rest }) => [refusal_id, { refusalId: refusal_id, ...rest }]));
    },

    /** Notes what became of items that were read again; forgets notes whose items have expired. */
    async noteReplays(workspaceId: string, verdicts: readonly ReplayVerdict[], at: Date, by: string | null) {
      if (verdicts.length > 0) {
        const column = <K extends 'id' | 'outcome' | 'reason' | 'field' | 'detail'>(name: K) =>
          verdicts.map((one) => one[name] ?? null);
        await ledger.query(sql`insert into refusal_replays
            (workspace_id, refusal_id, outcome, reason, field, detail, wrong, at, by_person)
          select ${workspaceId}, v.id, v.outcome, v.reason, v.field, v.detail, v.wrong::jsonb, ${at}, ${by}
          from unnest(${column('id')}::text[], ${column('outcome')}::text[], ${column('reason')}::text[],
            ${column('field')}::text[], ${column('detail')}::text[],
            ${verdicts.map(({ wrong }) => (wrong ? JSON.stringify(wrong) : null))}::text[])
            as v (id, outcome, reason, field, detail, wrong)
          on conflict (workspace_id, refusal_id) do update set outcome = excluded.outcome,
            reason = excluded.reason, field = excluded.field, detail = excluded.detail, wrong = excluded.wrong, at = excluded.at,
            by_person = excluded.by_person`);
      }
      await ledger.query(sql`delete from refusal_replays where at < now() - interval '120 days'`);
    },

    /** Every sealed item of a workspace, some hundred at a time. */
    async *everySealed(workspaceId: string) {
      for (let after = ''; ; ) {
        const rows = await warehouse.query<{ refusal_id: string; sealed: string; item: string }>(
          sql`select refusal_id, sealed, item from refusals
            where workspace_id = ${workspaceId} and refusal_id > ${after} order by refusal_id limit 500`,
        );
        yield* rows;
        if (rows.length < 500) return;
        after = rows.at(-1)!.refusal_id;
      }
    },
  };
}

/** Ids of items that were read again and stay refused, that of longest ago first. */
async function triedIds(ledger: Ledger, workspaceId: string): Promise<string[]> {
  const rows = await ledger.query<{ refusal_id: string }>(sql`select refusal_id from refusal_replays
    where workspace_id = ${workspaceId} and outcome not in ('accepted', 'duplicate')
    order by at, refusal_id limit 50000`);
  return rows.map((row) => row.refusal_id);
}

/** Ids of items that are in by now. */
async function doneIds(ledger: Ledger, workspaceId: string): Promise<string[]> {
  const rows = await ledger.query<{ refusal_id: string }>(sql`select refusal_id from refusal_replays
    where workspace_id = ${workspaceId} and outcome in ('accepted', 'duplicate') order by at desc limit 50000`);
  return rows.map((row) => row.refusal_id);
}
