// All SQL of detected changes in the ledger.
import type { Change, MetricKey } from '@lyhord/contract';
import { ledgerPlaceScope, type Viewer } from '../../access/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

export type ChangeState = Change['state'];
/** What the detector found; texts are read afresh, so that the policy of the reader applies to them. */
export interface Finding {
  readonly before: Change['before'];
  readonly after: Change['after'];
  readonly size: Change['size'];
  readonly evidence: number;
  readonly likelyTopics: readonly { readonly topic: string; readonly share: number }[];
  readonly quoteIds: readonly string[];
}
export interface DetectedChange {
  readonly id: string;
  readonly placeId: string;
  readonly metric: MetricKey;
  readonly topic: string | null;
  readonly direction: 'up' | 'down';
  readonly since: string;
  readonly detectedOn: string;
  readonly detectedAt: Date;
  readonly finding: Finding;
}
export interface KeptChange extends DetectedChange {
  readonly state: ChangeState;
  readonly ownerId: string | null;
  readonly note: string | null;
}
interface Row {
  id: string;
  place_id: string;
  metric: MetricKey;
  topic: string | null;
  direction: 'up' | 'down';
  since: string;
  detected_on: string;
  detected_at: Date;
  finding: Finding;
  state: ChangeState;
  owner_id: string | null;
  note: string | null;
}
const columns = sql`id, place_id, metric, topic, direction, to_char(since, 'YYYY-MM-DD') as since,
  to_char(detected_on, 'YYYY-MM-DD') as detected_on, detected_at, finding, state, owner_id, note`;
const made = (row: Row): KeptChange => ({
  id: row.id,
  placeId: row.place_id,
  metric: row.metric,
  topic: row.topic,
  direction: row.direction,
  since: row.since,
  detectedOn: row.detected_on,
  detectedAt: row.detected_at,
  finding: row.finding,
  state: row.state,
  ownerId: row.owner_id,
  note: row.note,
});

export interface ChangeSearch {
  readonly state?: ChangeState | undefined;
  readonly places?: readonly string[] | null;
  readonly ids?: readonly string[];
  /** Changes whose story touches these days. */
  readonly since?: { readonly from: string; readonly to: string };
}

/** Changes that the viewer may see, newest first. */
export async function findChanges(
  ledger: Ledger,
  viewer: Viewer,
  search: ChangeSearch,
  limit = 200,
): Promise<KeptChange[]> {
  const rows =
    await ledger.query<Row>(sql`select ${columns} from changes where ${ledgerPlaceScope(viewer, 'place_id')}
    ${sql.if(search.state, () => sql`and state = ${search.state!}`)}
    ${sql.if(search.places, () => sql`and place_id = any(${search.places!})`)}
    ${sql.if(search.ids, () => sql`and id = any(${search.ids!})`)}
    ${sql.if(search.since, () => sql`and since between ${search.since!.from}::date and ${search.since!.to}::date`)}
    order by detected_at desc, id desc limit ${limit}`);
  return rows.map(made);
}

/** Keeps a finding; false when this stream already has one of that day. */
export async function addChange(
  ledger: Ledger,
  workspaceId: string,
  change: DetectedChange,
): Promise<boolean> {
  const row = await ledger.one(sql`insert into changes
      (id, workspace_id, place_id, metric, topic, direction, since, detected_on, detected_at, finding)
    values (${change.id}, ${workspaceId}, ${change.placeId}, ${change.metric}, ${change.topic}, ${change.direction},
      ${change.since}, ${change.detectedOn}, ${change.detectedAt}, ${JSON.stringify(change.finding)}::jsonb)
    on conflict do nothing returning id`);
  return row !== null;
}

export interface Judgement {
  readonly state: ChangeState;
  readonly note?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
}

/** False when there is no such change that the viewer may see. */
export async function judge(
  ledger: Ledger,
  viewer: Viewer,
  id: string,
  judgement: Judgement,
  at: Date,
): Promise<boolean> {
  const { state, note, ownerId } = judgement;
  const sets: Sql[] = [sql`state = ${state}`, sql`judged_by = ${viewer.personId}`, sql`judged_at = ${at}`];
  if (note !== undefined) sets.push(sql`note = ${note}`);
  if (ownerId !== undefined) sets.push(sql`owner_id = ${ownerId}`);
  else if (state === 'taken') sets.push(sql`owner_id = coalesce(owner_id, ${viewer.personId})`);
  const row = await ledger.one(sql`update changes set ${sql.join(sets)}
    where id = ${id} and ${ledgerPlaceScope(viewer, 'place_id')} returning id`);
  return row !== null;
}

/** How many changes nobody has settled yet, by place. */
export async function openChangesByPlace(ledger: Ledger, viewer: Viewer): Promise<Map<string, number>> {
  const rows = await ledger.query<{
    place_id: string;
    n: number;
  }>(sql`select place_id, count(*)::int as n from changes
    where ${ledgerPlaceScope(viewer, 'place_id')} and state in ('new', 'taken') group by place_id`);
  return new Map(rows.map((row) => [row.place_id, row.n]));
}

export interface Look {
  readonly lookedAt: Date;
  readonly commitNo: bigint;
  readonly watched: number;
}
export async function lastLook(ledger: Ledger, workspaceId: string): Promise<Look | null> {
  const row = await ledger.one<{ looked_at: Date; looked_to_commit: string; watched: number }>(
    sql`select looked_at, looked_to_commit, watched from detector_looks where workspace_id = ${workspaceId}`,
  );
  return row && { lookedAt: row.looked_at, commitNo: BigInt(row.looked_to_commit), watched: row.watched };
}
