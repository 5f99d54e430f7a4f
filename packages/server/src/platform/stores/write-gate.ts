// Promise: while a pause lasts, no write of this process is under way; waiting writes go on in their order afterwards.

export class WriteGate {
  #running = 0;
  #pause: Promise<void> | null = null;
  #stillHeard: (() => void)[] = [];

  /** Runs a write, after a pause that is on. */
  async through<T>(write: () => Promise<T>): Promise<T> {
    while (this.#pause) await this.#pause;
    this.#running += 1;
    try {
      return await write();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) for (const heard of this.#stillHeard.splice(0)) heard();
    }
  }

  /** Lets running writes end, holds new ones back and runs `work`. Pauses follow one another. */
  async pausedFor<T>(work: () => Promise<T>): Promise<T> {
    while (this.#pause) await this.#pause;
    let go: () => void = () => {};
    this.#pause = new Promise((resolve) => {
      go = () => {
        this.#pause = null;
        resolve();
      };
    });
    try {
      if (this.#running > 0) await new Promise<void>((resolve) => this.#stillHeard.push(resolve));
      return await work();
    } finally {
      go();
    }
  }
}
