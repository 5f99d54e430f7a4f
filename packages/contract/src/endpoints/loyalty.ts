import { endpoint } from '../endpoint.ts';
import { LoyaltyQuery, LoyaltyReport } from '../loyalty.ts';

export const loyaltyEndpoints = {
  loyalty: endpoint({
    id: 'loyalty',
    method: 'GET',
    path: '/api/loyalty',
    summary: 'Indicators beside NPS, and which of them went with what customers then did',
    auth: 'person',
    query: LoyaltyQuery,
    reply: LoyaltyReport,
  }),
};
