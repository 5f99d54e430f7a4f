// An identifier's key is an unsigned 64-bit number; the ledger's bigint is a signed one. Order is kept.
const half = 1n << 63n;

export const servedKey = (identifierKey: string): string => (BigInt(identifierKey) - half).toString();
export const identifierKeyOf = (servedKey: string): string => (BigInt(servedKey) + half).toString();
