// Promise: between two calls of the sign-in library the process pays nothing for them. The library keeps its contexts in
// AsyncLocalStorage, and on Node 20 one that has ever been entered is told of every promise of the whole process, until
// it is disabled; entering it enables it again.
import {
  getCurrentAuthContextAsyncLocalStorage,
  getCurrentDBAdapterAsyncLocalStorage,
  getRequestStateAsyncLocalStorage,
} from '@better-auth/core/context';

/** Runs one call of the library; its work beside an answer is a call, too. */
export type LibraryCall = <T>(work: () => Promise<T>) => Promise<T>;

// contexts belong to the process, not to a server in it
let underWay = 0;

export const libraryCall: LibraryCall = async (work) => {
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    await leaveContexts();
  }
};

async function leaveContexts(): Promise<void> {
  const contexts = await Promise.all([
    getCurrentAuthContextAsyncLocalStorage(),
    getCurrentDBAdapterAsyncLocalStorage(),
    getRequestStateAsyncLocalStorage(),
  ]);
  if (underWay === 0) for (const context of contexts) context.disable();
}
