export type { Contact } from './customers/contact.ts';
export type { CustomerValue } from './customers/customer-value.ts';
export type { LaterSteps } from './customers/read-customer.ts';
export { unifyLedgerMigrations } from './ledger-migrations.ts';
export type { PlaceWithTarget } from './places/place-store.ts';
export type { Places } from './places/places.ts';
export { createUnify, type Unify, type UnifyParts } from './unify.ts';
export { unifyWarehouseMigrations } from './warehouse-migrations.ts';
