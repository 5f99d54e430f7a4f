import { countingIn } from '../numerals.ts';

const many = countingIn('da');
export const reading = 'Læser filen';
export const readingHint = 'Store filer er lidt tid om at nå frem.';
export const guessed = 'Sådan læser jeg den. Ret det, der er forkert.';
export const holds = 'Filen indeholder';
export const targets = {
  signals: 'Hvad kunderne siger',
  events: 'Hvad kunderne gør',
  places: 'Steder',
  enrichment: 'Fakta pr. nøgle: postnumre, vejr, kalender',
  exchange_rates: 'Valutakurser',
};
export const column = 'Kolonne';
export const field = 'Betyder';
export const examples = 'Eksempler';
export const sureness = 'Hvor sikkert';
export const ignore = 'Bruges ikke';
export const why = {
  header: 'efter overskriften',
  values: 'efter værdierne',
  both: 'efter overskrift og værdier',
};
export const doubts = {
  day_or_month: 'Dag eller måned først? Intet her skelner dem.',
  decimal_or_thousand: 'Decimaler eller tusinder? Intet her skelner dem.',
  mixed: 'Nogle værdier passer ikke.',
  two_alike: 'En anden kolonne ligner også.',
};
export const chosen = 'valgt af dig';
export const constants = 'Det samme for hver række';
export const eventForAll = 'Hvad der skete i hver række';
export const tableName = 'Tabellens navn';
export const dateFormat = 'Datoer skrives';
export const dateFormats = {
  iso: 'året først: 2026-03-31',
  day_first: 'dagen først: 31.03.2026',
  month_first: 'måneden først: 03/31/2026',
  epoch_s: 'sekunder siden 1970',
  epoch_ms: 'millisekunder siden 1970',
};
export const decimalComma = 'Decimaler har komma';
export const missing = (fields: string) => `Mangler endnu: ${fields}`;
export const or = 'eller';
export const check = 'Se, hvad der ville ændre sig';
export const checking = 'Ser på hver række';
export const checkTitle = 'Hvad indlæsningen ville ændre';
export const checkPart = (rows: string) =>
  `De første ${rows} rækker blev set igennem; resten prøves, når den indlæses.`;
export const fresh = 'Nye';
export const duplicates = 'Findes allerede';
export const differing = 'Findes med andet indhold';
export const refused = 'Afvises';
export const differingHint = 'Det, der findes, bliver stående.';
export const reasonsTitle = 'Hvorfor rækker ville blive afvist';
export const reason = 'Grund';
export const rows = 'Rækker';
export const unknownPlaces = (codes: string) =>
  `Intet sted har disse koder: ${codes}. Rækkerne beholdes og tæller ikke for noget sted, før et har dem.`;
export const withoutCustomer = (n: number) => `${many(n, 'række', 'rækker')} nævner ingen kunde.`;
export const span = (from: string, to: string) =>
  from === to ? `De skete ${from}.` : `De skete mellem ${from} og ${to}.`;
export const makePlaces = (n: number) => `Lav ${many(n, 'sted', 'steder')} af dem`;
export const firstRows = 'De første rækker, som de ville blive gemt';
export const line = (line: string) => `Linje ${line}`;
export const load = (n: number) => `Indlæs ${many(n, 'række', 'rækker')}`;
export const loadAll = 'Indlæs filen';
export const running = (name: string) => `Indlæser ${name}`;
export const runningHint =
  'Du må gerne lukke siden; indlæsningen fortsætter, også efter et stop af serveren.';
export const soFar = (n: number) => `${many(n, 'række', 'rækker')} indtil nu`;
export const result = (accepted: string, duplicates: string, refused: string) =>
  `${accepted} modtaget, ${duplicates} kendt i forvejen, ${refused} afvist`;
export const failed = 'Indlæsningen stoppede';
export const seePulse = 'Se Puls';
export const seeFeed = 'Læs kommentarerne';
export const seeHistory = 'Alle indlæste filer';
export const downloadRefused = 'Afviste rækker som CSV';
export const undo = 'Tag tilbage';
export const undoTitle = (name: string) => `Tag ${name} tilbage`;
export const undoExplains = (rows: string) =>
  `${rows} rækker forlader hver tabel, score og profil. Sager, der blev åbnet på grund af dem, bliver stående. Filen kan indlæses igen bagefter.`;
export const goOn = 'Indlæs nu';
export const throwAway = 'Smid væk';
export const by = (name: string) => `af ${name}`;
export const undone = (when: string) => `taget tilbage ${when}`;
export const states = {
  waiting: 'Venter på at blive indlæst',
  running: 'Indlæses',
  done: 'Indlæst',
  failed: 'Stoppede',
  undoing: 'Tages tilbage',
  undone: 'Taget tilbage',
};
export const known = 'Kendt i forvejen';
export const actions = 'Handlinger';
export const fields = {
  messageId: 'Rækkens id',
  kind: 'Slags',
  channel: 'Kanal',
  touchpoint: 'Kontaktpunkt',
  place: 'Stedets kode',
  happenedAt: 'Hvornår det skete',
  nps: 'NPS, 0 til 10',
  csat: 'Tilfredshed, 1 til 5',
  ces: 'Besvær, 1 til 7',
  stars: 'Stjerner, 1 til 5',
  text: 'Kommentar',
  title: 'Overskrift',
  language: 'Sprog',
  campaign: 'Kampagne eller undersøgelse',
  conversation: 'Samtale',
  reference: 'Nummer på ordre, sag …',
  account: 'Virksomhed (nummer)',
  userId: 'Kundenummer',
  email: 'E-mail',
  phone: 'Telefon',
  loyaltyNumber: 'Medlemsnummer',
  name: 'Navn',
  amount: 'Beløb',
  cost: 'Omkostning',
  currency: 'Valuta',
  dueAt: 'Lovet eller forfalder',
  waitSeconds: 'Sekunders ventetid',
  code: 'Kode',
  parentCode: 'Kode for stedet ovenfor',
  placeKind: 'Slags sted',
  country: 'Land',
  latitude: 'Breddegrad',
  longitude: 'Længdegrad',
  timeZone: 'Tidszone',
  event: 'Hvad der skete',
  lines: 'Linjer, som liste',
  productId: 'Varenummer',
  productName: 'Vare',
  category: 'Kategori',
  quantity: 'Antal',
  price: 'Pris pr. stk.',
  lineCost: 'Omkostning pr. stk.',
  key: 'Nøgle, f.eks. postnummer',
  day: 'Dag',
  table: 'Tabellens navn',
  to: 'Til valutaen',
  rate: 'Kurs',
  measure: 'Hvad der måles',
  value: 'Måling',
  unit: 'Enhed',
  reason: 'Hvorfor',
  endsAt: 'Ophører',
  renewsAt: 'Fornyes',
  termMonths: 'Måneders binding',
  plan: 'Abonnement',
  seconds: 'Sekunder der tælles',
  shipping: 'Fragt',
  discount: 'Rabat',
  tax: 'Moms',
  coupon: 'Kupon',
  byCustomer: 'Opsagt af kunden',
  order: 'Ordrenummer',
  level: 'Hvilken rykker',
  method: 'Betalingsmåde',
  durationSeconds: 'Besøgets sekunder',
  purpose: 'Ærinde',
  queueLength: 'Kunder i kø',
  abandoned: 'Gav op',
  topic: 'Emne',
  priority: 'Prioritet',
  agent: 'Hold',
  contacts: 'Kontakter der skulle til',
  variant: 'Variant',
  control: 'Holdt udenfor',
  response: 'Svar',
  activity: 'Aktivitet',
  minutes: 'Minutter',
} as Readonly<Record<string, string>>;
