// Which formats the engine inside this process can stream: it hands out chunks that are each whole in their format.

const joining = new Set(['JSONEachRow', 'JSONCompactEachRow', 'TabSeparated', 'CSV', 'RowBinary', 'Native']);
const withHeaders = new Set(['CSVWithNames', 'TabSeparatedWithNames']);

/**
 * How chunks become one stream: `joined` one after another, `one header` where each brings its own; `as a whole` where
 * the format is one thing from its beginning to its end (Parquet, Arrow).
 */
export function streamingOf(format: string): 'joined' | 'one header' | 'as a whole' {
  if (joining.has(format)) return 'joined';
  return withHeaders.has(format) ? 'one header' : 'as a whole';
}

/** The chunks without the line of names that each but the first repeats. */
export async function* withOneHeader(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let header: Buffer | null = null;
  for await (const chunk of chunks) {
    if (header === null) header = chunk.subarray(0, chunk.indexOf(10) + 1);
    else if (chunk.subarray(0, header.length).equals(header)) {
      yield chunk.subarray(header.length);
      continue;
    }
    yield chunk;
  }
}
