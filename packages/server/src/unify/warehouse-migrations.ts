import type { WarehouseMigration } from '../platform/stores/migrations.ts';

/** The warehouse tables of unify's nouns are made by collect, which writes their rows within its commits. */
export const unifyWarehouseMigrations: WarehouseMigration[] = [];
