import type { OperationalEvent } from '@lyhord/contract';
import type { Arrival } from '../arrivals/arrival.ts';
import { hexOf } from '../keys/key64.ts';
import type { CommitRows } from './commit-rows.ts';
import type { RowContext } from './row-context.ts';

/** Writes an event and its order lines. */
export function writeEvent(
  arrival: Arrival,
  event: OperationalEvent,
  context: RowContext,
  into: CommitRows,
): void {
  const local = context.zoneOf(arrival.place).local(event.happenedAt);
  const row = {
    workspace_id: context.workspaceId,
    commit_no: context.commitNo,
    source_id: context.sourceId,
    message_key: arrival.key,
    content_hash: arrival.contentHash,
    event_id: hexOf(arrival.key!),
    kind: event.kind,
    name: event.name,
    identifier_key: arrival.identifiers[0]?.key ?? arrival.customer,
    place_id: arrival.place?.id ?? '',
    place_code: event.placeCode ?? '',
    channel: event.channel ?? '',
    touchpoint: event.touchpoint ?? '',
    happened_at: event.happenedAt,
    known_at: context.knownAt,
    local_day: local.dayNumber,
    local_minute: local.minute,
    reference: event.reference ?? '',
    amount_minor: event.amountMinor,
    cost_minor: event.costMinor,
    currency: event.currency ?? '',
    due_at: event.dueAt,
    wait_seconds: event.waitSeconds,
    properties: propertiesText(event),
  };
  into.events.push(row);
  for (let at = 0; at < event.lines.length; at += 1) {
    const line = event.lines[at]!;
    into.order_lines.push({
      ...row,
      line_no: at + 1,
      product_id: line.productId,
      product_name: line.name ?? '',
      category: line.category ?? '',
      quantity: line.quantity,
      price_minor: line.priceMinor,
      cost_minor: line.costMinor,
    });
  }
}

/** What an identify message says of the customer stands in `traits` alone. */
function propertiesText({ kind, properties }: OperationalEvent): string {
  if (kind === 'identify') return '{}';
  for (const _ in properties) return JSON.stringify(properties);
  return '{}';
}
