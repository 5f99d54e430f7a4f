import type { Role } from '@lyhord/contract';
import { Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { unknownPlaces } from '../authenticate/own-places.ts';

/** The places that a person of this role is bound to; refuses unknown ones, and a manager without any. */
export async function checkedPlaces(
  ledger: Ledger,
  workspaceId: string,
  role: Role,
  placeIds: readonly string[],
): Promise<string[]> {
  if (role !== 'manager' && role !== 'agent') return [];
  const distinct = [...new Set(placeIds)];
  const [unknown] = await unknownPlaces(ledger, workspaceId, distinct);
  if (unknown !== undefined)
    throw wrong(JSON.stringify(unknown.slice(0, 60)), 'the id of a place of this workspace');
  if (role === 'manager' && distinct.length === 0)
    throw wrong('[]', 'at least one place: a manager sees own places only');
  return distinct;
}

function wrong(received: string, expected: string): Problem {
  return new Problem('invalid_input', {
    detail: `placeIds is ${received}, but should be ${expected}.`,
    fields: [{ path: 'body.placeIds', received, expected }],
  });
}
