// Promise: a file of events comes in blocks of finished rows, the same rows under the same keys as if each had been judged
// by itself; what is out of the ordinary comes beside them as it stands in the file.
import { noRows } from '../../commit/commit-rows.ts';
import { zoneOfPlace } from '../../commit/row-context.ts';
import { Keyring } from '../../identifiers/keyring.ts';
import { hashOf, MessageKeys } from '../../keys/key64.ts';
import { type PlaceCodes, placeCodes } from '../../places/place-codes.ts';
import { MetIdentity } from '../../preparing/met-identity.ts';
import { PreparedBlock } from '../../preparing/prepared-block.ts';
import type { PreparingPlan } from '../../preparing/prepared-events.ts';
import type { Redact } from '../../segment/personal-fields.ts';
import { numberedRows } from '../numbered-rows.ts';
import { type RowToRead, rowReader } from '../row-reader.ts';
import { openTable } from '../rows/open-table.ts';
import type { Table } from '../rows/table.ts';
import type { BlockAsked, BlockOfRows, FileToRead } from './block-of-rows.ts';

/** One commit's rows: a table gets few parts, and what a commit costs beside its rows is soon forgotten. */
const rowsPerBlock = 40_000;
/** Of a table with very many columns fewer rows are held at once. */
const cellsPerBlock = 4_000_000;
/** Beyond, everybody is forgotten: who is met twice costs little, memory that grows with the file would cost more. */
const mostMet = 1_000_000;
/** The thread remembers by itself what it has met. */
const rememberedByKeyring = 1;

export class EventBlocks {
  readonly table: Table;
  private readonly importId: string;
  private readonly rows: AsyncGenerator<RowToRead[]>;
  private readonly read: ReturnType<typeof rowReader>;
  private readonly unsettled = new Map<number, readonly RowToRead[]>();
  private rest: RowToRead[] = [];
  private workspace: Workspace | null = null;
  private count = 0;
  private forgotten = 0;

  private constructor(table: Table, { mapping, importId, skipped }: FileToRead, redact: Redact) {
    this.table = table;
    this.importId = importId;
    this.rows = numberedRows(table, mapping, skipped);
    this.read = rowReader(mapping, table.columns, redact);
  }

  static async open(file: FileToRead, redact: Redact): Promise<EventBlocks> {
    return new EventBlocks(await openTable(file.path, file.mapping), file, redact);
  }

  /** The next block; null when the file has ended. */
  async next({ receivedAt, plan }: BlockAsked): Promise<BlockOfRows | null> {
    if (plan) this.workspace = new Workspace(plan);
    const rows = await this.take();
    if (rows.length === 0) return null;
    const workspace = this.workspace!;
    if (workspace.met.size > mostMet) workspace.forget();
    const number = this.count++;
    this.unsettled.set(number, rows);
    const { prepared, wrong } = this.prepare(rows, workspace, receivedAt);
    const share = this.table.share();
    return { number, rows: rows.length, prepared, wrong, forgotten: this.forgotten, share };
  }

  /** The rows of a block as they stand in the file; with `forget`, blocks that are read later name everybody again. */
  rowsOf(number: number, forget: boolean): readonly RowToRead[] {
    if (forget) {
      this.forgotten += 1;
      this.workspace?.forget();
    }
    return this.unsettled.get(number) ?? [];
  }

  settled(number: number): void {
    this.unsettled.delete(number);
  }

  private async take(): Promise<RowToRead[]> {
    const most = Math.max(1, Math.min(rowsPerBlock, Math.floor(cellsPerBlock / this.table.columns.length)));
    while (this.rest.length < most) {
      const { value, done } = await this.rows.next();
      if (done) {
        this.table.close();
        break;
      }
      for (const row of value) this.rest.push(row);
    }
    const taken = this.rest.slice(0, most);
    this.rest = this.rest.slice(most);
    return taken;
  }

  private prepare(rows: readonly RowToRead[], workspace: Workspace, receivedAt: number) {
    const { plan, placeOf, messageKeys, met, room } = workspace;
    const { workspaceId, sourceId, timeZone, currency } = plan;
    const zoneOf = zoneOfPlace(timeZone);
    const context = {
      workspaceId,
      sourceId,
      importId: this.importId,
      commitNo: 0,
      knownAt: receivedAt,
      zoneOf,
    };
    const block = new PreparedBlock(context, met, room, true);
    const reading = { receivedAt, placeOf, timeZone, currency, newId: noId };
    const wrong: RowToRead[] = [];
    for (const row of rows) {
      const item = this.read(row, reading);
      if ('refused' in item || item.draft.noun !== 'event') {
        wrong.push(row);
        continue;
      }
      const { event, traits } = item.draft;
      const key = messageKeys.keyOf('event', item.messageId);
      const contentHash = item.content === null ? key : hashOf(item.content);
      const place = event.placeCode ? placeOf(event.placeCode) : null;
      block.add(event, { key, contentHash, place }, traits);
    }
    return { prepared: block.packed(), wrong };
  }
}

/** Rows bring their ids. */
const noId = (): string => {
  throw new Error('A row has an id of its own.');
};

/** What the thread holds of the workspace. */
class Workspace {
  readonly plan: PreparingPlan;
  readonly placeOf: PlaceCodes;
  readonly messageKeys: MessageKeys;
  readonly room = noRows();
  met: MetIdentity;

  constructor(plan: PreparingPlan) {
    this.plan = plan;
    this.placeOf = placeCodes(plan.places);
    this.messageKeys = new MessageKeys(plan.workspaceId, plan.sourceId);
    this.met = this.nobody();
  }

  forget(): void {
    this.met = this.nobody();
  }

  private nobody(): MetIdentity {
    return new MetIdentity(new Keyring(this.plan.identifierSecret, rememberedByKeyring));
  }
}
