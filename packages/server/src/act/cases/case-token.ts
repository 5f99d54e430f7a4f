// Promise: who has not been written to about a case cannot make a mail that is taken for an answer to it: the token in the
// thread of its letters is signed with a key of this installation.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Access } from '../../access/index.ts';

interface NamedCase {
  readonly workspaceId: string;
  readonly id: string;
}

export interface CaseTokens {
  tokenOf(named: NamedCase): string;
  /** The case's id, or null where the token is not genuine or of another workspace. */
  caseOf(workspaceId: string, token: string): string | null;
}

export function caseTokens(access: Pick<Access, 'keyFor'>): CaseTokens {
  const key = access.keyFor('case-letters');
  const sign = ({ workspaceId, id }: NamedCase) =>
    createHmac('sha256', key).update(`${workspaceId}\n${id}`).digest('hex').slice(0, 32);
  return {
    tokenOf: (named) => `${named.id}.${sign(named)}`,
    caseOf(workspaceId, token) {
      const [id = '', said = ''] = token.split('.');
      const right = Buffer.from(sign({ workspaceId, id }));
      const given = Buffer.from(said);
      return given.length === right.length && timingSafeEqual(given, right) ? id : null;
    },
  };
}
