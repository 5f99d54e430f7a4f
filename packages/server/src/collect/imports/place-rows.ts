import { type ImportMapping, PlaceInput } from '@lyhord/contract';
import { readableText } from '../arrivals/well-formed.ts';
import { isTimeZone } from '../moments/time-zone.ts';
import { readNumberCell } from './cell-values.ts';
import { rowsOf, type Table } from './rows/table.ts';

export interface ReadPlaces {
  readonly places: PlaceInput[];
  readonly rows: number;
  /** What is wrong, line by line. */
  readonly wrong: { readonly line: number; readonly detail: string }[];
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
      read.wrong.push({ line, detail: broken });
      continue;
    }
    const text = (field: string) => {
      const at = index.get(mapping.columns[field] ?? '');
      return (
        (at === undefined ? '' : readableText(String(cells[at] ?? ''))) || mapping.constants[field] || null
      );
    };
    const place = placeOf(text, mapping.decimalComma, timeZone);
    if (typeof place === 'string') read.wrong.push({ line, detail: place });
    else read.places.push(place);
  }
  return { ...read, rows };
}

function placeOf(
  text: (field: string) => string | null,
  decimalComma: boolean,
  timeZone: string,
): PlaceInput | string {
  const number = (field: string) => {
    const cell = text(field);
    if (cell === null) return null;
    const reading = readNumberCell(cell, decimalComma);
    return 'value' in reading ? reading.value : Number.NaN;
  };
  const zone = text('timeZone') ?? timeZone;
  if (!isTimeZone(zone)) return `the time zone is "${zone}", but should be one such as "Europe/Stockholm"`;
  const input = {
    code: text('code') ?? undefined,
    name: text('name') ?? undefined,
    kind: text('placeKind')?.toLowerCase() ?? 'store',
    parentId: text('parentCode'),
    timeZone: zone,
    currency: text('currency')?.toUpperCase() ?? null,
    country: text('country')?.toUpperCase() ?? null,
    latitude: number('latitude'),
    longitude: number('longitude'),
  };
  const parsed = PlaceInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue!.path[0]);
  return `${field} is ${JSON.stringify((input as Record<string, unknown>)[field]) ?? 'missing'}: ${issue!.message}`;
}
