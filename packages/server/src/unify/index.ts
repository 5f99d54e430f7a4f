export { unifyLedgerMigrations } from './ledger-migrations.ts';
export { unifyWarehouseMigrations } from './warehouse-migrations.ts';
