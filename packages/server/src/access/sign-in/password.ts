// Promise: passwords are kept as argon2id with the parameters that OWASP names (19 MiB, 2 passes, 1 lane).
import { hash, verify } from '@node-rs/argon2';

/** The library's algorithm, when none is named, is argon2id. */
const parameters = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

export const shortestPassword = 10;
export const longestPassword = 200;

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), parameters);

export const passwordFits = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFKC'));
