// Promise: a large file of events ends as if each row had been judged by itself, at a fraction of the work: what is as usual
// is committed as it was prepared, what is not is judged row by row.
import { stat } from 'node:fs/promises';
import { checkMapping } from '../checked-mapping.ts';
import type { Load, LoadParts, RowsLoaded, RowsToLoad } from '../load-file.ts';
import { type RowToRead, rowReader } from '../row-reader.ts';
import type { BlockOfRows } from './block-of-rows.ts';
import { ReadingThread } from './reading-thread.ts';

/** Below, a thread costs more than it saves. */
const smallestFile = 256 * 1024;
const judgedAtOnce = 10_000;

export async function isForThread({ path, mapping }: Pick<Load, 'path' | 'mapping'>): Promise<boolean> {
  return mapping.target === 'events' && (await stat(path)).size >= smallestFile;
}

export async function loadInThread(
  parts: LoadParts,
  { kept, mapping, path, stopping }: Load,
  work: RowsToLoad,
): Promise<RowsLoaded> {
  const file = { path, mapping, importId: kept.id, skipped: kept.doneRows };
  const thread = await ReadingThread.start(
    file,
    () => parts.planOf(work.origin),
    () => parts.clock.now().getTime(),
  );
  try {
    const columns = await thread.columns();
    checkMapping(mapping, columns);
    const recorder = new BlockRecorder(parts, work, thread, rowReader(mapping, columns, parts.redact));
    for (let block = await thread.next(); block !== null; block = await thread.next()) {
      await recorder.record(block);
      thread.settled(block);
      await work.settled(block.rows, block.share);
      if (stopping()) return { whole: false, share: thread.share, remarks: thread.remarks };
    }
    return { whole: true, share: thread.share, remarks: thread.remarks };
  } finally {
    await thread.stop();
  }
}

class BlockRecorder {
  private readonly parts: LoadParts;
  private readonly work: RowsToLoad;
  private readonly thread: ReadingThread;
  private readonly read: ReturnType<typeof rowReader>;
  private forgotten = 0;

  constructor(parts: LoadParts, work: RowsToLoad, thread: ReadingThread, read: ReturnType<typeof rowReader>) {
    this.parts = parts;
    this.work = work;
    this.thread = thread;
    this.read = read;
  }

  /** Resolves when every row of the block is counted. */
  async record(block: BlockOfRows): Promise<void> {
    // a block that was read before the thread forgot whom it has met leans on one that was not taken
    const leans = block.forgotten !== this.forgotten;
    const kept = leans ? null : await this.parts.recordImported(this.work.origin, block.prepared);
    if (kept === null) {
      if (!leans) this.forgotten += 1;
      await this.judge(await this.thread.rowsOf(block, !leans));
      return;
    }
    this.work.counts.addSums({ accepted: kept, duplicates: block.prepared.count - kept, refused: 0 });
    if (block.wrong.length > 0) await this.judge(block.wrong);
  }

  private async judge(rows: readonly RowToRead[]): Promise<void> {
    for (let from = 0; from < rows.length; from += judgedAtOnce) {
      const some = rows.slice(from, from + judgedAtOnce);
      this.work.counts.add(await this.parts.record(this.work.origin, some, this.read));
    }
  }
}
