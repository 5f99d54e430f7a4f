import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type U = Words['ui'];
const many = countingIn('sv');
export const answers: U['answers'] = (n) => many(n, 'svar', 'svar');
export const comments: U['comments'] = (n) => many(n, 'kommentar', 'kommentarer');
export const tooFew: U['tooFew'] = (n) => `för få svar (${n})`;
export const nothingYet: U['nothingYet'] = 'inga svar';
export const interval: U['interval'] = (range) => `intervall ${range}`;
export const range: U['range'] = (low, high) => `${low} till ${high}`;
export const rangeMeaning: U['rangeMeaning'] =
  'Det sanna värdet ligger inom detta intervall med 95 % säkerhet.';
export const tryAgain: U['tryAgain'] = 'Försök igen';
export const save: U['save'] = 'Spara';
export const saved: U['saved'] = 'Sparat';
export const cancel: U['cancel'] = 'Avbryt';
export const undo: U['undo'] = 'Ångra';
export const undone: U['undone'] = 'Ångrat';
export const remove: U['remove'] = 'Ta bort';
export const edit: U['edit'] = 'Ändra';
export const add: U['add'] = 'Lägg till';
export const copy: U['copy'] = 'Kopiera';
export const copied: U['copied'] = 'Kopierat';
export const open: U['open'] = 'Öppna';
export const close: U['close'] = 'Stäng';
export const all: U['all'] = 'Alla';
export const nobody: U['nobody'] = 'Ingen';
export const none: U['none'] = 'Inga';
export const unknown: U['unknown'] = 'Okänt';
export const showMore: U['showMore'] = 'Visa fler';
export const showAll: U['showAll'] = (n) => `Visa alla ${n}`;
export const showFewer: U['showFewer'] = 'Visa färre';
export const table: U['table'] = 'Tabell';
export const chart: U['chart'] = 'Diagram';
export const download: U['download'] = 'Ladda ner CSV';
export const asTable: U['asTable'] = 'Visa som tabell';
export const asChart: U['asChart'] = 'Visa som diagram';
export const loading: U['loading'] = 'Laddar';
export const metric: U['metric'] = 'Mått';
export const value: U['value'] = 'Värde';
export const low: U['low'] = 'Lägst';
export const high: U['high'] = 'Högst';
export const day: U['day'] = 'Dag';
export const count: U['count'] = 'Svar';
export const place: U['place'] = 'Plats';
export const typeToConfirm: U['typeToConfirm'] = (name) => `Skriv ”${name}” för att gå vidare.`;
export const optional: U['optional'] = 'valfritt';
export const fieldSays: U['fieldSays'] = (received, expected) =>
  `${received === 'missing' ? 'saknas' : `${received} går inte här`}. Det ska vara ${expected}.`;
export const reference: U['reference'] = (id) => `Referens ${id}`;
export const troubleTitle: U['troubleTitle'] = 'Det här gick inte att ladda';
export const problems: U['problems'] = {
  bad_request: 'Servern förstod inte. Ladda om sidan och försök igen.',
  invalid_input: 'Några fält behöver ett annat värde; vart och ett säger vilket.',
  not_signed_in: 'Du har loggats ut. Logga in igen för att fortsätta.',
  bad_key: 'Skrivnyckeln är inte känd här.',
  bad_signature: 'Meddelandet är inte signerat som det ska.',
  bad_sign_in: 'E-postadressen eller lösenordet stämmer inte.',
  forbidden: 'Din roll får inte göra detta. Fråga en administratör.',
  foreign_origin: 'Anropet kom från en annan adress än den du loggade in på.',
  not_found: 'Det finns inte, eller så får du inte se det.',
  conflict: 'Någon ändrade detta under tiden. Ladda om för att se hur det står till.',
  duplicate: 'Det finns redan.',
  gone: 'Länken gäller inte längre. Be om en ny.',
  too_large: 'Det är större än servern tar emot. Dela upp det och skicka delarna.',
  unsupported_media: 'Den filtypen kan inte läsas här. Spara den som CSV (UTF-8).',
  too_many: 'För många försök på kort tid. Vänta en minut.',
  overloaded: 'Servern har mycket att göra. Den bör svara igen om en stund.',
  missing_rate: 'Det finns ingen växelkurs för den dagen. Läs in en som fil med växelkurser.',
  mail_not_configured: 'E-post är inte inställd ännu. En administratör gör det under Inställningar, E-post.',
  storage_full: 'Serverns disk är full; inget sparades. Frigör utrymme och skicka samma sak igen.',
  internal: 'Något gick fel på servern. Det har loggats; försök igen.',
  offline: 'Servern går inte att nå. Kontrollera anslutningen; det du skrev finns kvar.',
};
export const withheld = (n: number) =>
  `Hur färre än ${n} tyckte sägs inte. Där det kunde räknas ut genom att dra resten från en summa hålls även den näst minsta gruppen inne.`;
export const heldBack = 'hålls inne';
export const goalReached = (goal: string) => `mål ${goal} nått`;
export const goalAhead = (goal: string, missing: string) => `mål ${goal}: ${missing} kvar`;
export const goalUnclear = (goal: string) => `mål ${goal}: inom intervallet`;
export const longerPeriod = 'Se ett helt år';
