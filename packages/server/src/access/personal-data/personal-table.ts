// Promise: every table of both stores is declared by the step that owns it, with where a person stands in it; erasure,
// export and the check for forgotten tables read these declarations and nothing else.

import type { PersonalTableName, RetentionKind } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

/** A customer, as tables know them. Keys are keyed hashes; values are what the customer is called and reached by. */
export interface PersonTraces {
  readonly workspaceId: string;
  /** Keys of all identifiers of the profile, as decimal text. */
  readonly keys: readonly string[];
  /** Identifier values and names, at least four characters long; never written into a statement for the warehouse. */
  readonly values: readonly string[];
}

export interface PersonalStores {
  readonly warehouse: Warehouse;
  readonly ledger: Ledger;
}

interface Declared {
  readonly store: 'warehouse' | 'ledger';
  readonly table: string;
}

/** A table that holds nothing of a customer; `because` says what it holds instead. */
interface ImpersonalTable extends Declared {
  readonly because: string;
}

/** A table that holds something of customers. Tables are erased in the order of their declaration. */
export interface PersonalTable extends Declared {
  readonly table: PersonalTableName;
  /** What it holds, in a reader's words. */
  readonly holds: string;
  /** The condition that a person's rows fulfil; null where this person has none. */
  readonly rows: (person: PersonTraces, stores: PersonalStores) => Sql | null | Promise<Sql | null>;
  /** The rows of a copy for the person, where erasure reaches further than what is surely theirs. Default `rows`. */
  readonly copied?: (person: PersonTraces) => Sql;
  /** `columns = …` that takes the person out of rows that stay; without it the rows are deleted. Ledger only. */
  readonly blank?: Sql;
  /** Why the rows stay after an erasure, where they do: only a keyed hash may. */
  readonly stays?: string;
  /** False where a copy for the person would say nothing to them. Default true. */
  readonly exported?: boolean;
  /** Rows go by their `local_day` with old data of this kind. Warehouse only. */
  readonly agesWith?: RetentionKind;
  /** True where only the identity of the person stands: erased after everything that is found by it. */
  readonly last?: boolean;
}

export type TableDeclaration = PersonalTable | ImpersonalTable;

export const isPersonal = (table: TableDeclaration): table is PersonalTable => 'rows' in table;

/** Declares tables of one store that hold nothing of customers. */
export const impersonal = (
  store: Declared['store'],
  because: string,
  ...tables: readonly string[]
): TableDeclaration[] => tables.map((table) => ({ store, table, because }));
