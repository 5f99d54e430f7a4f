// Promise: what was appended is read back whole after a killed process, and after a power loss where that is asked for;
// of what was half appended nothing is read; of what is done with nothing is left. The few files are written over
// again and again: a file that neither grows nor is new is forced to disk in a fraction of the time.
import { constants, type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
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

interface Titles {
  readonly commitNo: number;
  readonly tables: readonly Title[];
}

/** Lengths of the titles and of the rows behind them, and the check sum of both. */
const headBytes = 12;
/** What a new file holds at once, and what a file keeps at most. */
const firstBytes = 4 * 1024 ** 2;
const mostBytes = 64 * 1024 ** 2;

/**
 * Linux forces what is written in the same call: under load each further call is answered only when the loop comes round
 * again, some dozens of milliseconds later. Elsewhere the flag promises less than a call to force.
 */
const forcing = process.platform === 'linux' ? constants.O_DSYNC : null;

/** A file that holds one commit's rows at a time. */
export class AheadFile {
  private readonly file: FileHandle;
  /** Where its records are written so that they last: itself, or the same file opened to be forced. */
  private readonly records: FileHandle;
  private readonly forced: boolean;
  /** Where the next record goes, and how far anything was written. */
  private used = 0;
  private touched = 0;

  constructor(file: FileHandle, records: FileHandle, forced: boolean) {
    this.file = file;
    this.records = records;
    this.forced = forced;
  }

  /** Resolves once the rows would be read back. */
  async append(commitNo: number, rows: TableRows): Promise<void> {
    const record = written(commitNo, rows);
    this.touched = this.used + record.length;
    await writeAt(this.records, record, this.used);
    if (this.forced && this.records === this.file) await this.file.datasync();
    this.used = this.touched;
  }

  /** Fills with zeros what was written. */
  async clear(): Promise<void> {
    if (this.touched > mostBytes) await this.file.truncate(0);
    await writeAt(this.file, Buffer.alloc(Math.min(this.touched, mostBytes)), 0);
    this.used = 0;
    this.touched = 0;
  }

  async close(): Promise<void> {
    if (this.records !== this.file) await this.records.close();
    await this.file.close();
  }
}

export class AheadLog {
  private readonly folder: string;
  private readonly forced: boolean;
  private readonly free: AheadFile[] = [];
  private readonly all: AheadFile[] = [];

  /** `forced`: what is appended survives a power loss, too. */
  constructor(folder: string, forced: boolean) {
    this.folder = folder;
    this.forced = forced;
  }

  /** A file that holds nothing. */
  async take(): Promise<AheadFile> {
    return this.free.pop() ?? (await this.make());
  }

  /** Gives a file back whose rows stand in the tables. */
  async giveBack(file: AheadFile): Promise<void> {
    await file.clear();
    if (this.all.includes(file)) this.free.push(file);
  }

  /** Everything that was appended and is still there, by commit, lowest first. */
  async kept(): Promise<[commitNo: number, rows: TableRows][]> {
    const commits = new Map<number, Map<string, JoinedRows>>();
    for (const name of await this.names()) readAll(await readFile(join(this.folder, name)), commits);
    return [...commits].sort(([a], [b]) => a - b).map(([commitNo, tables]) => [commitNo, [...tables]]);
  }

  /** Forgets everything; call it when nothing is open. */
  async empty(): Promise<void> {
    for (const name of await this.names()) await rm(join(this.folder, name), { force: true });
  }

  /** Leaves the files to whoever reads them back. */
  async close(): Promise<void> {
    this.free.length = 0;
    for (const file of this.all.splice(0)) await file.close();
  }

  private async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    return names.filter((name) => /^\d+\.rows$/.test(name));
  }

  private async make(): Promise<AheadFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${this.all.length + 1}.rows`);
    const handle = await open(path, 'w', 0o600);
    let records = handle;
    try {
      await writeAt(handle, Buffer.alloc(firstBytes), 0);
      if (this.forced) {
        await handle.sync();
        await forceFolder(this.folder);
        if (forcing !== null) records = await open(path, constants.O_WRONLY | forcing);
      }
    } catch (error) {
      await handle.close();
      throw error;
    }
    const file = new AheadFile(handle, records, this.forced);
    this.all.push(file);
    return file;
  }
}

async function writeAt(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/** A file's name lasts through a power loss only when its folder was forced to disk, too. */
async function forceFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function written(commitNo: number, rows: TableRows): Buffer {
  const parts = rows.map(([, block]) => block.bytes());
  const tables = rows.map(([table, { names, length }], at) => ({
    table,
    names,
    rows: length,
    bytes: parts[at]!.length,
  }));
  const titles: Titles = { commitNo, tables };
  const title = Buffer.from(JSON.stringify(titles));
  const head = Buffer.alloc(headBytes);
  const record = Buffer.concat([head, title, ...parts]);
  record.writeUInt32LE(title.length, 0);
  record.writeUInt32LE(record.length - headBytes - title.length, 4);
  record.writeUInt32LE(crc32(record.subarray(headBytes)), 8);
  return record;
}

/** Reads the records at the beginning of a file, up to the first that is not whole. */
function readAll(bytes: Buffer, into: Map<number, Map<string, JoinedRows>>): void {
  for (let at = 0; at + headBytes <= bytes.length; ) {
    const from = at + headBytes;
    const middle = from + bytes.readUInt32LE(at);
    const end = middle + bytes.readUInt32LE(at + 4);
    if (middle === from || end > bytes.length) return;
    if (crc32(bytes.subarray(from, end)) !== bytes.readUInt32LE(at + 8)) return;
    const titles = JSON.parse(bytes.subarray(from, middle).toString()) as Titles;
    const tables = into.get(titles.commitNo) ?? new Map<string, JoinedRows>();
    into.set(titles.commitNo, tables);
    addRecord(titles, bytes.subarray(middle, end), tables);
    at = end;
  }
}

function addRecord({ tables }: Titles, rows: Buffer, into: Map<string, JoinedRows>): void {
  let at = 0;
  for (const { table, names, rows: count, bytes } of tables) {
    const joined = into.get(table) ?? new JoinedRows(names);
    into.set(table, joined);
    joined.add(count, rows.subarray(at, at + bytes));
    at += bytes;
  }
}
