import { expects, type ImportMapping, PlaceInput } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import { readableText } from '../arrivals/well-formed.ts';
import { firstWrong, underName, wrongField } from '../arrivals/wrong-field.ts';
import { isTimeZone } from '../moments/time-zone.ts';
import { readNumberCell } from './cell-values.ts';
import { brokenRow } from './refused-rows.ts';
import { rowsOf, type Table } from './rows/table.ts';

interface PlaceRow {
  readonly line: number;
  readonly place: PlaceInput;
}
interface WrongPlace {
  readonly line: number;
  readonly remark: Remark;
}

export interface ReadPlaces {
  /** Those that are not there yet; `parentId` of each is the code of the place above it, or its id. */
  readonly fresh: readonly PlaceRow[];
  readonly rows: number;
  /** Whose code is there, or stands further up in the file. */
  readonly duplicates: number;
  /** What is wrong, line by line. */
  readonly wrong: readonly WrongPlace[];
}

/** Reads a table of places; `there` are the ids of those that exist, by their codes. */
export async function readPlaces(
  table: Table,
  mapping: ImportMapping,
  timeZone: string,
  there: ReadonlyMap<string, string>,
): Promise<ReadPlaces> {
  const read = { places: [] as PlaceRow[], wrong: [] as WrongPlace[] };
  let rows = 0;
  const index = new Map(table.columns.map((name, at) => [name, at]));
  for await (const { line, cells, broken } of rowsOf(table)) {
    rows += 1;
    if (broken !== undefined) {
      read.wrong.push({ line, remark: brokenRow(broken) });
      continue;
    }
    const text = (field: string) => {
      const at = index.get(mapping.columns[field] ?? '');
      return (
        (at === undefined ? '' : readableText(String(cells[at] ?? ''))) || mapping.constants[field] || null
      );
    };
    const place = placeOf(text, mapping.decimalComma, timeZone);
    if ('reason' in place) read.wrong.push({ line, remark: underColumn(place, mapping) });
    else read.places.push({ line, place });
  }
  const first = new Map<string, PlaceRow>();
  for (const one of read.places)
    if (!there.has(one.place.code) && !first.has(one.place.code)) first.set(one.place.code, one);
  const standing = standingOf(first, there);
  const fresh = [...first.values()].filter(({ place }) => standing.has(place.code));
  const astray = [...first.values()].filter(({ place }) => !standing.has(place.code));
  const wrong = astray.map(({ line, place }) => {
    const remark = wrongField('parentId', place.parentId, expects('place_above'));
    return { line, remark: underColumn(remark, mapping) };
  });
  return {
    fresh,
    rows,
    duplicates: read.places.length - first.size,
    wrong: [...read.wrong, ...wrong].sort((a, b) => a.line - b.line),
  };
}

/** The codes of those below which and above which there is no hole: a place stands where the one above it does. */
function standingOf(rows: ReadonlyMap<string, PlaceRow>, there: ReadonlyMap<string, string>): Set<string> {
  const ids = new Set(there.values());
  const below = new Map<string, string[]>();
  const standing: string[] = [];
  for (const { place } of rows.values()) {
    const { code, parentId } = place;
    if (parentId === null || there.has(parentId) || ids.has(parentId)) standing.push(code);
    else below.set(parentId, [...(below.get(parentId) ?? []), code]);
  }
  for (const code of standing) standing.push(...(below.get(code) ?? []));
  return new Set(standing);
}

function placeOf(
  text: (field: string) => string | null,
  decimalComma: boolean,
  timeZone: string,
): PlaceInput | Remark {
  const number = (field: string): number | null | Remark => {
    const cell = text(field);
    if (cell === null) return null;
    const reading = readNumberCell(cell, decimalComma);
    return 'value' in reading ? reading.value : wrongField(field, cell, reading.wrong);
  };
  const [latitude, longitude] = [number('latitude'), number('longitude')];
  for (const read of [latitude, longitude]) if (typeof read === 'object' && read !== null) return read;
  const zone = text('timeZone') ?? timeZone;
  if (!isTimeZone(zone)) return wrongField('timeZone', zone, expects('time_zone'));
  const input = {
    code: text('code') ?? undefined,
    name: text('name') ?? undefined,
    kind: text('placeKind')?.toLowerCase() ?? 'store',
    parentId: text('parentCode'),
    timeZone: zone,
    currency: text('currency')?.toUpperCase() ?? null,
    country: text('country')?.toUpperCase() ?? null,
    latitude,
    longitude,
  };
  const parsed = PlaceInput.safeParse(input);
  if (parsed.success) return parsed.data;
  return firstWrong(parsed.error, input);
}

/** Fields of a place that a mapping calls otherwise. */
const mappedAs: Readonly<Record<string, string>> = { kind: 'placeKind', parentId: 'parentCode' };

/** The same remark with the name of the file's column. */
function underColumn(remark: Remark, mapping: ImportMapping): Remark {
  const field = remark.field ?? '';
  return underName(remark, mapping.columns[mappedAs[field] ?? field] ?? field);
}
