// Promise: what was appended is read back whole after a killed process, and after a power loss where that is asked for;
// of what was half appended nothing is read. One file a commit, which is gone once the commit stands in the tables.
import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { JoinedRows, type NativeRows } from '../../platform/stores/blocks/native-rows.ts';

/** Rows by table. */
export type TableRows = readonly (readonly [table: string, rows: NativeRows])[];

interface Title {
  readonly table: string;
  readonly names: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

/** Lengths of the titles and of the rows behind them, and the check sum of both. */
const headBytes = 12;

/** The file of one commit. */
export class AheadFile {
  private readonly path: string;
  private readonly file: FileHandle;
  private readonly forced: boolean;

  constructor(path: string, file: FileHandle, forced: boolean) {
    this.path = path;
    this.file = file;
    this.forced = forced;
  }

  /** Resolves once the rows would be read back. */
  async append(rows: TableRows): Promise<void> {
    const record = written(rows);
    await this.file.appendFile(record);
    if (this.forced) await this.file.datasync();
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async remove(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }
}

export class AheadLog {
  private readonly folder: string;
  private readonly forced: boolean;

  /** `forced`: what is appended survives a power loss, too. */
  constructor(folder: string, forced: boolean) {
    this.folder = folder;
    this.forced = forced;
  }

  async begin(commitNo: number): Promise<AheadFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(commitNo);
    const file = await open(path, 'w', 0o600);
    if (this.forced) await forceFolder(this.folder);
    return new AheadFile(path, file, this.forced);
  }

  /** The commits that have a file, lowest first. */
  async commits(): Promise<number[]> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const numbers = names.flatMap((name) => (/^\d+\.rows$/.test(name) ? [Number.parseInt(name, 10)] : []));
    return numbers.sort((a, b) => a - b);
  }

  /** Everything that was appended for a commit. */
  async rowsOf(commitNo: number): Promise<TableRows> {
    const bytes = await readFile(this.pathOf(commitNo));
    const tables = new Map<string, JoinedRows>();
    for (let at = 0; at < bytes.length; ) {
      const record = recordAt(bytes, at);
      if (record === null) break;
      readRecord(record, tables);
      at += headBytes + record.titles.length + record.rows.length;
    }
    return [...tables];
  }

  async remove(commitNo: number): Promise<void> {
    await rm(this.pathOf(commitNo), { force: true });
  }

  private pathOf(commitNo: number): string {
    return join(this.folder, `${commitNo}.rows`);
  }
}

/** A file's name lasts through a power loss only when its folder was forced to disk, too. */
async function forceFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function written(rows: TableRows): Buffer {
  const parts = rows.map(([, block]) => block.bytes());
  const titles: Title[] = rows.map(([table, { names, length }], at) => ({
    table,
    names,
    rows: length,
    bytes: parts[at]!.length,
  }));
  const title = Buffer.from(JSON.stringify(titles));
  const body = Buffer.concat([title, ...parts]);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(title.length, 0);
  head.writeUInt32LE(body.length - title.length, 4);
  head.writeUInt32LE(crc32(body), 8);
  return Buffer.concat([head, body]);
}

interface KeptRecord {
  readonly titles: Buffer;
  readonly rows: Buffer;
}

/** The record that begins at `at`; null where it is not whole. */
function recordAt(bytes: Buffer, at: number): KeptRecord | null {
  if (at + headBytes > bytes.length) return null;
  const from = at + headBytes;
  const middle = from + bytes.readUInt32LE(at);
  const end = middle + bytes.readUInt32LE(at + 4);
  if (end > bytes.length || crc32(bytes.subarray(from, end)) !== bytes.readUInt32LE(at + 8)) return null;
  return { titles: bytes.subarray(from, middle), rows: bytes.subarray(middle, end) };
}

function readRecord({ titles, rows }: KeptRecord, into: Map<string, JoinedRows>): void {
  let at = 0;
  for (const { table, names, rows: count, bytes } of JSON.parse(titles.toString()) as Title[]) {
    const joined = into.get(table) ?? new JoinedRows(names);
    into.set(table, joined);
    joined.add(count, rows.subarray(at, at + bytes));
    at += bytes;
  }
}
