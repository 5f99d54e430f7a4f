import type { OperationalEvent } from '@lyhord/contract';
import type { Trait } from '../arrivals/arrival.ts';
import type { KeyedAccount } from '../identifiers/keyring.ts';
import type { Key64 } from '../keys/key64.ts';
import type { PlaceOfCode } from '../places/place-codes.ts';
import { writeAccountFact } from './account-rows.ts';
import type { CommitRows } from './commit-rows.ts';
import type { RowContext } from './row-context.ts';

/** What is known of an event beside what it says itself. */
export interface EventMarks {
  readonly key: Key64;
  readonly contentHash: Key64;
  /** The key of the customer's strongest identifier. */
  readonly customer: Key64 | null;
  readonly place: PlaceOfCode | null;
  readonly account: KeyedAccount | null;
}

/** Writes events and their order lines. Column by column: an object per row would cost more than all the rest. */
export function eventWriter(
  into: Pick<CommitRows, 'events' | 'order_lines' | 'account_facts'>,
  context: RowContext,
): (event: OperationalEvent, marks: EventMarks) => void {
  const { column } = into.events;
  const { workspaceId, commitNo, sourceId, knownAt } = context;
  const writeLines = lineWriter(into.order_lines, context);
  return (event, marks) => {
    const { key, place } = marks;
    const local = context.zoneOf(place).localMinute(event.happenedAt);
    const day = Math.floor(local / dayMinutes);
    column.workspace_id.add(workspaceId);
    column.commit_no.add(commitNo);
    column.source_id.add(sourceId);
    column.message_key.add(key);
    column.content_hash.add(marks.contentHash);
    column.event_id.add(key);
    column.kind.add(event.kind);
    column.name.add(event.name);
    column.identifier_key.add(marks.customer);
    column.place_id.add(place === null ? '' : place.id);
    column.place_code.add(event.placeCode ?? '');
    column.channel.add(event.channel ?? '');
    column.touchpoint.add(event.touchpoint ?? '');
    column.happened_at.add(event.happenedAt);
    column.known_at.add(knownAt);
    column.local_day.add(day);
    column.local_minute.add(local - day * dayMinutes);
    column.reference.add(event.reference ?? '');
    column.amount_minor.add(event.amountMinor);
    column.cost_minor.add(event.costMinor);
    column.currency.add(event.currency ?? '');
    column.due_at.add(event.dueAt);
    column.wait_seconds.add(event.waitSeconds);
    column.properties.add(propertiesText(event));
    into.events.rowDone();
    if (event.lines.length > 0) writeLines(event, marks, day);
    if (marks.account !== null) writeAccountFact(factOf(event, marks, marks.account), context, into);
  };
}

const dayMinutes = 1_440;
const ofContract = /^contract_/;

const factOf = (event: OperationalEvent, { key, customer, place }: EventMarks, account: KeyedAccount) => ({
  ...event,
  ...{ account, key, customer, place },
  details: event.kind === 'group' || ofContract.test(event.kind) ? propertiesText(event) : '{}',
});

function lineWriter(block: CommitRows['order_lines'], { workspaceId, commitNo }: RowContext) {
  const { column } = block;
  return (event: OperationalEvent, { key, customer, place }: EventMarks, day: number): void => {
    for (let at = 0; at < event.lines.length; at += 1) {
      const line = event.lines[at]!;
      column.workspace_id.add(workspaceId);
      column.commit_no.add(commitNo);
      column.event_id.add(key);
      column.kind.add(event.kind);
      column.identifier_key.add(customer);
      column.place_id.add(place === null ? '' : place.id);
      column.happened_at.add(event.happenedAt);
      column.local_day.add(day);
      column.line_no.add(at + 1);
      column.product_id.add(line.productId);
      column.product_name.add(line.name ?? '');
      column.category.add(line.category ?? '');
      column.quantity.add(line.quantity);
      column.price_minor.add(line.priceMinor);
      column.cost_minor.add(line.costMinor);
      column.currency.add(event.currency ?? '');
      block.rowDone();
    }
  };
}

/** Writes what a customer is said to be. */
export function writeTraits(
  traits: readonly Trait[],
  customer: Key64,
  happenedAt: number,
  { workspaceId, commitNo, sourceId }: RowContext,
  into: Pick<CommitRows, 'traits'>,
): void {
  const { column } = into.traits;
  for (const { name, value } of traits) {
    column.workspace_id.add(workspaceId);
    column.commit_no.add(commitNo);
    column.identifier_key.add(customer);
    column.name.add(name);
    column.value.add(value);
    column.source_id.add(sourceId);
    column.happened_at.add(happenedAt);
    into.traits.rowDone();
  }
}

/** What an identify message says of the customer stands in `traits` alone. */
function propertiesText({ kind, properties }: OperationalEvent): string {
  if (kind === 'identify') return '{}';
  for (const _ in properties) return JSON.stringify(properties);
  return '{}';
}
