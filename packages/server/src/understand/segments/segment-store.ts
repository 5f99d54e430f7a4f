// All SQL of segments that are kept, and of their versions.
import type { Segment, SegmentRule } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

interface Row {
  id: string;
  name: string;
  rule: SegmentRule;
  version: number;
  created_at: Date;
  changed_at: Date;
}
const columns = sql.raw('id, name, rule, version, created_at, changed_at');
const segmentFrom = (row: Row): Segment => ({
  ...{ id: row.id, name: row.name, rule: row.rule, version: row.version },
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

export async function listSegments(ledger: Ledger, workspaceId: string): Promise<Segment[]> {
  const rows = await ledger.query<Row>(
    sql`select ${columns} from segments where workspace_id = ${workspaceId} and not removed order by name, id`,
  );
  return rows.map(segmentFrom);
}

export async function findSegment(ledger: Ledger, workspaceId: string, id: string): Promise<Segment | null> {
  const row = await ledger.one<Row>(sql`select ${columns} from segments
    where workspace_id = ${workspaceId} and id = ${id} and not removed`);
  return row ? segmentFrom(row) : null;
}

interface SegmentWrite {
  readonly id: string;
  readonly name: string;
  readonly rule: SegmentRule;
  readonly at: Date;
}

/** A new segment, or the change of one; another rule is a new version. Null where there is none to change. */
export function writeSegment(
  ledger: Ledger,
  viewer: Viewer,
  { id, name, rule, at }: SegmentWrite,
  existing: boolean,
): Promise<Segment | null> {
  const { workspaceId, personId } = viewer;
  const text = JSON.stringify(rule);
  return ledger.transaction(async (tx) => {
    const row = existing
      ? await tx.one<Row>(sql`update segments set name = ${name}, changed_at = ${at},
          version = version + case when rule = ${text}::jsonb then 0 else 1 end, rule = ${text}::jsonb
        where workspace_id = ${workspaceId} and id = ${id} and not removed returning ${columns}`)
      : await tx.one<Row>(sql`insert into segments (id, workspace_id, name, rule, version, created_by, created_at, changed_at)
          values (${id}, ${workspaceId}, ${name}, ${text}::jsonb, 1, ${personId}, ${at}, ${at}) returning ${columns}`);
    if (!row) return null;
    await tx.query(sql`insert into segment_versions (workspace_id, segment_id, version, rule, changed_by, changed_at)
      values (${workspaceId}, ${id}, ${row.version}, ${text}::jsonb, ${personId}, ${at}) on conflict do nothing`);
    return segmentFrom(row);
  });
}

export async function removeSegment(ledger: Ledger, workspaceId: string, id: string): Promise<boolean> {
  const row = await ledger.one<{ id: string }>(sql`update segments set removed = true
    where workspace_id = ${workspaceId} and id = ${id} and not removed returning id`);
  return row !== null;
}
