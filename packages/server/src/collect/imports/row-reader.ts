// Promise: a row of a file becomes a signal or an event, always under the same id, or is refused with its line, the
// column, the value and what would be right.

import {
  type EventKind,
  eventMeanings,
  expects,
  type ImportMapping,
  type OperationalEvent,
  type OrderLine,
  type PropertyMeaning,
} from '@lyhord/contract';
import type { Draft, ReadItem, Trait } from '../arrivals/arrival.ts';
import type { Reader, Reading } from '../arrivals/reading.ts';
import { underName } from '../arrivals/wrong-field.ts';
import { isCurrency, toMinorUnits } from '../money/minor-units.ts';
import { meantProperties, type PropertyContext } from '../operational/event-properties.ts';
import { readMoney } from '../segment/event-fields.ts';
import { kindOfName } from '../segment/event-names.ts';
import { type Redact, withoutPersonal } from '../segment/personal-fields.ts';
import { readSignal } from '../signals/read-signal.ts';
import { eventContent } from './event-content.ts';
import { brokenRow } from './refused-rows.ts';
import { Cells, WrongCell, WrongRow } from './row-cells.ts';
import type { Cell } from './rows/table.ts';

/** A row with the id that it always gets. */
export interface RowToRead {
  readonly line: number;
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly broken?: string;
}

const questions = ['nps', 'csat', 'ces', 'stars'];

/** A reader of rows for a mapping and the columns of a file. */
export function rowReader(mapping: ImportMapping, columns: readonly string[], redact: Redact): Reader {
  const cells = new Cells(mapping, columns);
  const read = mapping.target === 'signals' ? readSignalRow : readEventRow;
  return (raw, reading) => {
    const row = raw as RowToRead;
    if (row.broken !== undefined) {
      const refused = brokenRow(row.broken);
      return atLine(row.line, { messageId: row.id, refused });
    }
    try {
      return atLine(row.line, read(cells.row(row.cells), row.id, reading, redact));
    } catch (problem) {
      if (!(problem instanceof WrongRow)) throw problem;
      return atLine(row.line, { messageId: row.id, refused: problem.remark });
    }
  };
}

function atLine(line: number, item: ReadItem): ReadItem {
  if (!('refused' in item)) return item;
  return { ...item, refused: { ...item.refused, detail: `Line ${line}: ${item.refused.detail}` } };
}

function zoneOf(cells: Cells, reading: Reading): string {
  const code = cells.text('place', 64);
  return (code ? reading.placeOf(code)?.timeZone : null) ?? reading.timeZone;
}

function readSignalRow(cells: Cells, messageId: string, reading: Reading): ReadItem {
  const happenedAt = cells.moment('happenedAt', zoneOf(cells, reading), reading.receivedAt);
  if (happenedAt === null) throw new WrongCell(cells.column('happenedAt'), '', expects('date'));
  const answers = questions.flatMap((question) => {
    const value = cells.number(question);
    return value === null ? [] : [{ question, value }];
  });
  const optional = (field: string, longest: number) => cells.text(field, longest) ?? undefined;
  const item = withTraits(
    readSignal(
      {
        messageId,
        kind: cells.text('kind', 32)?.toLowerCase() ?? 'comment',
        channel: optional('channel', 32)?.toLowerCase(),
        touchpoint: optional('touchpoint', 64),
        place: optional('place', 64),
        happenedAt,
        identifiers: cells.identifiers(),
        answers,
        title: optional('title', 500),
        text: optional('text', 20_000),
        language: optional('language', 35),
        reference: optional('reference', 120),
        conversation: optional('conversation', 120),
        account: optional('account', 120),
        campaign: optional('campaign', 120),
      },
      reading,
    ),
    cells.traits(),
  );
  if (!('refused' in item)) return item;
  const answer = answers[Number(/^answers\[(\d+)\]/.exec(item.refused.field ?? '')?.[1])];
  if (!answer) return item;
  return { ...item, refused: underName(item.refused, cells.column(answer.question)) };
}

function withTraits(item: ReadItem, traits: readonly Trait[]): ReadItem {
  if ('refused' in item || item.draft.noun !== 'signal') return item;
  return { ...item, draft: { ...item.draft, traits } };
}

function readEventRow(cells: Cells, messageId: string, reading: Reading, redact: Redact): ReadItem {
  const zone = zoneOf(cells, reading);
  const happenedAt = cells.moment('happenedAt', zone, reading.receivedAt);
  if (happenedAt === null) throw new WrongCell(cells.column('happenedAt'), '', expects('date'));
  const name = cells.text('event', 255);
  if (name === null) throw new WrongCell(cells.column('event'), '', expects('event_name'));
  const placeCode = cells.text('place', 64);
  const own = placeCode ? reading.placeOf(placeCode)?.currency : null;
  const currency = (cells.text('currency', 40) ?? own ?? reading.currency).toUpperCase();
  if (!isCurrency(currency)) {
    throw new WrongCell(cells.column('currency'), currency, expects('currency'));
  }
  const [amount, cost] = [cells.money('amount'), cells.money('cost')];
  const waited = cells.numberFrom('waitSeconds', 0, 1e8, expects('seconds'));
  const kind = kindOfName(name);
  const account = cells.text('account', 120);
  const lines = linesOf(cells, currency);
  const meant = propertiesOf(cells, kind, { currency, now: reading.receivedAt, zone });
  const event: OperationalEvent = {
    messageId,
    kind,
    name,
    identifiers: cells.identifiers(),
    placeCode,
    channel: cells.text('channel', 32),
    touchpoint: cells.text('touchpoint', 64),
    happenedAt,
    reference: cells.text('reference', 120),
    amountMinor: amount === null ? null : toMinorUnits(amount, currency),
    costMinor: cost === null ? null : toMinorUnits(cost, currency),
    currency: amount === null && cost === null && lines.length === 0 ? null : currency,
    dueAt: cells.moment('dueAt', zone, reading.receivedAt),
    waitSeconds: waited === null ? null : Math.round(waited),
    lines,
    properties: withoutPersonal(meant, redact),
    ...(account === null ? {} : { account }),
  };
  const draft: Draft = { noun: 'event', event, traits: cells.traits(), rule: 'same_message', consent: true };
  return { messageId, content: eventContent(event), draft };
}

/** A list of lines as JSON text, or the one line that the row itself is. */
function linesOf(cells: Cells, currency: string): OrderLine[] {
  const list = cells.text('lines', 200_000);
  if (list !== null) {
    let products: unknown;
    try {
      products = JSON.parse(list);
    } catch {
      throw new WrongCell(
        cells.column('lines'),
        list,
        expects('json_list', { example: '[{"product_id": "7", "price": 12.5}]' }),
      );
    }
    const money = readMoney('order_placed', { products, currency }, currency);
    if ('wrong' in money) throw new WrongRow({ ...money.wrong, field: cells.column('lines') });
    return money.lines;
  }
  const [productId, name] = [cells.text('productId', 120), cells.text('productName', 200)];
  if (productId === null && name === null) return [];
  const category = cells.text('category', 120);
  const [price, cost] = [cells.money('price'), cells.money('lineCost')];
  return [
    {
      productId: productId ?? '',
      ...(name === null ? {} : { name }),
      ...(category === null ? {} : { category }),
      quantity: cells.numberFrom('quantity', -1e6, 1e6, expects('number_like', { example: 2 })) ?? 1,
      priceMinor: price === null ? 0 : toMinorUnits(price, currency),
      costMinor: cost === null ? null : toMinorUnits(cost, currency),
    },
  ];
}

const propertiesByKind = new Map<EventKind, [string, PropertyMeaning][]>();

function propertiesOfKind(kind: EventKind): readonly [string, PropertyMeaning][] {
  const known = propertiesByKind.get(kind) ?? Object.entries(eventMeanings[kind]?.properties ?? {});
  propertiesByKind.set(kind, known);
  return known;
}

/** The properties that columns give and that mean something for the kind. */
function propertiesOf(cells: Cells, kind: EventKind, context: PropertyContext): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, { type }] of propertiesOfKind(kind)) {
    const value =
      type === 'number' || type === 'whole' || type === 'money'
        ? cells.number(name)
        : type === 'moment'
          ? cells.due(name, context)
          : cells.text(name, 200);
    if (value !== null) given[name] = value;
  }
  const meant = meantProperties(kind, given, context);
  if (!('wrong' in meant)) return meant.properties;
  const { field = '', wrong } = meant.wrong;
  const property = field.replace('properties.', '');
  throw new WrongCell(cells.column(property), cells.text(property) ?? '', ...(wrong?.expected ?? []));
}
