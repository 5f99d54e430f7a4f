// Promise: a Parquet file is read one row group at a time.
import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Problem } from '../../../platform/http/problem.ts';
import { cellOf } from './json-lines-table.ts';
import type { Cell, Table, TableRow } from './table.ts';

/** A row group is held in memory while it is read. */
const largestGroupBytes = 512 * 1024 ** 2;
const rowsPerBlock = 10_000;

type File = Awaited<ReturnType<typeof asyncBufferFromFile>>;

export async function readParquet(path: string): Promise<Table> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error) => {
    throw unreadable(error);
  });
  if (!metadata.schema?.length || !metadata.row_groups)
    throw unreadable(new Error('its last part, which names the columns, is damaged'));
  const large = metadata.row_groups.findIndex((group) => Number(group.total_byte_size) > largestGroupBytes);
  if (large >= 0) {
    const detail = `Row group ${large + 1} of the file takes more than 512 MB; write it with smaller row groups.`;
    throw new Problem('too_large', { detail });
  }
  const columns = topColumns(metadata);
  let read = 0;
  async function* counted(): AsyncGenerator<TableRow[]> {
    for await (const block of blocksOf(file, metadata, columns)) {
      read += block.length;
      yield block;
    }
  }
  const rows = Math.max(1, Number(metadata.num_rows));
  return {
    format: 'parquet',
    columns: columns.map(({ name }) => name),
    blocks: counted(),
    remarks: [],
    share: () => read / rows,
    close: () => {},
  };
}

async function* blocksOf(
  file: File,
  metadata: FileMetaData,
  columns: readonly Column[],
): AsyncGenerator<TableRow[]> {
  let line = 0;
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const end = start + Number(num_rows);
    const range = { rowStart: start, rowEnd: end };
    const objects = await parquetReadObjects({ file, metadata, compressors, ...range }).catch((error) => {
      throw unreadable(error);
    });
    for (let from = 0; from < objects.length; from += rowsPerBlock) {
      yield objects.slice(from, from + rowsPerBlock).map((row) => ({
        line: ++line,
        cells: columns.map(({ name, clock }) => cellAt((row as Record<string, unknown>)[name], clock)),
      }));
    }
    start = end;
  }
}

interface Column {
  readonly name: string;
  /** What its times are: a day, a wall clock's (which are no moments of UTC), or moments. */
  readonly clock: 'day' | 'wall' | 'utc';
}

function clockOf({ converted_type, logical_type }: FileMetaData['schema'][number]): Column['clock'] {
  if (converted_type === 'DATE' || logical_type?.type === 'DATE') return 'day';
  return logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC ? 'wall' : 'utc';
}

function cellAt(value: unknown, clock: Column['clock']): Cell {
  const cell = cellOf(value);
  if (clock === 'utc' || !(value instanceof Date) || typeof cell !== 'string') return cell;
  return clock === 'day' ? cell.slice(0, 10) : cell.replace(/Z$/, '');
}

/** The columns below the root of the schema, which is a tree written down depth first. */
function topColumns({ schema }: FileMetaData): Column[] {
  const columns: Column[] = [];
  let at = 1;
  const skip = (): void => {
    const children = schema[at]?.num_children ?? 0;
    at += 1;
    // a damaged file may promise more of them than there are
    for (let child = 0; child < children && at < schema.length; child += 1) skip();
  };
  while (at < schema.length) {
    columns.push({ name: schema[at]!.name, clock: clockOf(schema[at]!) });
    skip();
  }
  return columns;
}

function unreadable(error: unknown): Problem {
  // the reader stumbles over damage that it does not look for
  const stumbled = error instanceof TypeError || error instanceof RangeError || !(error instanceof Error);
  const why = stumbled ? 'it is damaged' : error.message.slice(0, 200).replace(/\.+$/, '');
  return new Problem('invalid_input', { detail: `The Parquet file cannot be read: ${why}.` });
}
