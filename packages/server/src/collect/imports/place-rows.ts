import { expects, type ImportMapping, PlaceInput } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import { readableText } from '../arrivals/well-formed.ts';
import { firstWrong, underName, wrongField } from '../arrivals/wrong-field.ts';
import { isTimeZone } from '../moments/time-zone.ts';
import { readNumberCell } from './cell-values.ts';
import { brokenRow } from './refused-rows.ts';
import { rowsOf, type Table } from './rows/table.ts';

export interface ReadPlaces {
  readonly places: PlaceInput[];
  readonly rows: number;
  /** What is wrong, line by line. */
  readonly wrong: { readonly line: number; readonly remark: Remark }[];
}

/** Reads a table of places; `parentId` of each is the code of the place above it. */
export async function readPlaces(
  table: Table,
  mapping: ImportMapping,
  timeZone: string,
): Promise<ReadPlaces> {
  const read: ReadPlaces = { places: [], rows: 0, wrong: [] };
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
    else read.places.push(place);
  }
  return { ...read, rows };
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
