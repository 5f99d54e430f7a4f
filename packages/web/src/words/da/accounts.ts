import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

const many = countingIn('da');
type A = Words['accounts'];
export const title = 'Virksomheder';
export const lead = 'Virksomheder, som kunder handler for. Personerne forbliver egne kunder.';
export const search = 'Virksomhedens navn eller nummer';
export const none = 'Ingen virksomhed endnu';
export const noneHint = 'Virksomheder kommer med group-kald, og med ordrer, aftaler og svar, der nævner en.';
export const notFound = (words: string) => `Ingen virksomhed for »${words}«`;
export const notFoundHint = 'Et navn, eller det nummer, som jeres systemer kender den ved.';
export const found = (n: number) => many(n, 'virksomhed', 'virksomheder');
export const recent = 'Hvor der senest skete noget';
export const people = (n: number) => many(n, 'person', 'personer');
export const back = 'Alle virksomheder';
export const number = 'Nummer';
export const value = 'Bestilt for, efter returer';
export const who = 'Det, vi ved';
export const contracts = 'Aftaler';
export const noContracts = 'Ingen aftale er kendt.';
export const contractStates: A['contractStates'] = { active: 'gælder', ended: 'afsluttet' };
export const since = (day: string) => `siden ${day}`;
export const renews = (day: string) => `fornyes ${day}`;
export const ends = (day: string) => `slutter ${day}`;
export const cases = 'Personernes sager';
export const noCases = 'Ingen i virksomheden har en sag.';
export const members = 'Virksomhedens personer';
export const noMembers = 'Ingen, som du må se, har handlet for den.';
export const acted = 'handlede for den';
export const said = 'Hvad personerne har sagt';
export const nothingSaid = 'De har ikke sagt noget endnu.';
export const actsFor = 'Handler for';
export const household: A['household'] = {
  title: 'Bor sammen med',
  nobody: 'Ingen er kendt.',
  shares: { address: 'samme adresse', phone: 'samme telefonnummer' },
  lastName: 'samme efternavn',
  proposed: 'Formentlig:',
  together: (by: string) => (by ? `sagt af ${by}` : 'sagt'),
  yes: 'De bor sammen',
  no: 'Det gør de ikke',
  hint: 'De forbliver to kunder.',
};
