import type { PersonalTableName } from '@lyhord/contract';

/** What tables held, by name; the server says it in English. */
export const tables: Readonly<Partial<Record<PersonalTableName, string>>> = {};
/** Why a keyed hash stays. */
export const stays: Readonly<Partial<Record<PersonalTableName, string>>> = {};
export const save = 'Save as text';
export const received = 'Received';
export const done = 'Done';
export const by = 'Noted by';
