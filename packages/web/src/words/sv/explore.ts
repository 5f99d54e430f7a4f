import type { Words } from '../index.ts';

type W = Words['explore'];
export const title: W['title'] = 'Utforska';
export const lead: W['lead'] = 'Ställ vilken fråga som helst om måtten. Platsen och perioden är de ovan.';
export const metric: W['metric'] = 'Räkna';
export const by: W['by'] = 'Efter';
export const and: W['and'] = 'Och efter';
export const compare: W['compare'] = 'Jämfört med';
export const nothing: W['nothing'] = 'Inget';
export const shrink: W['shrink'] = 'Låna små grupper styrka av de andra';
export const about: W['about'] = { experience: 'Upplevelse', operations: 'Drift' };
export const dimensions: W['dimensions'] = {
  place: 'Plats',
  day: 'Dag',
  week: 'Vecka',
  month: 'Månad',
  hour: 'Timme',
  touchpoint: 'Kontaktpunkt',
  stage: 'Skede',
  channel: 'Kanal',
  kind: 'Slag',
  topic: 'Ämne',
  question: 'Fråga',
  language: 'Språk',
  campaign: 'Kampanj',
  segment: 'Segment',
  life_cycle: 'Livsskede',
  spend: 'Köpsumma',
  buying: 'Köpmönster',
  trait: 'Egenskap då',
  life_cycle_then: 'Livsskede då',
  product: 'Produkt',
  category: 'Produktkategori',
  employee_group: 'Medarbetargrupp',
};
export const stages: W['stages'] = {
  consideration: 'Övervägande',
  evaluation: 'Värdering',
  purchase: 'Köp',
  use: 'Användning',
  loyalty: 'Lojalitet',
  leaving: 'Lämnar',
};
export const units: W['units'] = {
  seconds: (n: string) => `${n} s`,
  hours: (n: string) => `${n} h`,
  days: (n: string) => `${n} dagar`,
};
export const weekOf: W['weekOf'] = (day) => `veckan från ${day}`;
export const noPlace: W['noPlace'] = 'Ingen plats';
export const everything: W['everything'] = 'Allt tillsammans';
export const group: W['group'] = 'Grupp';
export const interval: W['interval'] = 'Intervall';
export const n: W['n'] = 'n';
export const shrunken: W['shrunken'] = 'Krympt';
export const difference: W['difference'] = 'Skillnad';
export const clear: W['clear'] = 'tydlig';
export const unclear: W['unclear'] = 'inte tydlig';
export const table: W['table'] = 'Svaret som tabell';
export const more: W['more'] = (n) => `${n} rader till finns i filen.`;
export const behind: W['behind'] = 'Raderna bakom';
export const newest: W['newest'] = 'De hundra nyaste';
export const openSignal: W['openSignal'] = 'Öppna';
export const picture: W['picture'] = (kind) => `Spara bilden som ${kind}`;
export const definition: W['definition'] = (metric, version) => `${metric}, definition version ${version}.`;
export const none: W['none'] = 'Inget att räkna här';
export const noneHint: W['noneHint'] = 'Välj en längre period, en större plats eller ett annat mått.';
export const counting: W['counting'] = 'Räknar …';
export const stop: W['stop'] = 'Stopp';
export const stopped: W['stopped'] = 'Stoppad';
export const again: W['again'] = 'Räkna igen';
export const saved: W['saved'] = (n) => (n > 0 ? `Sparade (${n})` : 'Sparade');
export const noneSaved: W['noneSaved'] = 'Inget sparat än';
export const share: W['share'] = 'Kopiera länk';
export const name: W['name'] = 'Namn';
export const spreadsheet = 'Spara tabellen som XLSX';
export const sampled = (oneIn: number) =>
  `Detta är ett stickprov: en kund av ${oneIn}. Summor är uppskattade.`;
export const exactIn = (seconds: number) => `Räknar allt sedan ${seconds} s.`;
export const rowsRead = (share: string, rows: string) => `${share} av ${rows} rader lästa.`;
export const progress = 'Andel av raderna som är lästa';
export const sampleOnly = 'Den exakta räkningen avbröts.';
export const traitAsked = 'Egenskap, som den var känd då';
export const notKnownThen = 'Inte känd då';
export const inNone = 'I inget';
export const namesNone = {
  product: 'nämner ingen produkt',
  category: 'nämner ingen kategori',
  employee_group: 'ingen grupp',
};
export const fewEmployees = (n: number) =>
  `Grupper med färre än ${n} olika medarbetare undanhålls, och likaså det som skulle avslöja dem.`;
export const drawn = (shown: string, all: string) =>
  `Bilden visar ${shown} av ${all} grupper; tabellen har alla.`;
export const titled: W['titled'] = (metric, by) =>
  by.length > 0 ? `${metric} per ${by.map((one) => one.toLowerCase()).join(' och ')}` : metric;
export const comparisons: W['comparisons'] = {
  before: 'Perioden före',
  target: 'Målet',
  place: 'En plats',
  segment: 'Ett segment',
};
export const against: W['against'] = { place: 'Vilken plats', segment: 'Vilket segment' };
export const choose: W['choose'] = 'Välj';
export const all: W['all'] = 'Alla';
export const segmentThen: W['segmentThen'] = 'Segment då';
export const only: W['only'] = 'Bara en del av raderna';
export const compared: W['compared'] = 'Jämfört med';
export const rows: W['rows'] = (n) => `n ${n}`;
export const weigh: W['weigh'] = 'Väg mot kända totaler';
export const noTotals: W['noTotals'] = 'Inga totaler är kända än: Inställningar, Arbetsyta.';
export const weighted: W['weighted'] = (effect, worth) =>
  `Vägt mot de kända totalerna. Designeffekt ${effect}: värt lika mycket som ${worth} ovägda svar.`;
export const notRepresented: W['notRepresented'] = (names) => `Ingen svarade från: ${names}.`;
export const traitHint: W['traitHint'] = 'Till exempel tier; tryck på Enter.';
export const showRows: W['showRows'] = 'Visa raderna';
export const hideRows: W['hideRows'] = 'Dölj raderna';
export const when: W['when'] = 'När';
export const reference: W['reference'] = 'Referens';
export const everybody: W['everybody'] = 'Alla kunder';
export const noneOfSegment: W['noneOfSegment'] = 'Ingen i segmentet skrev något';
export const noneOfSegmentHint: W['noneOfSegmentHint'] =
  'Välj en längre period, en större plats eller ett annat segment.';
export const file = {
  currency: 'Valuta',
  low: 'Intervall från',
  high: 'Intervall till',
  comparedN: 'n för det som jämförs med',
  differenceLow: 'Skillnad från',
  differenceHigh: 'Skillnad till',
  units: { share: '%', seconds: 'sekunder', hours: 'timmar', days: 'dagar' },
};
export const removed = (name: string) => `”${name}” sparas inte längre.`;
