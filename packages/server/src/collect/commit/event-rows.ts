import type { OperationalEvent } from '@lyhord/contract';
import type { Arrival } from '../arrivals/arrival.ts';
import { hexOf } from '../keys/key64.ts';
import { warehouseMoment } from '../moments/read-moment.ts';
import { type CommitRows, joinedLine, lineOf } from './commit-rows.ts';
import type { RowContext } from './row-context.ts';

/** Writes an event and its order lines. */
export function writeEvent(
  arrival: Arrival,
  event: OperationalEvent,
  context: RowContext,
  into: CommitRows,
): void {
  const local = context.zoneOf(arrival.place).local(event.happenedAt);
  const eventId = hexOf(arrival.key!);
  const shared = lineOf({
    workspace_id: context.workspaceId,
    commit_no: context.commitNo,
    event_id: eventId,
    kind: event.kind,
    identifier_key: (arrival.identifiers[0]?.key ?? arrival.customer)?.text ?? '0',
    place_id: arrival.place?.id ?? '',
    happened_at: warehouseMoment(event.happenedAt),
    local_day: local.day,
    currency: event.currency ?? '',
  });
  const own = {
    source_id: context.sourceId,
    message_key: arrival.key!.text,
    content_hash: arrival.contentHash,
    name: event.name,
    place_code: event.placeCode ?? '',
    channel: event.channel ?? '',
    touchpoint: event.touchpoint ?? '',
    known_at: context.knownAt,
    local_minute: local.minute,
    reference: event.reference ?? '',
    amount_minor: event.amountMinor,
    cost_minor: event.costMinor,
    due_at: event.dueAt === null ? null : warehouseMoment(event.dueAt),
    wait_seconds: event.waitSeconds,
    properties: propertiesText(event),
  };
  into.events.push(joinedLine(shared, own));
  event.lines.forEach((line, index) => {
    const product = {
      line_no: index + 1,
      product_id: line.productId,
      product_name: line.name ?? '',
      category: line.category ?? '',
      quantity: line.quantity,
      price_minor: line.priceMinor,
      cost_minor: line.costMinor,
    };
    into.order_lines.push(joinedLine(shared, product));
  });
}

/** What an identify message says of the customer stands in `traits` alone. */
function propertiesText(event: OperationalEvent): string {
  return event.kind === 'identify' ? '{}' : JSON.stringify(event.properties);
}
