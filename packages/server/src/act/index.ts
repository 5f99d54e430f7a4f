export { type Act, createAct } from './create-act.ts';
export { actLedgerMigrations } from './migrations.ts';
export { actTables } from './personal-data.ts';
