// Promise: a row of a file becomes a signal or an event, always under the same id, or is refused with its line, the
// column, the value and what would be right.
import {
  type EventKind,
  eventMeanings,
  type ImportMapping,
  type OperationalEvent,
  type OrderLine,
  type PropertyMeaning,
} from '@lyhord/contract';
import type { Draft, ReadItem, Remark, Trait } from '../arrivals/arrival.ts';
import type { Reader, Reading } from '../arrivals/reading.ts';
import { KeyMap } from '../keys/key-map.ts';
import { hashOf, hexOf } from '../keys/key64.ts';
import { readDue, readHappened } from '../moments/read-moment.ts';
import { isCurrency, toMinorUnits } from '../money/minor-units.ts';
import { meantProperties, type PropertyContext } from '../operational/event-properties.ts';
import { readMoney } from '../segment/event-fields.ts';
import { kindOfName } from '../segment/event-names.ts';
import { type Redact, withoutPersonal } from '../segment/personal-fields.ts';
import { readSignal } from '../signals/read-signal.ts';
import { readMomentCell, readNumberCell } from './cell-values.ts';
import { eventContent } from './event-content.ts';
import type { Cell, Table } from './rows/table.ts';

/** A row with the id that it always gets. */
export interface RowToRead {
  readonly line: number;
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly broken?: string;
}

/** Thrown for a cell that cannot be read; told as a refusal. */
class WrongCell extends Error {
  readonly remark: Remark;
  constructor(column: string, cell: string, expected: string) {
    super(column);
    const detail = `${column} is ${JSON.stringify(cell.slice(0, 80))}, but should be ${expected}.`;
    this.remark = { reason: 'invalid', field: column, detail };
  }
}

interface NamedInRow {
  readonly type: 'user_id' | 'loyalty_number' | 'email' | 'phone';
  readonly value: string;
}
const identifierFields: readonly (readonly [string, NamedInRow['type']])[] = [
  ['userId', 'user_id'],
  ['loyaltyNumber', 'loyalty_number'],
  ['email', 'email'],
  ['phone', 'phone'],
];

/** Reads the cells of one row by field. */
class Cells {
  private readonly mapping: ImportMapping;
  private readonly at: ReadonlyMap<string, number>;
  private readonly constants: ReadonlyMap<string, string>;
  private cells: readonly Cell[] = [];
  constructor(mapping: ImportMapping, columns: readonly string[]) {
    this.mapping = mapping;
    this.constants = new Map(Object.entries(mapping.constants));
    const index = new Map(columns.map((name, at) => [name, at]));
    this.at = new Map(
      Object.entries(mapping.columns).flatMap(([field, column]) => {
        const at = index.get(column);
        return at === undefined ? [] : [[field, at] as const];
      }),
    );
  }
  row(cells: readonly Cell[]): this {
    this.cells = cells;
    return this;
  }
  column(field: string): string {
    return this.mapping.columns[field] ?? field;
  }
  private cell(field: string): Cell {
    const at = this.at.get(field);
    const cell = at === undefined ? undefined : this.cells[at];
    return cell === undefined || cell === '' ? (this.constants.get(field) ?? '') : cell;
  }
  text(field: string, longest = 20_000): string | null {
    const cell = this.cell(field);
    // most fields have no column
    if (cell === '') return null;
    const text = typeof cell === 'number' ? String(cell) : cell.trim() || (this.constants.get(field) ?? '');
    return text === '' ? null : text.length > longest ? text.slice(0, longest) : text;
  }
  number(field: string): number | null {
    const known = this.cell(field);
    if (typeof known === 'number') return known;
    const cell = this.text(field);
    if (cell === null) return null;
    const reading = readNumberCell(cell, this.mapping.decimalComma);
    if ('wrong' in reading) throw new WrongCell(this.column(field), cell, reading.wrong);
    return reading.value;
  }
  moment(field: string, zone: string, now: number): number | null {
    const cell = this.text(field);
    if (cell === null) return null;
    const reading = readMomentCell(cell, this.mapping.dateFormats?.[field] ?? this.mapping.dateFormat);
    if ('wrong' in reading) throw new WrongCell(this.column(field), cell, reading.wrong);
    const read = field === 'happenedAt' ? readHappened : readDue;
    const moment = read(reading.value, now, this.mapping.timeZone ?? zone);
    if ('wrong' in moment) throw new WrongCell(this.column(field), cell, moment.wrong);
    return moment.at;
  }
  due(field: string, { now, zone }: PropertyContext): number | null {
    return this.moment(field, zone, now);
  }
  identifiers(): NamedInRow[] {
    const named: NamedInRow[] = [];
    for (const [field, type] of identifierFields) {
      const value = this.text(field, 320);
      if (value !== null) named.push({ type, value });
    }
    return named;
  }
  traits(): Trait[] {
    const name = this.text('name', 200);
    return name === null ? [] : [{ name: 'name', value: name }];
  }
}

const questions = ['nps', 'csat', 'ces', 'stars'];

/** A reader of rows for a mapping and the columns of a file. */
export function rowReader(mapping: ImportMapping, columns: readonly string[], redact: Redact): Reader {
  const cells = new Cells(mapping, columns);
  const read = mapping.target === 'signals' ? readSignalRow : readEventRow;
  return (raw, reading) => {
    const row = raw as RowToRead;
    if (row.broken !== undefined) {
      const refused = { reason: 'broken_row', detail: `${row.broken}.` };
      return atLine(row.line, { messageId: row.id, refused });
    }
    try {
      return atLine(row.line, read(cells.row(row.cells), row.id, reading, redact));
    } catch (problem) {
      if (!(problem instanceof WrongCell)) throw problem;
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
  if (happenedAt === null) throw new WrongCell(cells.column('happenedAt'), '', 'a date');
  const answers = questions.flatMap((question) => {
    const value = cells.number(question);
    return value === null ? [] : [{ question, value }];
  });
  const optional = (field: string, longest: number) => cells.text(field, longest) ?? undefined;
  return withTraits(
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
}

function withTraits(item: ReadItem, traits: readonly Trait[]): ReadItem {
  if ('refused' in item || item.draft.noun !== 'signal') return item;
  return { ...item, draft: { ...item.draft, traits } };
}

function readEventRow(cells: Cells, messageId: string, reading: Reading, redact: Redact): ReadItem {
  const zone = zoneOf(cells, reading);
  const happenedAt = cells.moment('happenedAt', zone, reading.receivedAt);
  if (happenedAt === null) throw new WrongCell(cells.column('happenedAt'), '', 'a date');
  const name = cells.text('event', 255);
  if (name === null) throw new WrongCell(cells.column('event'), '', 'the name of what happened');
  const placeCode = cells.text('place', 64);
  const own = placeCode ? reading.placeOf(placeCode)?.currency : null;
  const currency = (cells.text('currency', 3) ?? own ?? reading.currency).toUpperCase();
  if (!isCurrency(currency)) {
    throw new WrongCell(cells.column('currency'), currency, 'three letters of ISO 4217, such as SEK');
  }
  const [amount, cost] = [cells.number('amount'), cells.number('cost')];
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
    waitSeconds: cells.number('waitSeconds'),
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
        'a JSON list such as [{"product_id": "7", "price": 12.5}]',
      );
    }
    const money = readMoney('order_placed', { products, currency }, currency);
    if ('wrong' in money) throw new WrongCell(cells.column('lines'), list, `right: ${money.wrong.detail}`);
    return money.lines;
  }
  const [productId, name] = [cells.text('productId', 120), cells.text('productName', 200)];
  if (productId === null && name === null) return [];
  const category = cells.text('category', 120);
  const [price, cost] = [cells.number('price'), cells.number('lineCost')];
  return [
    {
      productId: productId ?? '',
      ...(name === null ? {} : { name }),
      ...(category === null ? {} : { category }),
      quantity: cells.number('quantity') ?? 1,
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
  const { field = '', detail } = meant.wrong;
  const property = field.replace('properties.', '');
  throw new WrongCell(
    cells.column(property),
    cells.text(property) ?? '',
    detail.replace(/^.*but should be /, '').replace(/\.$/, ''),
  );
}

/**
 * Ids of rows. A row with an id column has that id under the file's kind (its target and header), so that two files of
 * the same kind share ids and two of different kinds do not. JSON lines have no header: their kind is the columns that
 * are used. A row without an id is known by its cells and by how often the same cells stood above it: identical rows
 * are all kept, and loading them again adds none.
 */
export function rowIds(
  mapping: ImportMapping,
  { format, columns }: Pick<Table, 'format' | 'columns'>,
): (cells: readonly Cell[]) => string {
  const header = format === 'json_lines' ? Object.values(mapping.columns).sort() : columns;
  const kind = hexOf(hashOf(JSON.stringify([mapping.target, mapping.constants.dataset ?? '', ...header])));
  const idColumn = columns.indexOf(mapping.columns.messageId ?? '');
  const seen = new KeyMap();
  return (cells) => {
    const id = idColumn >= 0 ? String(cells[idColumn] ?? '').trim() : '';
    if (id) return `${kind}:${id.slice(0, 200)}`;
    const content = hashOf(JSON.stringify(cells));
    const times = Math.max(0, seen.get(content.high, content.low)) + 1;
    seen.set(content.high, content.low, times);
    return times === 1 ? `${kind}:${hexOf(content)}` : `${kind}:${hexOf(content)}:${times}`;
  };
}
