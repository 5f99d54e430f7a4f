// Promise: however many requests ask at once, the tables are asked one question at a time.

import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { type Key64, keyOfText, type Noun } from '../keys/key64.ts';

interface Asked {
  readonly noun: Noun;
  readonly key: string;
}
/** Content hash by message key, for those of the asked that are kept. */
type Kept = Map<string, Key64>;
interface Waiting {
  readonly asked: readonly Asked[];
  readonly answer: (kept: Kept) => void;
  readonly fail: (error: unknown) => void;
}

const tables: Record<Noun, Sql> = { event: sql`events`, signal: sql`signals` };
const mostAtOnce = 20_000;

export class KeptMessages {
  private readonly warehouse: Warehouse;
  private readonly landed: () => Promise<void>;
  private waiting: Waiting[] = [];
  private asking = false;

  /** `landed` resolves when the tables hold everything that was answered so far. */
  constructor(warehouse: Warehouse, landed: () => Promise<void>) {
    this.warehouse = warehouse;
    this.landed = landed;
  }

  find(asked: readonly Asked[]): Promise<Kept> {
    return new Promise((answer, fail) => {
      this.waiting.push({ asked, answer, fail });
      if (!this.asking) void this.ask();
    });
  }

  private async ask(): Promise<void> {
    this.asking = true;
    while (this.waiting.length > 0) {
      const turn = this.waiting;
      this.waiting = [];
      try {
        await this.landed();
        const kept = await this.look(turn.flatMap((one) => one.asked));
        for (const one of turn) one.answer(kept);
      } catch (error) {
        for (const one of turn) one.fail(error);
      }
    }
    this.asking = false;
  }

  private async look(asked: readonly Asked[]): Promise<Kept> {
    const kept: Kept = new Map();
    for (const noun of ['event', 'signal'] as const) {
      const keys = asked.filter((one) => one.noun === noun).map((one) => one.key);
      for (let from = 0; from < keys.length; from += mostAtOnce) {
        const some = keys.slice(from, from + mostAtOnce);
        const rows = await this.warehouse.query<{ message_key: string; content_hash: string }>(
          sql`select message_key, content_hash from ${tables[noun]}
              where message_key in ${sql.list(some, 'UInt64')}`,
        );
        for (const row of rows) kept.set(row.message_key, keyOfText(row.content_hash));
      }
    }
    return kept;
  }
}
