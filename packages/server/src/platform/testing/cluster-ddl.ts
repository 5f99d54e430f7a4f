import { engineClauses } from '../stores/engine-clauses.ts';
import { recordTable } from '../stores/migrating.ts';
import type { WarehouseMigration } from '../stores/migrations.ts';
import { sql } from '../stores/sql.ts';
import type { Warehouse } from '../stores/warehouse.ts';

export interface RefusedStatement {
  readonly migration: string;
  readonly statement: string;
  readonly reason: string;
}

/** Passes every migration, as a cluster would get it, through the engine's parser; gives what it refuses. */
export async function refusedOnCluster(
  parser: Warehouse,
  migrations: readonly WarehouseMigration[],
): Promise<RefusedStatement[]> {
  const engine = engineClauses('cluster', 'main');
  const refused: RefusedStatement[] = [];
  const own = { id: 'schema-migrations', statements: () => recordTable({ engine }) };
  for (const { id, statements } of [own, ...migrations]) {
    for (const statement of statements(engine)) {
      const reason = await parser.query(sql`explain ast ${statement}`).then(
        () => null,
        (error: Error) => error.message,
      );
      const text = statement.parts
        .map((part) => ('text' in part ? part.text : 'name' in part ? part.name : '?'))
        .join('');
      const wrong = reason ?? missingClause(text);
      if (wrong !== null) refused.push({ migration: id, statement: text.slice(0, 300), reason: wrong });
    }
  }
  return refused;
}

/** What the parser accepts but a cluster would not keep in step. */
function missingClause(text: string): string | null {
  const changesSchema = /^\s*(create|alter|drop|rename|truncate)\s/i.test(text);
  if (changesSchema && !/\bon cluster\b/i.test(text))
    return 'The statement does not say "on cluster"; use engine.onCluster.';
  const engine = /\bengine\s*=\s*(\w+)/i.exec(text)?.[1];
  if (engine && /MergeTree$/.test(engine) && !engine.startsWith('Replicated'))
    return `The engine ${engine} is not replicated.`;
  return null;
}
