// What one request to ClickHouse's HTTP interface asks for: query in the URL, the body or a form; settings, bound
// values and the database in the URL or a form; data of an insert in the body.

export interface Question {
  readonly text: string;
  readonly database: string;
  readonly settings: Record<string, string>;
  readonly params: Record<string, string>;
  readonly body: Buffer;
  readonly insert: {
    readonly table: string;
    readonly format: 'JSONEachRow';
    readonly columns?: string[];
  } | null;
}

const notSettings = new Set(['query', 'database', 'query_id']);

export function bridgedQuestion(url: URL, contentType: string, bytes: Buffer): Question {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const form =
    contentType.startsWith('multipart/form-data') && boundary
      ? parts(bytes, boundary[1] ?? boundary[2] ?? '')
      : [];
  const fields = [...url.searchParams, ...form];
  const inField = fields.find(([name]) => name === 'query')?.[1];
  const inBody = form.length > 0 ? '' : bytes.toString('utf8');
  const text = inField ?? inBody;
  const found = /^\s*insert into\s+([`\w.]+)\s*(?:\(([^)]*)\))?\s*format\s+JSONEachRow\s*$/i.exec(text);
  const settings: Record<string, string> = {};
  const params: Record<string, string> = {};
  for (const [name, value] of fields) {
    if (name.startsWith('param_')) params[name.slice('param_'.length)] = value;
    else if (!notSettings.has(name)) settings[name] = value;
  }
  return {
    text,
    database: url.searchParams.get('database') ?? 'default',
    settings,
    params,
    body: inField === undefined ? Buffer.alloc(0) : bytes,
    insert: found ? target(found[1] ?? '', found[2]) : null,
  };
}

function target(table: string, columns: string | undefined) {
  const bare = (name: string) => name.trim().replaceAll('`', '');
  return {
    table: bare(table),
    format: 'JSONEachRow' as const,
    ...(columns ? { columns: columns.split(',').map(bare) } : {}),
  };
}

function parts(bytes: Buffer, boundary: string): [string, string][] {
  return bytes
    .toString('utf8')
    .split(`--${boundary}`)
    .flatMap((part) => {
      const found = /name="([^"]+)"[\s\S]*?\r\n\r\n([\s\S]*)\r\n$/.exec(part);
      return found ? [[found[1] ?? '', found[2] ?? ''] as [string, string]] : [];
    });
}
