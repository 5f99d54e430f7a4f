// Promise: questions about keys that are asked in the same moment share one statement and one answer; each asker gets the
// rows of its own keys, and fails by itself where the statement that they shared failed.
import { hash } from 'node:crypto';
import type { AboutKeys, FourTexts, Ledger } from './ledger.ts';
import { type Sql, sql } from './sql.ts';
import { renderForLedger } from './sql-for-ledger.ts';

interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  readonly rowMode: 'array';
}
/** The number of the group, then its four texts. */
type Row = readonly [number, ...FourTexts];
export type RunPrepared = (statement: Prepared) => Promise<{ rows: unknown[] }>;

interface Asker {
  readonly keys: readonly string[];
  readonly done: (rows: FourTexts[]) => void;
  readonly failed: (error: unknown) => void;
}
/** Those who ask the same of the same workspace. */
interface Group {
  readonly question: AboutKeys;
  readonly workspaceId: string;
  readonly askers: Asker[];
}

/** While so many statements are under way, what is asked gathers for the next one. */
export const mostTrips = 3;
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

function statementOf(groups: readonly Group[]): Prepared {
  const parts = groups.map(({ question, workspaceId, askers }, number): Sql => {
    const keys = [...new Set(askers.flatMap((asker) => asker.keys))];
    return sql`select ${sql.raw(String(number))}, part.* from (${question(workspaceId, keys)}) as part`;
  });
  const { text, values } = renderForLedger(sql.join(parts, sql` union all `));
  return { name: nameOf(text), text, values, rowMode: 'array' };
}

function handOut(groups: readonly Group[], rows: readonly Row[]): void {
  const found = groups.map(() => new Map<string, FourTexts[]>());
  for (const [number, ...texts] of rows) {
    const ofGroup = found[number]!;
    const ofKey = ofGroup.get(texts[0]!);
    if (ofKey) ofKey.push(texts);
    else ofGroup.set(texts[0]!, [texts]);
  }
  groups.forEach(({ askers }, number) => {
    for (const { keys, done } of askers)
      done([...new Set(keys)].flatMap((key) => found[number]!.get(key) ?? []));
  });
}

/** Gathers questions for one turn of the event loop, and for as long as enough statements are under way. */
export function ledgerTrips(run: RunPrepared): Ledger['together'] {
  let waiting: Group[] = [];
  let trips = 0;
  let going = false;

  const travel = async (groups: readonly Group[]): Promise<void> => {
    try {
      const { rows } = await run(statementOf(groups));
      handOut(groups, rows as Row[]);
    } catch (error) {
      for (const { askers } of groups) for (const { failed } of askers) failed(error);
    } finally {
      trips -= 1;
      go();
    }
  };
  const go = (): void => {
    going = false;
    if (waiting.length === 0 || trips >= mostTrips) return;
    const groups = waiting;
    waiting = [];
    trips += 1;
    void travel(groups);
  };
  const join = (question: AboutKeys, workspaceId: string, asker: Asker): void => {
    const same = waiting.find((group) => group.question === question && group.workspaceId === workspaceId);
    if (same) same.askers.push(asker);
    else waiting.push({ question, workspaceId, askers: [asker] });
    if (going) return;
    going = true;
    setImmediate(go);
  };
  return (question, workspaceId, keys) =>
    keys.length === 0
      ? Promise.resolve([])
      : new Promise((done, failed) => join(question, workspaceId, { keys, done, failed }));
}
