// Promise: of much work that holds a connection while it asks for another one, only some runs at a time, so that
// connections are always left and none waits for itself.

/** Gives back a function that runs work, at most `most` at a time, in the order in which it was asked for. */
export function fewAtOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** Waits for all of them, also where one fails, and then throws the first failure. */
export async function allEnded(works: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(works);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
