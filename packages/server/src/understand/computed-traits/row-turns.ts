// Promise: rows are parted so that none of the parts has more than fit into memory at once, and each row is in one part:
// those of some places together, those of a large place by identifier.
import { type Sql, sql } from '../../platform/stores/sql.ts';

export interface RowTurn {
  readonly places: readonly string[];
  /** Which part of the identifiers, and of how many parts. */
  readonly part: number;
  readonly of: number;
}

/** Turns of at most `most` rows, of places with so many rows each. */
export function turnsOf(rows: ReadonlyMap<string, number>, most: number): RowTurn[] {
  const turns: RowTurn[] = [];
  let places: string[] = [];
  let held = 0;
  const close = () => {
    if (places.length > 0) turns.push({ places, part: 0, of: 1 });
    [places, held] = [[], 0];
  };
  for (const [place, n] of rows) {
    if (n > most) {
      const of = Math.ceil(n / most);
      for (let part = 0; part < of; part += 1) turns.push({ places: [place], part, of });
      continue;
    }
    if (held + n > most) close();
    places.push(place);
    held += n;
  }
  close();
  return turns;
}

/** The condition on `place_id` and `identifier_key` that the rows of a turn meet. */
export const conditionOf = ({ places, part, of }: RowTurn): Sql =>
  sql`place_id in ${sql.list(places, 'String')} ${sql.if(
    of > 1,
    () => sql`and intHash32(identifier_key) % ${sql.typed('UInt32', of)} = ${sql.typed('UInt32', part)}`,
  )}`;
