// Keys of the customers that the bench of profiles stores; for the reading process, which needs nothing else of the server.
export const spread = 11_400_714_819_323_198_485n;

/** The key of a customer's first identifier: an odd factor takes every number to another one. */
export const keyOfStored = (number: number): string =>
  ((BigInt(2 * number + 2) * spread) % (1n << 64n)).toString();
