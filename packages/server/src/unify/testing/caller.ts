// Calls unify's endpoints as a viewer, without HTTP.
import type { CustomerPage, CustomerRow } from '@lyhord/contract';
import type { z } from 'zod';
import type { Viewer } from '../../access/index.ts';
import type { Unify } from '../unify.ts';

export type CustomerPageOf = z.infer<typeof CustomerPage>;
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
  };
}
