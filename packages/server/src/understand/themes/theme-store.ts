// All SQL of found themes in the ledger. Texts are not kept here: members are ids, read afresh under the reader's policy.
import type { themeStates } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export type ThemeState = (typeof themeStates)[number];
export interface ThemeOrigin {
  readonly kind: 'born' | 'split' | 'joined';
  readonly names: readonly string[];
}
export interface KeptTheme {
  readonly id: string;
  readonly language: string;
  readonly phrases: readonly string[];
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Ids of signals, the most typical first. */
  readonly members: readonly string[];
  readonly stability: number;
  readonly origin: ThemeOrigin;
  readonly state: ThemeState;
  readonly topic: string | null;
  readonly firstSeenAt: Date;
}
interface Row {
  id: string;
  language: string;
  phrases: string[];
  terms: KeptTheme['terms'];
  members: string[];
  stability: number;
  origin: ThemeOrigin;
  state: ThemeState;
  topic: string | null;
  first_seen_at: Date;
}
const columns = sql`id, language, phrases, terms, members, stability, origin, state, topic, first_seen_at`;
const made = ({ first_seen_at, ...row }: Row): KeptTheme => ({ ...row, firstSeenAt: first_seen_at });

/** Themes that were there at the last look, and those that somebody judged. */
export async function themesOf(ledger: Ledger, workspaceId: string): Promise<KeptTheme[]> {
  const rows = await ledger.query<Row>(sql`select ${columns} from themes
    where workspace_id = ${workspaceId} and not gone order by jsonb_array_length(members) desc, id`);
  return rows.map(made);
}

export async function themeById(ledger: Ledger, workspaceId: string, id: string): Promise<KeptTheme | null> {
  const row = await ledger.one<Row>(
    sql`select ${columns} from themes where workspace_id = ${workspaceId} and id = ${id} and not gone`,
  );
  return row ? made(row) : null;
}

/** Writes what a look found; a theme that is known by its id keeps its state and when it was first seen. */
export async function putTheme(
  tx: Ledger,
  workspaceId: string,
  theme: Omit<KeptTheme, 'state' | 'topic' | 'firstSeenAt'>,
  now: Date,
): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await tx.query(sql`insert into themes
      (id, workspace_id, language, phrases, terms, members, stability, origin, state, first_seen_at, seen_at)
    values (${theme.id}, ${workspaceId}, ${theme.language}, ${json(theme.phrases)}, ${json(theme.terms)},
      ${json(theme.members)}, ${theme.stability}, ${json(theme.origin)}, 'found', ${now}, ${now})
    on conflict (id) do update set phrases = excluded.phrases, terms = excluded.terms, members = excluded.members,
      stability = excluded.stability, origin = excluded.origin, seen_at = excluded.seen_at`);
}

/** Takes themes out of sight that nobody speaks of any more; judged ones stay, so that they are not found as new. */
export const letGo = (tx: Ledger, workspaceId: string, ids: readonly string[]): Promise<unknown> =>
  tx.query(sql`update themes set gone = true
    where workspace_id = ${workspaceId} and id = any(${ids}) and state = 'found'`);

export const judgeTheme = (
  ledger: Ledger,
  workspaceId: string,
  id: string,
  judgement: { state: ThemeState; topic: string | null; by: string | null; at: Date },
): Promise<unknown> =>
  ledger.query(sql`update themes set state = ${judgement.state}, topic = ${judgement.topic},
      judged_by = ${judgement.by}, judged_at = ${judgement.at}
    where workspace_id = ${workspaceId} and id = ${id}`);

export interface Look {
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly comments: number;
  readonly uncovered: number;
  readonly faded: readonly string[];
}
export async function lastLook(ledger: Ledger, workspaceId: string): Promise<Look | null> {
  const row = await ledger.one<{ looked_at: Date; found: Omit<Look, 'at'> }>(
    sql`select looked_at, found from theme_looks where workspace_id = ${workspaceId}`,
  );
  return row ? { at: row.looked_at, ...row.found } : null;
}
export const putLook = (tx: Ledger, workspaceId: string, { at, ...found }: Look): Promise<unknown> =>
  tx.query(sql`insert into theme_looks (workspace_id, looked_at, found)
    values (${workspaceId}, ${at}, ${JSON.stringify(found)}::jsonb)
    on conflict (workspace_id) do update set looked_at = excluded.looked_at, found = excluded.found`);
