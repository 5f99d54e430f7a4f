// Promise: what is asked while an answer is on its way is asked in one go afterwards, so that a flood of small questions
// costs few trips to the store and a lone one waits for nothing.

/** Answers single questions by asking many at once; `answer` says what it knows of each. */
export function askedTogether<Q, A>(
  answer: (questions: readonly Q[]) => Promise<(question: Q) => A>,
  atOnce: number,
  most: number,
): (question: Q) => Promise<A> {
  interface Waiting {
    readonly question: Q;
    readonly done: (answer: A) => void;
    readonly failed: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running = 0;
  let scheduled = false;

  const go = (): void => {
    scheduled = false;
    while (running < atOnce && waiting.length > 0) {
      const some = waiting.slice(0, most);
      waiting = waiting.slice(most);
      running += 1;
      void answer(some.map(({ question }) => question))
        .then(
          (known) => {
            for (const { question, done } of some) done(known(question));
          },
          (error) => {
            for (const { failed } of some) failed(error);
          },
        )
        .finally(() => {
          running -= 1;
          go();
        });
    }
  };
  return (question) =>
    new Promise((done, failed) => {
      waiting.push({ question, done, failed });
      if (scheduled || running >= atOnce) return;
      scheduled = true;
      // requests that were read from the network together are asked together
      setImmediate(go);
    });
}

interface Asked {
  readonly workspaceId: string;
  readonly keys: readonly string[];
}
interface OfKey {
  readonly identifierKey: string;
}

/** Asks about identifiers of customers of some workspaces at once; each gets what is said of their own. */
export function ofKeysTogether<R extends OfKey>(
  read: (workspaceId: string, keys: readonly string[]) => Promise<readonly R[]>,
): (workspaceId: string, keys: readonly string[]) => Promise<readonly R[]> {
  const ask = askedTogether<Asked, readonly R[]>(
    async (asked) => {
      const found = new Map<string, Map<string, R[]>>();
      for (const id of new Set(asked.map(({ workspaceId }) => workspaceId))) {
        const keys = asked.filter(({ workspaceId }) => workspaceId === id).flatMap((one) => one.keys);
        const byKey = new Map<string, R[]>();
        for (const row of await read(id, keys))
          byKey.set(row.identifierKey, [...(byKey.get(row.identifierKey) ?? []), row]);
        found.set(id, byKey);
      }
      return ({ workspaceId, keys }) => keys.flatMap((key) => found.get(workspaceId)?.get(key) ?? []);
    },
    1,
    64,
  );
  return (workspaceId, keys) => ask({ workspaceId, keys });
}
