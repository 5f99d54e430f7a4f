// Calls unify's endpoints as a viewer, without HTTP.
import type {
  AccountRow,
  CustomerIdentity,
  CustomerMatch,
  CustomerPage,
  CustomerRow,
  IdentityPreview,
} from '@lyhord/contract';
import type { z } from 'zod';
import type { Viewer } from '../../access/index.ts';
import type { Unify } from '../unify.ts';

export type CustomerPageOf = z.infer<typeof CustomerPage>;
type Preview = z.infer<typeof IdentityPreview>;
type Matches = { matches: z.infer<typeof CustomerMatch>[]; waiting: number };
type Customers = { customers: z.infer<typeof CustomerRow>[] };

export function callerOf(unify: Unify) {
  const call = (id: string, viewer: Viewer, input: object) => {
    const found = unify.routes.find(({ endpoint }) => endpoint.id === id)!;
    return found.handle({ params: {}, query: {}, body: {}, ...input }, {
      viewer,
    } as never) as Promise<unknown>;
  };
  return {
    findCustomers: (viewer: Viewer, query: { search: string; limit: number }) =>
      call('findCustomers', viewer, { query }) as Promise<Customers>,
    readCustomer: (viewer: Viewer, id: string, query: { before?: string; limit: number } = { limit: 100 }) =>
      call('readCustomer', viewer, { params: { id }, query }) as Promise<CustomerPageOf>,
    listAccounts: (viewer: Viewer) =>
      call('listAccounts', viewer, { query: { search: '', limit: 25 } }) as Promise<{
        accounts: AccountRow[];
      }>,
    readIdentity: (viewer: Viewer, id: string) =>
      call('readIdentity', viewer, { params: { id } }) as Promise<z.infer<typeof CustomerIdentity>>,
    previewMerge: (viewer: Viewer, id: string, other: string) =>
      call('previewMerge', viewer, { params: { id }, query: { with: other } }) as Promise<Preview>,
    merge: (viewer: Viewer, id: string, other: string) =>
      call('mergeCustomers', viewer, {
        params: { id },
        body: { with: other, reason: 'one person' },
      }) as Promise<Preview>,
    split: (viewer: Viewer, id: string, identifiers: string[]) =>
      call('splitCustomer', viewer, {
        params: { id },
        body: { identifiers, reason: 'two persons' },
      }) as Promise<Preview>,
    listMatches: (viewer: Viewer, state = 'proposed') =>
      call('listMatches', viewer, { query: { state, limit: 50 } }) as Promise<Matches>,
    findMatches: (viewer: Viewer) => call('findMatches', viewer, {}) as Promise<void>,
    decideMatch: (viewer: Viewer, id: string, decision: 'same' | 'different') =>
      call('decideMatch', viewer, { params: { id }, body: { decision } }) as Promise<void>,
    changeRules: (viewer: Viewer, body: object) => call('changeIdentityRules', viewer, { body }),
  };
}
