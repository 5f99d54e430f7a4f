// What goes to the engine inside this process, or comes from it, as a file: it takes binary formats in no other way.
import { randomUUID } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, mkdirSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Files of one folder that are gone when the work with them is done; most before the system writes them to disk. */
export class TemporaryFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Does the work with one file for each of the contents; they are written before this gives control back. */
  async withContents<T>(
    contents: readonly (readonly Uint8Array[])[],
    work: (paths: string[]) => Promise<T>,
  ): Promise<T> {
    const paths = contents.map(() => this.#path());
    try {
      paths.forEach((path, at) => {
        writePieces(path, contents[at]!);
      });
      return await work(paths);
    } finally {
      await Promise.all(paths.map((path) => rm(path, { force: true })));
    }
  }

  /** Does the work with a file of what the stream brings. */
  async withStream<T>(bytes: Readable, work: (path: string) => Promise<T>): Promise<T> {
    const path = this.#path();
    try {
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The bytes of a file that the work writes; when they have been read, or the reader goes, it is gone. */
  async readWritten(write: (path: string) => Promise<unknown>): Promise<AsyncIterable<Buffer>> {
    const path = this.#path();
    try {
      await write(path);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return readOnce(path);
  }

  #path(): string {
    return join(this.#folder, randomUUID());
  }
}

function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (const piece of pieces)
      for (let done = 0; done < piece.length; ) done += writeSync(file, piece, done, piece.length - done);
  } finally {
    closeSync(file);
  }
}

async function* readOnce(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path);
  } finally {
    await rm(path, { force: true });
  }
}
