// Promise: at most as many at once as there are resources; the others wait in order, no longer than they like.

export class WaitedTooLong extends Error {
  override readonly name = 'WaitedTooLong';
}

interface Waiter<R> {
  readonly take: (resource: R) => void;
  readonly giveUp: NodeJS.Timeout;
}

/** Lends resources (connections) in turn. */
export class Turns<R> {
  readonly #free: R[];
  readonly #all: readonly R[];
  readonly #waiting: Waiter<R>[] = [];
  #idleHeard: (() => void)[] = [];

  constructor(resources: readonly R[]) {
    this.#all = resources;
    this.#free = [...resources];
  }

  /** Runs `work` with a resource of its own; throws WaitedTooLong when none became free in time. */
  async with<T>(work: (resource: R) => Promise<T>, waitMs: number): Promise<T> {
    const resource = await this.take(waitMs);
    try {
      return await work(resource);
    } finally {
      this.giveBack(resource);
    }
  }

  take(waitMs: number): Promise<R> {
    const free = this.#free.pop();
    if (free !== undefined) return Promise.resolve(free);
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new WaitedTooLong(`No connection to the store became free within ${waitMs} ms.`));
      }, waitMs);
      const waiter: Waiter<R> = { take: resolve, giveUp };
      this.#waiting.push(waiter);
    });
  }

  giveBack(resource: R): void {
    const next = this.#waiting.shift();
    if (next) {
      clearTimeout(next.giveUp);
      next.take(resource);
      return;
    }
    this.#free.push(resource);
    if (this.#free.length === this.#all.length) for (const heard of this.#idleHeard.splice(0)) heard();
  }

  /** Resolves when nothing is lent any more. */
  idle(): Promise<void> {
    if (this.#free.length === this.#all.length) return Promise.resolve();
    return new Promise((resolve) => this.#idleHeard.push(resolve));
  }
}
