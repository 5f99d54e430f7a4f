// Promise: questions of one moment share one statement and one answer; each gets its own rows, and fails by itself where
// the statement that they shared failed.
import { hash } from 'node:crypto';
import type { FourTexts } from './ledger.ts';
import { type Sql, sql } from './sql.ts';
import { renderForLedger } from './sql-for-ledger.ts';

interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  readonly rowMode: 'array';
}
/** The number of the question, then its four texts. */
type Row = readonly [number, ...FourTexts];
export type RunPrepared = (statement: Prepared) => Promise<{ rows: unknown[] }>;

interface Waiting {
  readonly question: Sql;
  readonly done: (rows: FourTexts[]) => void;
  readonly failed: (error: unknown) => void;
}

const mostQuestions = 8;
/** Which statements there are is decided by the code alone; so many stay prepared in each connection. */
const mostNames = 200;
const names = new Map<string, string>();

/** A name that stands for this text alone, in every connection; '' where too many have one. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return '';
  const name = `together-${hash('sha256', text, 'hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}

/** Gathers questions for one turn of the event loop, then asks them together. */
export function ledgerTrips(run: RunPrepared): (question: Sql) => Promise<FourTexts[]> {
  let waiting: Waiting[] = [];

  const ask = (questions: readonly Sql[]): Promise<{ rows: unknown[] }> => {
    const parts = questions.map(
      (question, number) => sql`select ${sql.raw(String(number))}, part.* from (${question}) as part`,
    );
    const { text, values } = renderForLedger(sql.join(parts, sql` union all `));
    return run({ name: nameOf(text), text, values, rowMode: 'array' });
  };
  const answer = async (some: readonly Waiting[]): Promise<void> => {
    const rows = some.map((): FourTexts[] => []);
    try {
      const found = await ask(some.map(({ question }) => question));
      for (const [number, ...texts] of found.rows as Row[]) rows[number]!.push(texts);
    } catch (error) {
      for (const { failed } of some) failed(error);
      return;
    }
    for (let at = 0; at < some.length; at += 1) some[at]!.done(rows[at]!);
  };
  const go = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += mostQuestions)
      void answer(all.slice(from, from + mostQuestions));
  };
  return (question) =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(go);
      waiting.push({ question, done, failed });
    });
}
