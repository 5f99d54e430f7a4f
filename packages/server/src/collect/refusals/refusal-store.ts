// Promise: what is refused is kept for 90 days with its reason and without personal values, and locked away as it came;
// of somebody who was erased nothing is kept, whatever else is wrong with the item. Many requests share a write.
import type { WrongValue } from '@lyhord/contract';
import type { Ids } from '../../platform/ids.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import { writableText } from '../arrivals/well-formed.ts';
import { ofErased } from '../consent/drop-erased.ts';
import type { ErasedKeys } from '../consent/erased-keys.ts';
import { warehouseMoment } from '../moments/read-moment.ts';
import type { Batch } from '../pipeline/batch.ts';
import { isPersonalField, type Redact } from '../segment/personal-fields.ts';
import { keysInItem } from './keys-in-item.ts';
import type { SealOriginal } from './sealed-originals.ts';

type RefusalRow = Record<string, unknown>;
interface Waiting {
  readonly rows: RefusalRow[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}
const longestItem = 32 * 1024;
const longestWord = 2_000;

export class RefusalStore {
  private readonly warehouse: Warehouse;
  private readonly ids: Ids;
  private readonly redact: Redact;
  private readonly seal: SealOriginal;
  private readonly erased: Pick<ErasedKeys, 'of'>;
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    warehouse: Warehouse,
    ids: Ids,
    redact: Redact,
    seal: SealOriginal,
    erased: Pick<ErasedKeys, 'of'>,
  ) {
    this.warehouse = warehouse;
    this.ids = ids;
    this.redact = redact;
    this.seal = seal;
    this.erased = erased;
  }

  /** Keeps the refused items of a batch; resolves once they are durable. */
  keep(batch: Batch): Promise<void> {
    if (batch.replayed) return Promise.resolve();
    const rows = batch.arrivals.map((arrival) => this.rowOf(batch, arrival)).filter((row) => row !== null);
    if (rows.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      this.waiting.push({ rows, done, failed });
      if (!this.writing) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const turn = this.waiting;
      this.waiting = [];
      const together = this.warehouse.insert(
        'refusals',
        turn.flatMap((one) => one.rows),
      );
      await together.then(
        () => {
          for (const one of turn) one.done();
        },
        // one request's rows may be what cannot be written; the others must not fail with them
        (error) => (turn.length === 1 ? turn[0]!.failed(error) : this.writeEach(turn)),
      );
    }
    this.writing = false;
  }

  private async writeEach(turn: readonly Waiting[]): Promise<void> {
    for (const { rows, done, failed } of turn)
      await this.warehouse.insert('refusals', rows).then(done, failed);
  }

  private rowOf(batch: Batch, arrival: Arrival): RefusalRow | null {
    const { verdict } = arrival;
    if (verdict?.outcome !== 'refused' && verdict?.outcome !== 'differs') return null;
    const refusalId = this.ids.next();
    const { receivedAt } = batch.reading;
    const row = {
      workspace_id: batch.workspaceId,
      refusal_id: refusalId,
      source_id: batch.sourceId,
      at: warehouseMoment(receivedAt),
      endpoint: batch.endpoint,
    };
    const keys = keysInItem(arrival.raw, batch.keyring);
    const hashes = this.erased.of(batch.workspaceId);
    if (verdict.reason === ofErased.reason || keys.some((key) => hashes?.has(key)))
      return { ...row, ...ofErased, field: '', wrong: '', item: '', sealed: '', identifier_keys: [] };
    const original = { item: arrival.raw, receivedAt, ...(batch.again ? { again: batch.again } : {}) };
    return {
      ...row,
      reason: verdict.reason ?? verdict.outcome,
      field: writableText(verdict.field ?? ''),
      detail: writableText(this.redact(verdict.detail ?? '')),
      wrong: verdict.wrong ? JSON.stringify(this.withoutPersonal(verdict.wrong)) : '',
      item: writableText(this.itemText(arrival.raw)),
      sealed: this.seal(batch.workspaceId, refusalId, original),
      identifier_keys: keys,
    };
  }

  private withoutPersonal({ received, expected }: WrongValue): WrongValue {
    return { received: writableText(this.redact(received)), expected };
  }

  /** The item as it came, without what names a person; cut where it is long. */
  private itemText(raw: unknown): string {
    try {
      return (JSON.stringify(withoutPersons(raw, this.redact, 0)) ?? 'null').slice(0, longestItem);
    } catch {
      return '"(not writable as JSON)"';
    }
  }
}

/** Names and identifiers are hidden, other texts redacted. */
function withoutPersons(value: unknown, redact: Redact, depth: number): unknown {
  if (typeof value === 'string') return redact(value.slice(0, longestWord));
  if (value === null || typeof value !== 'object') return value;
  if (depth > 12) return '…';
  if (Array.isArray(value)) return value.slice(0, 200).map((one) => withoutPersons(one, redact, depth + 1));
  const kept: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value).slice(0, 200)) {
    if (name === '__proto__') continue;
    const names = isPersonalField(name) || (name === 'value' && 'type' in value) || name === 'writeKey';
    kept[name] = names && typeof one === 'string' ? '[hidden]' : withoutPersons(one, redact, depth + 1);
  }
  return kept;
}
