// Remembers what was just computed, until the workspace changes. Keys must hold everything that the answer depends on:
// who may see what, the question, the language.
import type { Viewer } from '../access/index.ts';

interface Kept {
  readonly answer: Promise<unknown>;
  readonly until: number;
}
const mostAnswers = 400;
const longestMs = 60_000;

export class AnswerCache {
  readonly #kept = new Map<string, Kept>();
  readonly #changes = new Map<string, number>();
  #changesOfAll = 0;

  /**
   * The remembered answer, or a new one; the same question asked twice at once is computed once, unless whoever asks
   * first may give up (`alone`): then it is remembered when it is there.
   */
  async of<T>(viewer: Viewer, question: unknown, compute: () => Promise<T>, alone = false): Promise<T> {
    const scope = viewer.placeIds === 'all' ? 'all' : [...viewer.placeIds].sort().join();
    const change = this.#changesOfAll + (this.#changes.get(viewer.workspaceId) ?? 0);
    const key = JSON.stringify([viewer.workspaceId, change, viewer.role, viewer.locale, scope, question]);
    const kept = this.#kept.get(key);
    if (kept && kept.until > performance.now()) return kept.answer as Promise<T>;
    const answer = compute();
    if (alone) await answer;
    this.#kept.delete(key);
    this.#kept.set(key, { answer, until: performance.now() + longestMs });
    if (this.#kept.size > mostAnswers) this.#kept.delete(this.#kept.keys().next().value!);
    answer.catch(() => this.#kept.delete(key));
    return answer;
  }

  /** What was remembered of a workspace no longer counts; of all workspaces when none is named. */
  forget(workspaceId: string | null): void {
    if (workspaceId === null) this.#changesOfAll += 1;
    else this.#changes.set(workspaceId, (this.#changes.get(workspaceId) ?? 0) + 1);
  }
}
