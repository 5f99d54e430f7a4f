import { impersonal, type TableDeclaration } from '../access/index.ts';

/** The warehouse's rows of identity are declared by collect, which writes them. */
export const unifyTables: readonly TableDeclaration[] = [
  ...impersonal('ledger', 'places of the company', 'places', 'place_history'),
  ...impersonal('ledger', 'keyed hashes of who asked, and receipts', 'privacy_requests'),
];
