import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type U = Words['ui'];
const many = countingIn('da');
export const answers: U['answers'] = (n) => many(n, 'svar', 'svar');
export const comments: U['comments'] = (n) => many(n, 'kommentar', 'kommentarer');
export const tooFew: U['tooFew'] = (n) => `for få svar (${n})`;
export const nothingYet: U['nothingYet'] = 'ingen svar';
export const interval: U['interval'] = (range) => `interval ${range}`;
export const range: U['range'] = (low, high) => `${low} til ${high}`;
export const rangeMeaning: U['rangeMeaning'] = 'Den sande værdi ligger i dette interval med 95 % sikkerhed.';
export const tryAgain: U['tryAgain'] = 'Prøv igen';
export const save: U['save'] = 'Gem';
export const saved: U['saved'] = 'Gemt';
export const cancel: U['cancel'] = 'Annuller';
export const undo: U['undo'] = 'Fortryd';
export const undone: U['undone'] = 'Fortrudt';
export const remove: U['remove'] = 'Fjern';
export const edit: U['edit'] = 'Rediger';
export const add: U['add'] = 'Tilføj';
export const copy: U['copy'] = 'Kopier';
export const copied: U['copied'] = 'Kopieret';
export const open: U['open'] = 'Åbn';
export const close: U['close'] = 'Luk';
export const all: U['all'] = 'Alle';
export const nobody: U['nobody'] = 'Ingen';
export const none: U['none'] = 'Ingen';
export const unknown: U['unknown'] = 'Ukendt';
export const showMore: U['showMore'] = 'Vis flere';
export const showAll: U['showAll'] = (n) => `Vis alle ${n}`;
export const showFewer: U['showFewer'] = 'Vis færre';
export const table: U['table'] = 'Tabel';
export const chart: U['chart'] = 'Diagram';
export const download: U['download'] = 'Hent CSV';
export const asTable: U['asTable'] = 'Vis som tabel';
export const asChart: U['asChart'] = 'Vis som diagram';
export const loading: U['loading'] = 'Henter';
export const metric: U['metric'] = 'Mål';
export const value: U['value'] = 'Værdi';
export const low: U['low'] = 'Lavest';
export const high: U['high'] = 'Højest';
export const day: U['day'] = 'Dag';
export const count: U['count'] = 'Svar';
export const place: U['place'] = 'Sted';
export const typeToConfirm: U['typeToConfirm'] = (name) => `Skriv “${name}” for at gå videre.`;
export const optional: U['optional'] = 'valgfrit';
export const fieldSays: U['fieldSays'] = (received, expected) =>
  `${received === 'missing' ? 'mangler' : `${received} går ikke her`}. Det skal være ${expected}.`;
export const reference: U['reference'] = (id) => `Reference ${id}`;
export const troubleTitle: U['troubleTitle'] = 'Dette kunne ikke hentes';
export const problems: U['problems'] = {
  bad_request: 'Serveren forstod det ikke. Genindlæs siden, og prøv igen.',
  invalid_input: 'Nogle felter skal have en anden værdi; hvert felt siger hvilken.',
  not_signed_in: 'Du er blevet logget ud. Log ind igen for at fortsætte.',
  bad_key: 'Skrivenøglen kendes ikke her.',
  bad_signature: 'Beskeden er ikke underskrevet, som den skal være.',
  bad_sign_in: 'E-mailadressen eller adgangskoden er forkert.',
  forbidden: 'Din rolle må ikke gøre dette. Spørg en administrator.',
  foreign_origin: 'Kaldet kom fra en anden adresse end den, du loggede ind på.',
  not_found: 'Det findes ikke, eller du må ikke se det.',
  conflict: 'Nogen ændrede dette imens. Genindlæs for at se, hvordan det står til.',
  duplicate: 'Det findes allerede.',
  gone: 'Linket gælder ikke længere. Bed om et nyt.',
  too_large: 'Det er større, end serveren tager imod. Del det op, og send delene.',
  unsupported_media: 'Den filtype kan ikke læses her. Gem den som CSV (UTF-8).',
  too_many: 'For mange forsøg på kort tid. Vent et minut.',
  overloaded: 'Serveren har travlt. Den bør svare igen om et øjeblik.',
  missing_rate: 'Der er ingen valutakurs for den dag. Indlæs en som fil med valutakurser.',
  mail_not_configured: 'Mail er ikke sat op endnu. En administrator gør det under Indstillinger, Mail.',
  storage_full: 'Serverens disk er fuld; intet blev gemt. Frigør plads, og send det samme igen.',
  internal: 'Noget gik galt på serveren. Det er logget; prøv igen.',
  offline: 'Serveren kan ikke nås. Tjek forbindelsen; det du skrev, er her stadig.',
};
export const withheld = (n: number) =>
  `Hvad færre end ${n} mente, siges ikke. Hvor det kunne regnes ud ved at trække resten fra en sum, holdes også den næstmindste gruppe tilbage.`;
export const heldBack = 'tilbageholdes';
export const goalReached = (goal: string) => `mål ${goal} nået`;
export const goalAhead = (goal: string, missing: string) => `mål ${goal}: ${missing} tilbage`;
export const goalUnclear = (goal: string) => `mål ${goal}: inden for intervallet`;
export const longerPeriod = 'Se et helt år';
