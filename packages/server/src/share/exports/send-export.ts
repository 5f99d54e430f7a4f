import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Access, Viewer } from '../../access/index.ts';
import { csvLine } from '../../platform/http/csv.ts';
import type { ExportQuery, Table, TableName } from './table.ts';

export interface ExportParts {
  readonly access: Pick<Access, 'audit'>;
  readonly tables: Readonly<Record<TableName, Table>>;
}

const byteOrderMark = '\ufeff';
const charactersAtOnce = 32_768;

/** Streams a table as CSV. The first rows are read before anything is sent, so that a refusal is a proper answer. */
export async function sendExport(
  { access, tables }: ExportParts,
  viewer: Viewer,
  name: TableName,
  query: ExportQuery,
  reply: FastifyReply,
): Promise<void> {
  // what a customer was searched by names the customer
  const { bom, where, ...period } = query;
  const asked = { ...period, ...(where === undefined ? {} : { where: name === 'customers' ? '…' : where }) };
  const chunks = chunksOf(tables[name], viewer, query, bom === 'yes' ? byteOrderMark : '');
  const first = await chunks.next();
  await access.audit(viewer, 'table exported', `export:${name}`, JSON.stringify(asked));
  const span = [query.from, query.to].filter(Boolean).join('_');
  const fileName = ['lyhord', name, span]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '');
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${fileName}.csv"`);
  reply.header('cache-control', 'no-store');
  await reply.send(Readable.from(continued(first, chunks)));
}

async function* continued(first: IteratorResult<string>, rest: AsyncIterable<string>): AsyncIterable<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* chunksOf(
  table: Table,
  viewer: Viewer,
  query: ExportQuery,
  opening: string,
): AsyncGenerator<string, void> {
  let text = opening + csvLine(table.columns);
  for await (const row of table.rows(viewer, query)) {
    text += csvLine(row);
    if (text.length < charactersAtOnce) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
