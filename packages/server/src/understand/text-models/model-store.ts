// All SQL of what workspaces have taught the text engine.
import type { TextModel } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

interface Row {
  id: string;
  source: TextModel['source'];
  state: TextModel['state'];
  texts: number;
  topics: string[];
  gain: TextModel['gain'];
  trouble: string | null;
  size: number;
  made_by: string | null;
  made_at: Date;
}
const columns = sql`id, source, state, texts, topics, gain, trouble, coalesce(length(content), 0) as size,
  made_by, made_at`;

/** A learned model is of use where it tells more unseen comments right, and no class of them worse on the whole. */
const isBetter = ({ before, after }: NonNullable<TextModel['gain']>): boolean =>
  after.accuracy > before.accuracy && after.macroF1 >= before.macroF1;

const modelFrom = ({ made_by: madeBy, made_at: at, ...row }: Row): TextModel => ({
  ...{ ...row, madeBy, madeAt: at.toISOString() },
  usable: row.state === 'ready' && (row.source === 'uploaded' || (row.gain !== null && isBetter(row.gain))),
});

const shown = 10;
/** Newest first. */
export async function listModels(ledger: Ledger, workspaceId: string): Promise<TextModel[]> {
  const rows = await ledger.query<Row>(sql`select ${columns} from text_models
    where workspace_id = ${workspaceId} order by made_at desc, id desc limit ${shown}`);
  return rows.map(modelFrom);
}

export async function findModel(ledger: Ledger, workspaceId: string, id: string): Promise<TextModel | null> {
  const row = await ledger.one<Row>(
    sql`select ${columns} from text_models where workspace_id = ${workspaceId} and id = ${id}`,
  );
  return row ? modelFrom(row) : null;
}

interface NewModel {
  readonly id: string;
  readonly source: TextModel['source'];
  readonly state: TextModel['state'];
  readonly by: string | null;
  readonly at: Date;
}
export const addModel = (ledger: Ledger, workspaceId: string, one: NewModel): Promise<unknown> =>
  ledger.query(sql`insert into text_models (id, workspace_id, source, state, made_by, made_at)
    values (${one.id}, ${workspaceId}, ${one.source}, ${one.state}, ${one.by}, ${one.at})`);

export interface Taught {
  readonly texts: number;
  readonly topics: readonly string[];
  readonly gain: TextModel['gain'];
  readonly content: Uint8Array;
}
export const keepLesson = (
  ledger: Ledger,
  workspaceId: string,
  id: string,
  taught: Taught,
): Promise<unknown> =>
  ledger.query(sql`update text_models set state = 'ready', texts = ${taught.texts},
      topics = ${JSON.stringify(taught.topics)}::jsonb, content = decode(${Buffer.from(taught.content).toString('base64')}, 'base64'),
      gain = ${taught.gain === null ? null : JSON.stringify(taught.gain)}::jsonb
    where workspace_id = ${workspaceId} and id = ${id}`);

export const markFailed = (
  ledger: Ledger,
  workspaceId: string,
  id: string,
  trouble: string,
): Promise<unknown> =>
  ledger.query(sql`update text_models set state = 'failed', trouble = ${trouble}
    where workspace_id = ${workspaceId} and id = ${id}`);
