export { type AirportFigures, airportFiguresIn } from './bench/airport-survey.ts';
export { createUnderstand, type UnderstandParts } from './create-understand.ts';
export { understandLedgerMigrations, understandWarehouseMigrations } from './migrations.ts';
export { understandTables } from './personal-data.ts';
export type { CaseKnowledge, Understand } from './understand.ts';
