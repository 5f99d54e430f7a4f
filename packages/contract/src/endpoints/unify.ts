import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Place, PlaceInput } from '../place.ts';
import { CustomerPage, CustomerRow } from '../screens.ts';

const id = z.object({ id: z.string() });
export const unifyEndpoints = {
  listPlaces: endpoint({
    id: 'listPlaces',
    method: 'GET',
    path: '/api/places',
    summary: 'The place tree, as far as the reader may see it',
    auth: 'person',
    reply: z.object({ places: z.array(Place) }),
  }),
  createPlace: endpoint({
    id: 'createPlace',
    method: 'POST',
    path: '/api/places',
    summary: 'Make a place',
    auth: 'person',
    roles: ['admin'],
    body: PlaceInput,
    reply: Place,
  }),
  changePlace: endpoint({
    id: 'changePlace',
    method: 'PATCH',
    path: '/api/places/:id',
    summary: 'Change or move a place from now on',
    auth: 'person',
    roles: ['admin'],
    params: id,
    body: PlaceInput.partial().extend({
      archived: z.boolean().optional(),
      target: z.number().nullable().optional(),
    }),
    reply: Place,
  }),
  findCustomers: endpoint({
    id: 'findCustomers',
    method: 'GET',
    path: '/api/customers',
    summary: 'Find customers by name, e-mail, phone, number or order',
    auth: 'person',
    query: z.object({
      search: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    reply: z.object({ customers: z.array(CustomerRow) }),
  }),
  readCustomer: endpoint({
    id: 'readCustomer',
    method: 'GET',
    path: '/api/customers/:id',
    summary: 'One customer with the timeline of what was said and done',
    auth: 'person',
    params: id,
    query: z.object({
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: CustomerPage,
  }),
};
