// Promise: a file lies in the data folder, readable by its owner alone, for as long as it may still be loaded.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { because, Problem } from '../../platform/http/problem.ts';

export class KeptFiles {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'uploads');
  }

  path(importId: string): string {
    return join(this.folder, `${importId}.upload`);
  }

  /** Writes a file down; its digest tells it from others. */
  async keep(
    importId: string,
    bytes: AsyncIterable<Buffer>,
    mostBytes = Number.POSITIVE_INFINITY,
  ): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        hash.update(chunk);
        if (size <= mostBytes) done(null, chunk);
        else done(new Problem('too_large', because('file_too_large', { megabytes: mostBytes / 1024 ** 2 })));
      },
    });
    try {
      await pipeline(bytes, measure, createWriteStream(this.path(importId), { mode: 0o600, flush: true }));
      return hash.digest('hex');
    } catch (error) {
      await this.drop(importId);
      throw error;
    }
  }

  async there(importId: string): Promise<boolean> {
    return access(this.path(importId)).then(
      () => true,
      () => false,
    );
  }

  async drop(importId: string): Promise<void> {
    await rm(this.path(importId), { force: true });
  }

  /** Removes files that nobody wants any more. */
  async sweep(wanted: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [] as string[])) {
      if (!wanted.has(name.replace(/\.upload$/, ''))) await rm(join(this.folder, name), { force: true });
    }
  }
}
