// All SQL of the questions that a workspace keeps.
import type { SavedQuestion } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

interface Row {
  id: string;
  name: string;
  question: SavedQuestion['question'];
  created_at: Date;
}
const made = ({ id, name, question, created_at }: Row): SavedQuestion => ({
  ...{ id, name, question },
  createdAt: created_at.toISOString(),
});

/** By name. */
export async function listSavedQuestions(ledger: Ledger, viewer: Viewer): Promise<SavedQuestion[]> {
  const rows = await ledger.query<Row>(sql`select id, name, question, created_at from saved_questions
    where workspace_id = ${viewer.workspaceId} order by lower(name), id limit 500`);
  return rows.map(made);
}

export async function saveQuestion(
  ledger: Ledger,
  viewer: Viewer,
  kept: { id: string; name: string; question: SavedQuestion['question']; at: Date },
): Promise<SavedQuestion> {
  const { id, name, question, at } = kept;
  await ledger.query(sql`insert into saved_questions (id, workspace_id, name, question, created_by, created_at)
    values (${id}, ${viewer.workspaceId}, ${name}, ${JSON.stringify(question)}::jsonb, ${viewer.personId}, ${at})`);
  return made({ id, name, question, created_at: at });
}

/** False when the workspace keeps no such question. */
export async function removeSavedQuestion(ledger: Ledger, viewer: Viewer, id: string): Promise<boolean> {
  const row = await ledger.one(sql`delete from saved_questions
    where id = ${id} and workspace_id = ${viewer.workspaceId} returning id`);
  return row !== null;
}
