import { countingIn } from '../numerals.ts';

const many = countingIn('sv');
export const reading = 'Läser filen';
export const readingHint = 'Stora filer tar en liten stund att komma fram.';
export const guessed = 'Så här läser jag den. Rätta det som är fel.';
export const holds = 'Filen innehåller';
export const targets = {
  signals: 'Vad kunderna säger',
  events: 'Vad kunderna gör',
  places: 'Platser',
  enrichment: 'Fakta per nyckel: postnummer, väder, kalender',
  exchange_rates: 'Växelkurser',
};
export const column = 'Kolumn';
export const field = 'Betyder';
export const examples = 'Exempel';
export const sureness = 'Hur säkert';
export const ignore = 'Används inte';
export const why = {
  header: 'efter rubriken',
  values: 'efter värdena',
  both: 'efter rubrik och värden',
};
export const doubts = {
  day_or_month: 'Dag eller månad först? Inget här skiljer dem åt.',
  decimal_or_thousand: 'Decimaler eller tusental? Inget här skiljer dem åt.',
  mixed: 'Vissa värden passar inte.',
  two_alike: 'En annan kolumn ser också ut så här.',
};
export const chosen = 'valt av dig';
export const constants = 'Samma för varje rad';
export const eventForAll = 'Vad som hände i varje rad';
export const tableName = 'Tabellens namn';
export const dateFormat = 'Datum skrivs';
export const dateFormats = {
  iso: 'året först: 2026-03-31',
  day_first: 'dagen först: 31.03.2026',
  month_first: 'månaden först: 03/31/2026',
  epoch_s: 'sekunder sedan 1970',
  epoch_ms: 'millisekunder sedan 1970',
};
export const decimalComma = 'Decimaler har komma';
export const missing = (fields: string) => `Behövs ännu: ${fields}`;
export const or = 'eller';
export const check = 'Se vad som skulle ändras';
export const checking = 'Går igenom varje rad';
export const checkTitle = 'Vad inläsningen skulle ändra';
export const checkPart = (rows: string) =>
  `De första ${rows} raderna gicks igenom; resten prövas när den läses in.`;
export const fresh = 'Nya';
export const duplicates = 'Finns redan';
export const differing = 'Finns med annat innehåll';
export const refused = 'Avvisas';
export const differingHint = 'Det som finns får stå kvar.';
export const reasonsTitle = 'Varför rader skulle avvisas';
export const reason = 'Skäl';
export const rows = 'Rader';
export const unknownPlaces = (codes: string) =>
  `Ingen plats har dessa koder: ${codes}. Raderna behålls och räknas till ingen plats förrän någon har dem.`;
export const withoutCustomer = (n: number) => `${many(n, 'rad', 'rader')} nämner ingen kund.`;
export const span = (from: string, to: string) =>
  from === to ? `De hände ${from}.` : `De hände mellan ${from} och ${to}.`;
export const makePlaces = (n: number) => `Gör ${many(n, 'plats', 'platser')} av dem`;
export const firstRows = 'De första raderna så som de skulle lagras';
export const line = (line: string) => `Rad ${line}`;
export const load = (n: number) => `Läs in ${many(n, 'rad', 'rader')}`;
export const loadAll = 'Läs in filen';
export const running = (name: string) => `Läser in ${name}`;
export const runningHint = 'Du kan stänga sidan; inläsningen fortsätter, även om servern stannar emellan.';
export const soFar = (n: number) => `${many(n, 'rad', 'rader')} hittills`;
export const result = (accepted: string, duplicates: string, refused: string) =>
  `${accepted} mottagna, ${duplicates} redan kända, ${refused} avvisade`;
export const failed = 'Inläsningen stannade';
export const seePulse = 'Se Puls';
export const seeFeed = 'Läs kommentarerna';
export const seeHistory = 'Alla inlästa filer';
export const downloadRefused = 'Avvisade rader som CSV';
export const undo = 'Ta tillbaka';
export const undoTitle = (name: string) => `Ta tillbaka ${name}`;
export const undoExplains = (rows: string) =>
  `${rows} rader lämnar varje tabell, betyg och profil. Ärenden som öppnades på grund av dem står kvar. Filen kan läsas in igen efteråt.`;
export const goOn = 'Läs in nu';
export const throwAway = 'Kasta';
export const by = (name: string) => `av ${name}`;
export const undone = (when: string) => `togs tillbaka ${when}`;
export const states = {
  waiting: 'Väntar på att läsas in',
  running: 'Läses in',
  done: 'Inläst',
  failed: 'Stannade',
  undoing: 'Tas tillbaka',
  undone: 'Tillbakatagen',
};
export const known = 'Redan kända';
export const actions = 'Åtgärder';
export const fields = {
  messageId: 'Radens id',
  kind: 'Slag',
  channel: 'Kanal',
  touchpoint: 'Kontaktpunkt',
  place: 'Platskod',
  happenedAt: 'När det hände',
  nps: 'NPS, 0 till 10',
  csat: 'Nöjdhet, 1 till 5',
  ces: 'Ansträngning, 1 till 7',
  stars: 'Stjärnor, 1 till 5',
  text: 'Kommentar',
  title: 'Rubrik',
  language: 'Språk',
  campaign: 'Kampanj eller enkät',
  conversation: 'Konversation',
  reference: 'Nummer på order, ärende …',
  account: 'Företag (nummer)',
  userId: 'Kundnummer',
  email: 'E-post',
  phone: 'Telefon',
  loyaltyNumber: 'Medlemsnummer',
  name: 'Namn',
  amount: 'Belopp',
  cost: 'Kostnad',
  currency: 'Valuta',
  dueAt: 'Utlovat eller förfaller',
  waitSeconds: 'Sekunder i väntan',
  code: 'Kod',
  parentCode: 'Kod för platsen ovanför',
  placeKind: 'Slags plats',
  country: 'Land',
  latitude: 'Latitud',
  longitude: 'Longitud',
  timeZone: 'Tidszon',
  event: 'Vad som hände',
  lines: 'Rader, som lista',
  productId: 'Artikelnummer',
  productName: 'Produkt',
  category: 'Kategori',
  quantity: 'Antal',
  price: 'Pris per styck',
  lineCost: 'Kostnad per styck',
  key: 'Nyckel, till exempel postnummer',
  day: 'Dag',
  table: 'Tabellens namn',
  to: 'Till valutan',
  rate: 'Kurs',
  measure: 'Vad som mäts',
  value: 'Mätvärde',
  unit: 'Enhet',
  reason: 'Varför',
  endsAt: 'Upphör',
  renewsAt: 'Förnyas',
  termMonths: 'Bindningstid, månader',
  plan: 'Abonnemang',
  seconds: 'Sekunder som räknas',
  shipping: 'Frakt',
  discount: 'Rabatt',
  tax: 'Moms',
  coupon: 'Kupong',
  byCustomer: 'Avslutat av kunden',
  order: 'Ordernummer',
  level: 'Vilken påminnelse',
  method: 'Betalsätt',
  durationSeconds: 'Besökets sekunder',
  purpose: 'Ärende',
  queueLength: 'Kunder i kö',
  abandoned: 'Gav upp',
  topic: 'Ämne',
  priority: 'Prioritet',
  agent: 'Grupp',
  contacts: 'Kontakter som behövdes',
  variant: 'Variant',
  control: 'Utanför, som jämförelse',
  response: 'Svar',
  activity: 'Aktivitet',
  minutes: 'Minuter',
} as Readonly<Record<string, string>>;
