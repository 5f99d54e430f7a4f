// Promise: the process that takes data in carries imports to their end, from wherever a stop left them, also one of the
// process that took data in before.
import type { ImportMapping } from '@lyhord/contract';
import { problemFrom } from '../../platform/http/failures.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Intake } from '../recording/intake.ts';
import { ImportQueue } from './import-queue.ts';
import type { ImportCounts, KeptImport } from './import-store.ts';
import { lastSealedCommit } from './imported-rows.ts';
import type { KeptFiles } from './kept-files.ts';
import { type LoadParts, loadFile } from './load-file.ts';
import { type UndoParts, undoImport } from './undo-import.ts';

export interface ImportWorkParts {
  readonly files: KeptFiles;
  readonly loading: LoadParts;
  readonly undoing: UndoParts;
  readonly writes: Intake['writes'];
  readonly log: Platform['log'];
}

const abandoned = 'The server stopped meanwhile; load the file again, nothing will be doubled.';

export class ImportWork {
  readonly queue = new ImportQueue();
  private readonly parts: ImportWorkParts;
  private stopped = false;

  constructor(parts: ImportWorkParts) {
    this.parts = parts;
  }

  /** Loads an import that is taken, from where it stopped; what cannot be ended here stays for who goes on with it. */
  load(
    kept: KeptImport,
    mapping: ImportMapping,
    progress?: (counts: ImportCounts) => void,
  ): Promise<KeptImport> {
    return this.queue.run(kept.workspaceId, () => this.loadNow(kept, mapping, progress));
  }

  undo(kept: KeptImport): Promise<KeptImport> {
    return this.queue.run(kept.workspaceId, () => undoImport(this.parts.undoing, kept));
  }

  /** Goes on with everything that a stopped process left behind. */
  async goOn(): Promise<void> {
    const { loading, log } = this.parts;
    for (const { id, workspaceId } of await loading.store.abandoned()) {
      this.queue
        .run(workspaceId, () => this.goOnWith(workspaceId, id))
        .catch((error) => log.error({ err: error, importId: id }, 'an import could not be gone on with'));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.queue.settled();
  }

  private async goOnWith(workspaceId: string, id: string): Promise<void> {
    const { files, loading, undoing } = this.parts;
    // whoever was before us in the queue may have ended it
    const kept = await loading.store.read(workspaceId, id);
    if (kept?.state === 'undoing') await undoImport(undoing, kept);
    if (kept?.state !== 'running' || this.mustLeave()) return;
    if (kept.mapping && (await files.there(id))) await this.loadNow(kept, kept.mapping);
    else await loading.store.end(id, 'failed', kept, abandoned, loading.clock.now());
  }

  /** True where the import is another process's from now on, or that of the next start. */
  private mustLeave(): boolean {
    return this.stopped || !this.parts.writes();
  }

  private async loadNow(
    kept: KeptImport,
    mapping: ImportMapping,
    progress?: (counts: ImportCounts) => void,
  ): Promise<KeptImport> {
    const { files, loading } = this.parts;
    const { store, warehouse, clock } = loading;
    const { id, workspaceId } = kept;
    if (this.mustLeave()) return kept;
    const asItStands = async () => (await store.read(workspaceId, id)) ?? kept;
    const undoable = mapping.target === 'signals' || mapping.target === 'events';
    if (undoable) await store.beginRun(workspaceId, id, await lastSealedCommit(warehouse));
    // where another process takes data in by now, it has ended the run, and may have begun one of its own
    const endRun = async () => {
      if (undoable && this.parts.writes()) await store.endRun(id, await lastSealedCommit(warehouse));
    };
    try {
      const stopping = () => this.mustLeave();
      const { counts, whole, problem, refusedRows } = await loadFile(loading, {
        ...{ kept, mapping, progress, stopping },
        path: files.path(id),
      });
      await endRun();
      if (!whole) return asItStands();
      const ended = await store.end(id, 'done', counts, problem, clock.now(), refusedRows);
      await files.drop(id);
      return ended;
    } catch (error) {
      await endRun();
      const soFar = await asItStands();
      if (!this.parts.writes()) return soFar;
      await store.end(id, 'failed', soFar, problemFrom(error).message, clock.now());
      throw error;
    }
  }
}
