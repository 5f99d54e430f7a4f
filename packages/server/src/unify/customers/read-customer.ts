// Promise: one page with all that the viewer may know of a customer; what happened elsewhere shows as counts only.
import type { CaseRow, ComputedTraits, CustomerPage, SignalCard } from '@lyhord/contract';
import type { z } from 'zod';
import {
  isRestricted,
  serviceScope,
  shownIdentifier,
  type Viewer,
  workspaceScope,
} from '../../access/index.ts';
import type { Suppression } from '../../collect/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Identities } from '../identity/identities.ts';
import { type IdentifierRow, identifiersByKey, linksOf } from '../identity/identity-store.ts';
import type { KeyCustomers } from '../key-customers/key-customers.ts';
import type { ServedIdentifiers } from '../profiles/served-profile.ts';
import { customerRows } from './customer-rows.ts';
import type { CustomerStore, EventRow, LineRow } from './customer-store.ts';
import { lifeThen } from './life-then.ts';
import { isoOf } from './moments.ts';
import { newestTraits } from './newest-traits.ts';
import { traitsThen } from './traits-then.ts';

export type Page = z.infer<typeof CustomerPage>;
type Timeline = Page['timeline'];

/** What later steps know of a customer's signals and cases. */
export interface LaterSteps {
  readonly signalCards: (viewer: Viewer, signalIds: readonly string[]) => Promise<SignalCard[]>;
  readonly casesOf: (
    viewer: Viewer,
    profileKey: string,
    identifierKeys: readonly string[],
  ) => Promise<CaseRow[]>;
  /** The stage of life at the time of each signal, where it is known. */
  readonly stagesThen: (
    viewer: Viewer,
    identifierKeys: readonly string[],
    signalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** What is computed of a customer, by all of their identifiers. */
  readonly computedTraits: (
    viewer: Viewer,
    identifierKeys: readonly string[],
  ) => Promise<ComputedTraits | null>;
  /** What is at hand of identifiers; null where they are not. */
  readonly served: (
    workspaceId: string,
    identifierKeys: readonly string[],
  ) => Promise<ServedIdentifiers | null>;
  /** Up to when computed traits are complete, ISO 8601. */
  readonly freshAt: (workspaceId: string) => Promise<string>;
  readonly openCases: (workspaceId: string, identifierKeys: readonly string[]) => Promise<number>;
}

export interface PageParts {
  readonly warehouse: Warehouse;
  readonly store: CustomerStore;
  readonly identities: Identities;
  readonly later: LaterSteps;
  readonly suppressionsOf: (workspaceId: string, keys: readonly string[]) => Promise<Suppression[]>;
  readonly sourceNames: (workspaceId: string) => Promise<ReadonlyMap<string, string>>;
  readonly placeNames: (workspaceId: string) => Promise<ReadonlyMap<string, string>>;
  readonly keyCustomers: KeyCustomers;
  readonly hides: Hides;
}

/** True where identifiers are of a customer who is restricted: only an admin, who can lift it, sees something of them. */
export type Hides = (viewer: Viewer, identifierKeys: readonly string[]) => boolean;

const endOfTime = '2299-12-31 00:00:00.000';

export async function readCustomer(
  parts: PageParts,
  viewer: Viewer,
  id: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Page> {
  const { store, identities } = parts;
  const { workspaceId } = viewer;
  const { profileKey, keys, identifiers, own, all } = await visibleCustomer(parts, viewer, id);
  const known = traitsOf(parts, viewer, keys);
  const [row, traits, links, consent, cases, timeline, computed, keyCustomer] = await Promise.all([
    customerRows(parts.warehouse, store, identities, viewer, [profileKey]),
    known,
    linksFor(parts, viewer, keys, identifiers),
    consentOf(parts, viewer, keys, identifiers),
    parts.later.casesOf(viewer, profileKey, keys),
    timelineOf(parts, viewer, keys, known, before, limit),
    parts.later.computedTraits(viewer, keys),
    parts.keyCustomers.of(workspaceId, keys),
  ]);
  const elsewhere = { events: all.events - own.events, signals: all.signals - own.signals };
  return {
    ...row[0]!,
    openCases: cases.filter((one) => one.state !== 'closed').length,
    traits,
    computed,
    keyCustomer,
    consent,
    cases,
    links,
    timeline,
    partial: elsewhere.events + elsewhere.signals > 0,
    elsewhere,
  };
}

/** The customer with what there is of them; refuses those that do not exist or that the viewer may not see. */
export async function visibleCustomer(parts: PageParts, viewer: Viewer, id: string) {
  const { store, identities } = parts;
  const { workspaceId } = viewer;
  const profileKey = identities.profileKeyOf(workspaceId, id);
  if (profileKey === null) throw unknownCustomer(id);
  const keys = identities.identifierKeysOf(workspaceId, profileKey);
  if (parts.hides(viewer, keys)) throw unknownCustomer(id);
  const [own, all, identifiers] = await Promise.all([
    store.counts(serviceScope(viewer), keys),
    store.counts(workspaceScope(viewer), keys),
    identifiersByKey(parts.warehouse, workspaceId, keys),
  ]);
  const known = identifiers.length > 0 || all.events + all.signals > 0;
  if (!known || (isRestricted(viewer) && own.events + own.signals === 0)) throw unknownCustomer(id);
  return { profileKey, keys, identifiers, own, all };
}

const unknownCustomer = (id: string) =>
  new Problem('not_found', because('customer_unknown', { customer: id.slice(0, 40) }));

export async function traitsOf(
  parts: PageParts,
  viewer: Viewer,
  keys: readonly string[],
): Promise<Page['traits']> {
  const [rows, sources] = await Promise.all([
    parts.store.traits(viewer.workspaceId, keys),
    parts.sourceNames(viewer.workspaceId),
  ]);
  return newestTraits(viewer, rows, sources);
}

async function linksFor(
  parts: PageParts,
  viewer: Viewer,
  keys: readonly string[],
  identifiers: readonly IdentifierRow[],
): Promise<Page['links']> {
  const [rows, sources] = await Promise.all([
    linksOf(parts.warehouse, viewer.workspaceId, keys),
    parts.sourceNames(viewer.workspaceId),
  ]);
  const shown = new Map(identifiers.map((one) => [one.identifier_key, shownIdentifier(viewer, one).value]));
  return rows.map((row) => ({
    a: shown.get(row.key_a) ?? '…',
    b: shown.get(row.key_b) ?? '…',
    rule: row.rule,
    source: sources.get(row.source_id) ?? row.source_id,
    at: isoOf(row.linked_at) ?? '',
  }));
}

export async function consentOf(
  parts: PageParts,
  viewer: Viewer,
  keys: readonly string[],
  identifiers: readonly IdentifierRow[],
): Promise<Page['consent']> {
  if (!identifiers.some(({ type }) => type === 'email')) return [];
  return consentFrom(identifiers, await parts.suppressionsOf(viewer.workspaceId, keys));
}

/** Whether the customer may be written to, by what they have said. */
export function consentFrom(
  identifiers: readonly { readonly type: string }[],
  suppressed: readonly Suppression[],
): Page['consent'] {
  if (!identifiers.some(({ type }) => type === 'email')) return [];
  if (suppressed.length === 0)
    return [{ channel: 'email', allowed: true, reason: 'not_unsubscribed', at: null }];
  return suppressed.map(({ channel, reason, at }) => ({
    channel,
    allowed: false,
    reason,
    at: at.toISOString(),
  }));
}

/** What happened before a moment, the newest first; a page ends with all of its last moment, at which the next one begins. */
async function timelineOf(
  parts: PageParts,
  viewer: Viewer,
  keys: readonly string[],
  known: Promise<Page['traits']>,
  before: string | undefined,
  limit: number,
): Promise<Timeline> {
  const { store } = parts;
  const until = before === undefined ? endOfTime : warehouseText(before);
  const [events, signalIds, places] = await Promise.all([
    store.events(serviceScope(viewer), keys, until, limit),
    store.signalIds(serviceScope(viewer), keys, until, limit),
    parts.placeNames(viewer.workspaceId),
  ]);
  const [cards, earlier, lives, lines] = await Promise.all([
    signalIds.length > 0 ? parts.later.signalCards(viewer, signalIds) : [],
    traitsThen(store, viewer, keys, signalIds, await known),
    lifeThen(store, parts.later.stagesThen, viewer, keys, signalIds),
    events.length > 0
      ? store.lines(
          serviceScope(viewer),
          events.map((event) => event.event_id),
        )
      : [],
  ]);
  return [
    ...cards.map((signal) => ({
      ...{ type: 'signal' as const, at: signal.happenedAt, signal },
      knownThen: earlier.get(signal.id) ?? [],
      lifeThen: lives.get(signal.id) ?? null,
    })),
    ...events.map((event) => eventEntry(event, lines, places)),
  ]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .filter(({ at }, index, entries) => index < limit || at === entries[limit - 1]!.at);
}

function warehouseText(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) {
    throw new Problem('invalid_input', {
      detail: `before is "${moment.slice(0, 40)}", but should be a moment.`,
    });
  }
  return at.toISOString().replace('T', ' ').slice(0, 23);
}

function eventEntry(
  event: EventRow,
  lines: readonly LineRow[],
  places: ReadonlyMap<string, string>,
): Timeline[number] {
  return {
    type: 'event',
    at: isoOf(event.happened_at) ?? '',
    kind: event.kind,
    name: event.name,
    placeName: places.get(event.place_id) ?? null,
    reference: event.reference || null,
    amountMinor: event.amount_minor === null ? null : Number(event.amount_minor),
    currency: event.currency || null,
    lines: lines
      .filter((line) => line.event_id === event.event_id)
      .map((line) => ({
        name: line.product_name || line.product_id,
        quantity: line.quantity,
        priceMinor: Number(line.price_minor),
      })),
    late: lateness(event),
  };
}

/** Whether what was promised came after its time; null for what carries no promise or has not come about. */
function lateness({ kind, due_at, happened_at }: EventRow): boolean | null {
  const fulfils = kind === 'order_delivered' || kind === 'payment_made' || kind === 'ticket_solved';
  return fulfils && due_at !== null ? happened_at > due_at : null;
}
