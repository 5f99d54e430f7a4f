// Promise: the tables of Olist become places, orders, deliveries, payments and reviews of one workspace; loading them
// again adds nothing.
import type { ImportMapping, Verdict } from '@lyhord/contract';
import type { Ids } from '../../../platform/ids.ts';
import type { Reader } from '../../arrivals/reading.ts';
import { operationalReader } from '../../operational/read-event.ts';
import { readSignal } from '../../signals/read-signal.ts';
import { sentenceOf } from '../checked-mapping.ts';
import type { KeptImport } from '../import-store.ts';
import { lastSealedCommit } from '../imported-rows.ts';
import { endpointOf, type LoadParts } from '../load-file.ts';
import { RunningCounts } from '../running-counts.ts';
import { checkOlistFolder, olistRows, olistRowsBy } from './olist-files.ts';
import { olistEvents, olistSignal } from './olist-meaning.ts';
import { olistPlaces } from './olist-places.ts';

export interface OlistImport {
  readonly workspaceId: string;
  readonly folder: string;
  readonly startedBy: string | null;
  /** Hears what is done. */
  readonly progress?: (sentence: string) => void;
}

type OlistParts = LoadParts & { readonly ids: Ids };

const itemsPerStep = 5_000;

export async function importOlist(parts: OlistParts, from: OlistImport): Promise<KeptImport[]> {
  await checkOlistFolder(from.folder);
  await parts.createPlaces(from.workspaceId, olistPlaces);
  from.progress?.(`Places: Brazil and ${olistPlaces.length - 1} states.`);
  const events = await load(
    parts,
    from,
    'Olist orders',
    'events',
    operationalReader(parts.redact),
    ordersOf(from.folder),
  );
  const signals = await load(parts, from, 'Olist reviews', 'signals', readSignal, reviewsOf(from.folder));
  return [events, signals];
}

async function load(
  parts: OlistParts,
  { workspaceId, startedBy, progress }: OlistImport,
  name: string,
  target: ImportMapping['target'],
  read: Reader,
  items: AsyncIterable<unknown>,
): Promise<KeptImport> {
  const { store, clock } = parts;
  const id = parts.ids.next();
  const counts = new RunningCounts();
  const { id: sourceId } = await parts.access.ownSource(workspaceId, 'import');
  const made = { id, workspaceId, fileName: name, target, startedBy, mapping: null, digest: null };
  await store.begin({ ...made, state: 'running' }, clock.now());
  await store.beginRun(workspaceId, id, await lastSealedCommit(parts.warehouse));
  try {
    for await (const step of inSteps(items)) {
      const verdicts: Verdict[] = await parts.record(
        { workspaceId, sourceId, endpoint: endpointOf(id) },
        step,
        read,
      );
      counts.add(verdicts);
      await store.progress(id, counts.now(), 0, null);
    }
    await store.endRun(id, await lastSealedCommit(parts.warehouse));
  } catch (error) {
    await store.endRun(id, await lastSealedCommit(parts.warehouse));
    await store.end(id, 'failed', counts.now(), sentenceOf(error), clock.now());
    throw error;
  }
  const state = await store.end(id, 'done', counts.now(), null, clock.now());
  progress?.(`${name}: ${state.accepted} new, ${state.duplicates} known, ${state.refused} refused.`);
  return state;
}

async function* inSteps(items: AsyncIterable<unknown>): AsyncGenerator<unknown[]> {
  let step: unknown[] = [];
  for await (const item of items) {
    step.push(item);
    if (step.length < itemsPerStep) continue;
    yield step;
    step = [];
  }
  if (step.length > 0) yield step;
}

async function* ordersOf(folder: string): AsyncGenerator<unknown> {
  const [items, payments, customers, categoryOf, stateOfSeller] = await Promise.all([
    olistRowsBy(folder, 'items', 'order_id'),
    olistRowsBy(folder, 'payments', 'order_id'),
    olistRowsBy(folder, 'customers', 'customer_id'),
    categories(folder),
    sellerStates(folder),
  ]);
  for await (const order of olistRows(folder, 'orders')) {
    const id = order.order_id ?? '';
    yield* olistEvents({
      order,
      customer: customers.get(order.customer_id ?? '')?.[0],
      items: items.get(id) ?? [],
      payments: payments.get(id) ?? [],
      categoryOf,
      stateOfSeller,
    });
  }
}

async function* reviewsOf(folder: string): AsyncGenerator<unknown> {
  const customers = await olistRowsBy(folder, 'customers', 'customer_id');
  const customerOfOrder = new Map<string, string>();
  for await (const order of olistRows(folder, 'orders')) {
    customerOfOrder.set(order.order_id ?? '', order.customer_id ?? '');
  }
  for await (const review of olistRows(folder, 'reviews')) {
    yield olistSignal(review, customers.get(customerOfOrder.get(review.order_id ?? '') ?? '')?.[0]);
  }
}

async function categories(folder: string): Promise<(productId: string) => string> {
  const english = await olistRowsBy(folder, 'translation', 'product_category_name');
  const byProduct = new Map<string, string>();
  for await (const product of olistRows(folder, 'products')) {
    const name = product.product_category_name ?? '';
    byProduct.set(product.product_id ?? '', english.get(name)?.[0]?.product_category_name_english ?? name);
  }
  return (id) => byProduct.get(id) ?? '';
}

async function sellerStates(folder: string): Promise<(sellerId: string) => string> {
  const byId = new Map<string, string>();
  for await (const seller of olistRows(folder, 'sellers')) {
    byId.set(seller.seller_id ?? '', seller.seller_state ?? '');
  }
  return (id) => byId.get(id) ?? '';
}
