// What one request to ClickHouse's HTTP interface asks for: the query in the URL or the body; settings, bound
// values and the database in the URL; data of an insert in the body.

export interface Question {
  readonly text: string;
  readonly database: string;
  readonly settings: Record<string, string>;
  readonly params: Record<string, string>;
  readonly body: Buffer;
  readonly insert: {
    readonly table: string;
    readonly format: string;
    readonly columns: string[] | null;
  } | null;
}

const notSettings = new Set(['query', 'database', 'query_id']);

export function bridgedQuestion(url: URL, bytes: Buffer): Question {
  const inField = url.searchParams.get('query');
  const text = inField ?? bytes.toString('utf8');
  const found = /^\s*insert into\s+([`\w.]+)\s*(?:\(([^)]*)\))?\s*format\s+(\w+)\s*$/i.exec(text);
  const settings: Record<string, string> = {};
  const params: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (name.startsWith('param_')) params[name.slice('param_'.length)] = value;
    else if (!notSettings.has(name)) settings[name] = value;
  }
  return {
    text,
    database: url.searchParams.get('database') ?? 'default',
    settings,
    params,
    body: inField === null ? Buffer.alloc(0) : bytes,
    insert: found ? target(found[1] ?? '', found[2], found[3] ?? '') : null,
  };
}

function target(table: string, columns: string | undefined, format: string) {
  const bare = (name: string) => name.trim().replaceAll('`', '');
  return { table: bare(table), format, columns: columns ? columns.split(',').map(bare) : null };
}
