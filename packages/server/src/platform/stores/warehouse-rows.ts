// Rows to and from JSONEachRow, the format of every question and insert.

import { type Sql, sql } from './sql.ts';

/** A row as an object, or already written as one line of JSON: blocks of many thousands live longer as lines. */
export type RowToInsert = Record<string, unknown> | string;

/** One line per row. Dates become UTC text, bigints numbers without loss. */
export function rowsToBytes(rows: readonly RowToInsert[]): Buffer {
  const lines = rows.map((row) => (typeof row === 'string' ? row : line(row)));
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

function line(row: Record<string, unknown>): string {
  try {
    return JSON.stringify(row);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  }
}

/** A raw line break never stands inside a JSON string, so it always separates rows. */
export function bytesToRows<Row>(bytes: Uint8Array): Row[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').trimEnd();
  return text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as Row[]);
}

/** Progress of what runs under a name: `read` rows `of` about so many. */
export const progressOfName = (name: string): Sql => sql`
  select toFloat64(sum(read_rows)) as rows, toFloat64(sum(greatest(total_rows_approx, read_rows))) as of
  from system.processes where Settings['log_comment'] = ${name} having count() > 0`;

type Settings = Readonly<Record<string, string | number>>;

/** The same answers from every server, whatever its defaults. */
export const readSettings: Settings = {
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_denormals: 0,
  date_time_output_format: 'simple',
  max_query_size: 16 * 1024 ** 2,
  join_use_nulls: 0,
  session_timezone: 'UTC',
  mutations_sync: 2,
  lightweight_deletes_sync: 2,
};

/**
 * What a question may take of memory; what groups and sorts more than most of that goes on by way of the disk. Groups
 * begin late: all that the question holds counts, and beside a large join each block of groups would be written out.
 * Long work inserts parts of fewer bytes: of the engine's own quarter of a gigabyte several stand in memory at once.
 */
export function memorySettings(bytes: number, background = false): Settings {
  return {
    max_memory_usage: bytes,
    max_bytes_before_external_group_by: Math.floor(0.7 * bytes),
    max_bytes_before_external_sort: Math.floor(0.4 * bytes),
    min_insert_block_size_bytes: (background ? 16 : 256) * 1024 ** 2,
  };
}

/** One insert becomes one block, hence one part per partition, hence all of it or nothing. */
export function insertSettings(token: string | undefined): Settings {
  return {
    date_time_input_format: 'best_effort',
    input_format_parallel_parsing: 0,
    max_insert_threads: 1,
    max_insert_block_size: 100_000_000,
    min_insert_block_size_rows: 100_000_000,
    min_insert_block_size_bytes: 4 * 1024 ** 3,
    max_partitions_per_insert_block: 0,
    async_insert: 0,
    session_timezone: 'UTC',
    ...(token === undefined
      ? { insert_deduplicate: 0 }
      : { insert_deduplicate: 1, insert_deduplication_token: token }),
  };
}

/**
 * A block that equals an earlier one is a block of its own, unless its insert carries a token: a rollup that is taken
 * out and written again must not vanish. `newer`: the engine has the settings that replace `insert_deduplicate`.
 */
export function repetitionSettings(token: string | undefined, newer: boolean): Settings {
  if (!newer) return { insert_deduplicate: token === undefined ? 0 : 1 };
  return {
    deduplicate_insert: token === undefined ? 'disable' : 'enable',
    deduplicate_insert_select: 'disable',
  };
}
