// All SQL of what a customer did around a case.
import type { TimelineEntry } from '@lyhord/contract';
import type { z } from 'zod';
import { serviceScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { PlaceTree } from '../places/place-line.ts';

const daysAround = 14;
const most = 60;
const dayMs = 86_400_000;
/** What tells something about a complaint; page views and the product's own events do not. */
const tellingKinds = [
  'order_placed',
  'order_delivered',
  'order_returned',
  'contract_started',
  'contract_renewed',
  'contract_ended',
  'invoice_issued',
  'payment_made',
  'visit',
  'ticket_opened',
  'ticket_answered',
  'ticket_solved',
];

type EventEntry = Extract<z.infer<typeof TimelineEntry>, { type: 'event' }>;

interface Row {
  event_id: string;
  kind: string;
  name: string;
  place_id: string;
  reference: string;
  happened_at: string;
  amount_minor: string | null;
  currency: string;
  late: boolean | null;
}

/** Orders and the like of these identifiers within two weeks of a moment, newest first, as far as the viewer may see. */
export async function eventsAround(
  warehouse: Warehouse,
  viewer: Viewer,
  identifierKeys: readonly string[],
  at: Date,
  tree: PlaceTree,
): Promise<EventEntry[]> {
  if (identifierKeys.length === 0) return [];
  const from = new Date(at.getTime() - daysAround * dayMs);
  const to = new Date(at.getTime() + daysAround * dayMs);
  const rows = await warehouse.query<Row>(sql`
    select event_id, kind, name, place_id, reference, happened_at, amount_minor, currency, if(due_at is null, null, happened_at > due_at) as late
    from events where ${serviceScope(viewer)} and kind in ${sql.list(tellingKinds)}
      and identifier_key in ${sql.list(identifierKeys.map(BigInt), 'UInt64')}
      and happened_at >= ${from} and happened_at <= ${to}
    order by happened_at desc, event_id limit ${most}`);
  const lines = await linesOf(
    warehouse,
    viewer,
    rows.map((row) => row.event_id),
  );
  return rows.map((row) => ({
    type: 'event',
    at: `${row.happened_at.replace(' ', 'T')}Z`,
    kind: row.kind,
    name: row.name,
    placeName: tree.get(row.place_id || null)?.name ?? null,
    reference: row.reference || null,
    amountMinor: row.amount_minor === null ? null : Number(row.amount_minor),
    currency: row.currency || null,
    lines: lines.get(row.event_id) ?? [],
    late: row.late === null ? null : Boolean(row.late),
  }));
}

async function linesOf(warehouse: Warehouse, viewer: Viewer, eventIds: readonly string[]) {
  const byEvent = new Map<string, EventEntry['lines']>();
  if (eventIds.length === 0) return byEvent;
  const rows = await warehouse.query<{
    event_id: string;
    product_id: string;
    product_name: string;
    quantity: number;
    price_minor: string;
  }>(sql`select event_id, product_id, product_name, quantity, price_minor
    from order_lines where ${serviceScope(viewer)} and event_id in ${sql.list(eventIds, 'String')}
    order by event_id, line_no`);
  for (const row of rows) {
    const line = {
      name: row.product_name || row.product_id,
      quantity: row.quantity,
      priceMinor: Number(row.price_minor),
    };
    byEvent.set(row.event_id, [...(byEvent.get(row.event_id) ?? []), line]);
  }
  return byEvent;
}
