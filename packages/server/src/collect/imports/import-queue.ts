// Promise: of one workspace one import runs at a time, so that the commits of its run hold no other import's rows.
export class ImportQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` when everything that was asked for before in this workspace has ended. */
  run<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(workspaceId) ?? Promise.resolve();
    const turn = before.then(work);
    const ended = turn.catch(() => {});
    this.last.set(workspaceId, ended);
    void ended.then(() => {
      if (this.last.get(workspaceId) === ended) this.last.delete(workspaceId);
    });
    return turn;
  }

  /** Resolves when everything has ended. */
  async settled(): Promise<void> {
    while (this.last.size > 0) await Promise.all(this.last.values());
  }
}
