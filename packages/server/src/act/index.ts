export { actLedgerMigrations } from './migrations.ts';
