// Promise: a dry run says what loading a file would change, row by row through the same reader, and stores nothing.
import type { ImportCheck, ImportMapping, OperationalEvent, SignalReceived } from '@lyhord/contract';
import type { Draft, Remark } from '../arrivals/arrival.ts';
import type { Reading } from '../arrivals/reading.ts';
import { KeyMap } from '../keys/key-map.ts';
import { hashOf, type Key64, MessageKeys, sameKey } from '../keys/key64.ts';
import type { SeenKeys } from '../keys/seen-keys.ts';
import { currencyExponent } from '../money/minor-units.ts';
import type { KeptMessages } from '../pipeline/kept-messages.ts';
import type { ReferenceStore } from '../reference/reference-store.ts';
import type { Redact } from '../segment/personal-fields.ts';
import { checkMapping } from './checked-mapping.ts';
import { judgedRows } from './load-reference.ts';
import { readPlaces } from './place-rows.ts';
import { refusedRow } from './refused-rows.ts';
import { rowIds } from './row-ids.ts';
import { rowReader } from './row-reader.ts';
import { openTable } from './rows/open-table.ts';
import type { Table, TableRow } from './rows/table.ts';

export interface CheckParts {
  readonly kept: KeptMessages;
  readonly seen: () => SeenKeys;
  readonly redact: Redact;
  readonly reference: ReferenceStore;
  /** Codes of the places that are there, for files of places. */
  readonly placeCodes: (workspaceId: string) => Promise<ReadonlyMap<string, string>>;
}

export interface FileToCheck {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly path: string;
  readonly mapping: ImportMapping;
  readonly reading: Reading;
}

const mostRows = 200_000;
const mostReasons = 50;
const shownRows = 5;

export async function checkFile(parts: CheckParts, file: FileToCheck): Promise<ImportCheck> {
  const table = await openTable(file.path, file.mapping);
  return checkTable(parts, file, table).finally(() => table.close());
}

async function checkTable(parts: CheckParts, file: FileToCheck, table: Table): Promise<ImportCheck> {
  checkMapping(file.mapping, table.columns);
  if (file.mapping.target === 'places') return checkPlaces(parts, file, table);
  if (file.mapping.target === 'enrichment' || file.mapping.target === 'exchange_rates') {
    return checkReference(parts, file, table);
  }
  const found = new Findings(parts.redact);
  const read = rowReader(file.mapping, table.columns, parts.redact);
  const idOf = rowIds(file.mapping, table);
  const keys = new MessageKeys(file.workspaceId, file.sourceId);
  const inFile = new KeyMap();
  let whole = true;
  for await (const block of table.blocks) {
    const asked: Asked[] = [];
    for (const row of block) {
      const item = read({ ...row, id: idOf(row.cells) }, file.reading);
      if ('refused' in item) {
        found.refuse(row, item.refused);
        continue;
      }
      const key = keys.keyOf(item.draft.noun, item.messageId);
      const content = hashOf(item.content ?? item.messageId);
      const above = inFile.get(key.high, key.low);
      // the first of two rows with one id is the one that stays
      if (above < 0) inFile.set(key.high, key.low, content.low >>> 1);
      const known = above >= 0 ? above === content.low >>> 1 : null;
      asked.push({ row, draft: item.draft, key, content, known });
    }
    await judge(parts, asked, found, file.reading);
    if (found.rows >= mostRows) {
      whole = false;
      break;
    }
  }
  return { ...found.result(), whole, remarks: [...table.remarks] };
}

interface Asked {
  readonly row: TableRow;
  readonly draft: Draft;
  readonly key: Key64;
  readonly content: Key64;
  /** Whether a row above with the same id has the same content; null where there is none. */
  readonly known: boolean | null;
}

async function judge(
  { kept, seen }: CheckParts,
  asked: readonly Asked[],
  found: Findings,
  reading: Reading,
): Promise<void> {
  const perhaps = asked.filter(
    ({ key, content }) => seen().sighting(key.high, key.low, content.low) !== 'new',
  );
  const stored =
    perhaps.length > 0
      ? await kept.find(perhaps.map(({ draft, key }) => ({ noun: draft.noun, key: key.text })))
      : new Map<string, Key64>();
  for (const { row, draft, key, content, known } of asked) {
    const there = stored.get(key.text);
    const same = known ?? (there === undefined ? null : sameKey(there, content));
    if (same === true) found.duplicate();
    else if (same === false) found.differ(row);
    else found.fresh(row, draft, reading);
  }
}

class Findings {
  rows = 0;
  private readonly redact: Redact;
  private readonly counts = { fresh: 0, duplicates: 0, differing: 0, refused: 0, withoutCustomer: 0 };
  private readonly reasons = new Map<string, ImportCheck['reasons'][number]>();
  private readonly unknownPlaces = new Map<string, number>();
  private readonly first: ImportCheck['first'] = [];
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;

  constructor(redact: Redact) {
    this.redact = redact;
  }

  refuse({ line }: TableRow, remark: Remark): void {
    this.rows += 1;
    this.counts.refused += 1;
    this.because(line, remark);
  }
  differ({ line }: TableRow): void {
    this.rows += 1;
    this.counts.differing += 1;
    const detail = `Line ${line}: its id is there already with other content; what is there stays.`;
    this.because(line, { reason: 'differs', field: 'messageId', detail });
  }
  duplicate(): void {
    this.rows += 1;
    this.counts.duplicates += 1;
  }
  fresh({ line }: TableRow, draft: Draft, reading: Reading): void {
    this.rows += 1;
    this.counts.fresh += 1;
    const at = draft.noun === 'event' ? draft.event.happenedAt : draft.happenedAt;
    this.from = Math.min(this.from, at);
    this.to = Math.max(this.to, at);
    const { identifiers } = draft.noun === 'event' ? draft.event : draft.signal;
    if (identifiers.length === 0) this.counts.withoutCustomer += 1;
    const code = draft.noun === 'event' ? draft.event.placeCode : draft.signal.place;
    if (code && !reading.placeOf(code)) {
      this.unknownPlaces.set(code, (this.unknownPlaces.get(code) ?? 0) + 1);
    }
    if (this.first.length < shownRows) this.first.push({ line, stored: storedFields(draft, this.redact) });
  }

  /** A row that is no event and no signal. */
  freshFields(line: number, fields: object): void {
    this.rows += 1;
    this.counts.fresh += 1;
    if (this.first.length >= shownRows) return;
    const stored = Object.entries(fields).flatMap(([field, value]) =>
      value === undefined || value === '' ? [] : [{ field, value: String(value) }],
    );
    this.first.push({ line, stored });
  }

  result(): Omit<ImportCheck, 'whole' | 'remarks'> {
    const places = [...this.unknownPlaces].map(([code, rows]) => ({ code, rows }));
    const iso = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : null);
    return {
      rows: this.rows,
      ...this.counts,
      reasons: [...this.reasons.values()].sort((a, b) => b.rows - a.rows),
      unknownPlaces: places.sort((a, b) => b.rows - a.rows).slice(0, 50),
      from: iso(this.from),
      to: iso(this.to),
      first: this.first,
    };
  }

  private because(line: number, { field = '', ...remark }: Remark): void {
    const key = `${field}|${remark.reason}`;
    const known = this.reasons.get(key);
    if (known) this.reasons.set(key, { ...known, rows: known.rows + 1 });
    else if (this.reasons.size < mostReasons) this.reasons.set(key, { field, rows: 1, line, ...remark });
  }
}

/** The fields of a row as they would be stored, those that hold something. */
function storedFields(draft: Draft, redact: Redact): { field: string; value: string }[] {
  const fields =
    draft.noun === 'event' ? eventFields(draft.event) : signalFields(draft.signal, draft.happenedAt, redact);
  const traits = draft.traits.map(({ name, value }) => [name, value] as const);
  return [...fields, ...traits].flatMap(([field, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ field, value: String(value).slice(0, 300) }],
  );
}

type Field = readonly [string, string | number | null | undefined];
const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
const persons = (identifiers: OperationalEvent['identifiers']): Field[] =>
  identifiers.map(({ type, value }) => [type, value] as const);

function eventFields(event: OperationalEvent): Field[] {
  const money = (minor: number | null) => {
    if (minor === null) return null;
    const digits = currencyExponent(event.currency ?? '');
    return `${(minor / 10 ** digits).toFixed(digits)} ${event.currency ?? ''}`.trim();
  };
  return [
    ['kind', event.kind],
    ['event', event.name],
    ['happenedAt', at(event.happenedAt)],
    ['place', event.placeCode],
    ['reference', event.reference],
    ['account', event.account],
    ['amount', money(event.amountMinor)],
    ['cost', money(event.costMinor)],
    ['dueAt', at(event.dueAt)],
    ['waitSeconds', event.waitSeconds],
    ['channel', event.channel],
    ['touchpoint', event.touchpoint],
    ['lines', event.lines.length || null],
    ...persons(event.identifiers),
    ...Object.entries(event.properties).map(
      ([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)] as const,
    ),
  ];
}

function signalFields(signal: SignalReceived, happenedAt: number, redact: Redact): Field[] {
  return [
    ['kind', signal.kind],
    ['happenedAt', at(happenedAt)],
    ['place', signal.place],
    ...signal.answers.map(({ question, value }) => [question, value] as const),
    ['title', signal.title ? redact(signal.title) : null],
    ['text', signal.text ? redact(signal.text) : null],
    ['language', signal.language],
    ['channel', signal.channel],
    ['touchpoint', signal.touchpoint],
    ['reference', signal.reference],
    ['account', signal.account],
    ['campaign', signal.campaign],
    ...persons(signal.identifiers),
  ];
}

async function checkPlaces(parts: CheckParts, file: FileToCheck, table: Table): Promise<ImportCheck> {
  const there = await parts.placeCodes(file.workspaceId);
  const { fresh, rows, duplicates, wrong } = await readPlaces(
    table,
    file.mapping,
    file.reading.timeZone,
    there,
  );
  const found = new Findings(parts.redact);
  for (const { line, remark } of wrong) found.refuse({ line, cells: [] }, refusedRow(line, remark));
  return {
    ...found.result(),
    rows,
    fresh: fresh.length,
    duplicates,
    first: fresh.slice(0, shownRows).map(({ line, place }) => ({
      line,
      stored: Object.entries(place).flatMap(([field, value]) =>
        value === null || value === undefined ? [] : [{ field, value: String(value) }],
      ),
    })),
    whole: true,
    remarks: [...table.remarks],
  };
}

async function checkReference(parts: CheckParts, file: FileToCheck, table: Table): Promise<ImportCheck> {
  const { workspaceId, mapping, reading } = file;
  const found = new Findings(parts.redact);
  for await (const rows of judgedRows(parts.reference, workspaceId, mapping, table, reading.currency)) {
    for (const { line, row, known } of rows) {
      if ('wrong' in row) {
        found.refuse({ line, cells: [] }, refusedRow(line, row.wrong));
      } else if (known) found.duplicate();
      else
        found.freshFields(
          line,
          'rate' in row ? row.rate : { ...row.facts, facts: undefined, ...row.facts.facts },
        );
    }
    if (found.rows >= mostRows) return { ...found.result(), whole: false, remarks: [...table.remarks] };
  }
  return { ...found.result(), whole: true, remarks: [...table.remarks] };
}
