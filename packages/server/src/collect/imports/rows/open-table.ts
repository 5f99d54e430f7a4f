// Promise: a file is read as what it is, by its first bytes, whatever its name says.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { ImportMapping } from '@lyhord/contract';
import { because, Problem } from '../../../platform/http/problem.ts';
import { readDelimited } from './delimited-table.ts';
import { detectEncoding, encodingOfFile } from './file-text.ts';
import { readJsonLines } from './json-lines-table.ts';
import { readParquet } from './parquet-table.ts';
import { checkWidth, type FileFormat, type Table } from './table.ts';
import { readXlsx } from './xlsx/xlsx-table.ts';

const headBytes = 4_096;
const wrong = (reason: StrangeFile) => new Problem('invalid_input', because(reason));
type StrangeFile = 'file_old_excel' | 'file_packed' | 'file_pdf' | 'file_strange' | 'file_one_list';

export type TableOptions = Pick<ImportMapping, 'delimiter' | 'encoding' | 'sheet'>;

/** Opens a file's table; the blocks are read as they are asked for. Whoever opens it closes it. */
export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
  const format = await formatOf(path);
  switch (format) {
    case 'xlsx':
      return readXlsx(path, options.sheet);
    case 'parquet':
      return narrow(await readParquet(path));
    default: {
      const { encoding, broken } = options.encoding
        ? { encoding: options.encoding, broken: 0 }
        : await encodingOfFile(path);
      const { size } = await stat(path);
      const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
      const close = () => void bytes.destroy();
      try {
        const table = await (format === 'json_lines'
          ? readJsonLines(bytes, encoding)
          : readDelimited(bytes, { delimiter: options.delimiter, encoding }));
        checkWidth(table.columns.length);
        const remarks = broken > 0 ? [...table.remarks, brokenLetters(broken)] : table.remarks;
        return { ...table, remarks, share: () => Math.min(1, bytes.bytesRead / Math.max(1, size)), close };
      } catch (error) {
        close();
        throw error;
      }
    }
  }
}

const brokenLetters = (count: number) =>
  `${count} letters of the file are not UTF-8, as the others are, and are kept as \ufffd.`;

function narrow(table: Table): Table {
  try {
    checkWidth(table.columns.length);
    return table;
  } catch (error) {
    table.close();
    throw error;
  }
}

async function formatOf(path: string): Promise<FileFormat> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return formatOfHead(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

export function formatOfHead(head: Buffer): FileFormat {
  const starts = (bytes: string) => head.subarray(0, bytes.length).toString('latin1') === bytes;
  if (starts('PK\u0003\u0004')) return 'xlsx';
  if (starts('PAR1')) return 'parquet';
  if (starts('\u00d0\u00cf\u0011\u00e0')) throw wrong('file_old_excel');
  if (starts('\u001f\u008b')) throw wrong('file_packed');
  if (starts('%PDF')) throw wrong('file_pdf');
  const encoding = detectEncoding(head);
  if (!encoding.startsWith('utf-16') && head.includes(0)) throw wrong('file_strange');
  const text = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding).decode(head).trimStart();
  if (/^\[\s*[{[]/.test(text)) throw wrong('file_one_list');
  return /^\{\s*("|\}\s*$)/.test(text) ? 'json_lines' : 'csv';
}
