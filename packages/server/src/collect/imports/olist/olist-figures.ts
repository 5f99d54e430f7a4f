// The figures by which an import of Olist is checked: once from the files, once from the product's own tables.
import { sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import { olistRows } from './olist-files.ts';

export interface OlistFigures {
  readonly orders: number;
  readonly payments: number;
  /** Items of orders, equal products counted one by one. */
  readonly items: number;
  readonly reviews: number;
  readonly reviewsWithText: number;
  /** Number of reviews with 1 to 5 stars. */
  readonly stars: readonly [number, number, number, number, number];
  /** Reviews of orders delivered after the promised day, and of those delivered by its end. */
  readonly late: { readonly n: number; readonly mean: number };
  readonly onTime: { readonly n: number; readonly mean: number };
}

/** From the tables that an import has filled. */
export async function olistFiguresOf(warehouse: Warehouse, workspaceId: string): Promise<OlistFigures> {
  const [counts] = await warehouse.query<Record<string, string>>(sql`select
    (select count() from events where workspace_id = ${workspaceId} and kind = 'order_placed') as orders,
    (select count() from events where workspace_id = ${workspaceId} and kind = 'payment_made') as payments,
    (select sum(quantity) from order_lines where workspace_id = ${workspaceId}) as items,
    (select count() from signals where workspace_id = ${workspaceId} and kind = 'review') as reviews,
    (select count() from signals where workspace_id = ${workspaceId} and kind = 'review' and has_text) as texts`);
  const stars = await warehouse.query<{
    value: number;
    n: string;
  }>(sql`select value, count() as n from answers
    where workspace_id = ${workspaceId} and question = 'stars' group by value`);
  const means = await warehouse.query<{ late: number; n: string; mean: number }>(sql`
    select e.happened_at > e.due_at as late, count() as n, avg(s.score) as mean
    from signals as s join events as e on e.reference = s.reference
    where s.workspace_id = ${workspaceId} and e.workspace_id = ${workspaceId} and s.kind = 'review'
      and e.kind = 'order_delivered' and e.due_at is not null
    group by late`);
  const meanOf = (late: number) => {
    const row = means.find((one) => Number(one.late) === late);
    return { n: Number(row?.n ?? 0), mean: row?.mean ?? Number.NaN };
  };
  const count = (value: number) => Number(stars.find((row) => row.value === value)?.n ?? 0);
  return {
    orders: Number(counts?.orders ?? 0),
    payments: Number(counts?.payments ?? 0),
    items: Number(counts?.items ?? 0),
    reviews: Number(counts?.reviews ?? 0),
    reviewsWithText: Number(counts?.texts ?? 0),
    stars: [count(1), count(2), count(3), count(4), count(5)],
    late: meanOf(1),
    onTime: meanOf(0),
  };
}

/** From the files themselves. Late: the day of delivery comes after the estimated day. */
export async function olistFiguresIn(folder: string): Promise<OlistFigures> {
  const lateOf = new Map<string, boolean>();
  let orders = 0;
  for await (const order of olistRows(folder, 'orders')) {
    orders += 1;
    const [delivered, promised] = [order.order_delivered_customer_date, order.order_estimated_delivery_date];
    if (delivered && promised) lateOf.set(order.order_id!, delivered.slice(0, 10) > promised.slice(0, 10));
  }
  const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const sums = { late: [0, 0], onTime: [0, 0] };
  let [reviews, reviewsWithText] = [0, 0];
  for await (const review of olistRows(folder, 'reviews')) {
    const score = Number(review.review_score);
    reviews += 1;
    stars[score - 1]! += 1;
    if (review.review_comment_message?.trim()) reviewsWithText += 1;
    const late = lateOf.get(review.order_id!);
    if (late === undefined) continue;
    const sum = late ? sums.late : sums.onTime;
    sum[0]! += 1;
    sum[1]! += score;
  }
  const mean = ([n, sum]: number[]) => ({ n: n!, mean: sum! / n! });
  return {
    orders,
    payments: await rowsIn(folder, 'payments'),
    items: await rowsIn(folder, 'items'),
    reviews,
    reviewsWithText,
    stars,
    late: mean(sums.late),
    onTime: mean(sums.onTime),
  };
}

async function rowsIn(folder: string, table: 'payments' | 'items'): Promise<number> {
  let rows = 0;
  for await (const _ of olistRows(folder, table)) rows += 1;
  return rows;
}
