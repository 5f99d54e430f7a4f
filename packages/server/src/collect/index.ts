export { collectLedgerMigrations } from './ledger-migrations.ts';
export { collectWarehouseMigrations, committedTables } from './warehouse-migrations.ts';
