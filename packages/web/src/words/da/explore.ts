import type { Words } from '../index.ts';

type W = Words['explore'];
export const title: W['title'] = 'Udforsk';
export const lead: W['lead'] =
  'Stil et hvilket som helst spørgsmål om målene. Stedet og perioden er dem ovenfor.';
export const metric: W['metric'] = 'Tæl';
export const by: W['by'] = 'Efter';
export const and: W['and'] = 'Og efter';
export const compare: W['compare'] = 'Holdt op mod';
export const nothing: W['nothing'] = 'Intet';
export const shrink: W['shrink'] = 'Lån små grupper styrke af de andre';
export const about: W['about'] = { experience: 'Oplevelse', operations: 'Drift' };
export const dimensions: W['dimensions'] = {
  place: 'Sted',
  day: 'Dag',
  week: 'Uge',
  month: 'Måned',
  hour: 'Time',
  touchpoint: 'Kontaktpunkt',
  stage: 'Stadie',
  channel: 'Kanal',
  kind: 'Slags',
  topic: 'Emne',
  question: 'Spørgsmål',
  language: 'Sprog',
  campaign: 'Kampagne',
  segment: 'Segment',
  life_cycle: 'Livsfase',
  spend: 'Forbrug',
  buying: 'Købsmønster',
  trait: 'Egenskab dengang',
  life_cycle_then: 'Livsfase dengang',
  product: 'Produkt',
  category: 'Produktkategori',
  employee_group: 'Medarbejdergruppe',
};
export const stages: W['stages'] = {
  consideration: 'Overvejelse',
  evaluation: 'Vurdering',
  purchase: 'Køb',
  use: 'Brug',
  loyalty: 'Loyalitet',
  leaving: 'Forlader',
};
export const units: W['units'] = {
  seconds: (n: string) => `${n} s`,
  hours: (n: string) => `${n} t`,
  days: (n: string) => `${n} dage`,
};
export const weekOf: W['weekOf'] = (day) => `ugen fra ${day}`;
export const noPlace: W['noPlace'] = 'Intet sted';
export const everything: W['everything'] = 'Alt sammen';
export const group: W['group'] = 'Gruppe';
export const interval: W['interval'] = 'Interval';
export const n: W['n'] = 'n';
export const shrunken: W['shrunken'] = 'Krympet';
export const difference: W['difference'] = 'Forskel';
export const clear: W['clear'] = 'tydelig';
export const unclear: W['unclear'] = 'ikke tydelig';
export const table: W['table'] = 'Svaret som tabel';
export const more: W['more'] = (n) => `${n} rækker mere er i filen.`;
export const behind: W['behind'] = 'Rækkerne bag';
export const newest: W['newest'] = 'De hundrede nyeste';
export const openSignal: W['openSignal'] = 'Åbn';
export const picture: W['picture'] = (kind) => `Gem billedet som ${kind}`;
export const definition: W['definition'] = (metric, version) => `${metric}, definition version ${version}.`;
export const none: W['none'] = 'Intet at tælle her';
export const noneHint: W['noneHint'] = 'Vælg en længere periode, et større sted eller et andet mål.';
export const counting: W['counting'] = 'Tæller …';
export const stop: W['stop'] = 'Stop';
export const stopped: W['stopped'] = 'Stoppet';
export const again: W['again'] = 'Tæl igen';
export const saved: W['saved'] = (n) => (n > 0 ? `Gemte (${n})` : 'Gemte');
export const noneSaved: W['noneSaved'] = 'Intet gemt endnu';
export const share: W['share'] = 'Kopiér link';
export const name: W['name'] = 'Navn';
export const spreadsheet = 'Gem tabellen som XLSX';
export const sampled = (oneIn: number) =>
  `Dette er en stikprøve: én kunde ud af ${oneIn}. Summer er anslåede.`;
export const exactIn = (seconds: number) => `Tæller alt i ${seconds} s.`;
export const rowsRead = (share: string, rows: string) => `${share} af ${rows} rækker læst.`;
export const progress = 'Andel af rækkerne, der er læst';
export const sampleOnly = 'Den nøjagtige optælling blev stoppet.';
export const traitAsked = 'Egenskab, som den var kendt dengang';
export const notKnownThen = 'Ikke kendt dengang';
export const inNone = 'I intet';
export const namesNone = {
  product: 'nævner intet produkt',
  category: 'nævner ingen kategori',
  employee_group: 'ingen gruppe',
};
export const fewEmployees = (n: number) =>
  `Grupper med færre end ${n} forskellige medarbejdere tilbageholdes, og det samme gør det, der ville afsløre dem.`;
export const drawn = (shown: string, all: string) =>
  `Billedet viser ${shown} af ${all} grupper; tabellen har dem alle.`;
export const titled: W['titled'] = (metric, by) =>
  by.length > 0 ? `${metric} pr. ${by.map((one) => one.toLowerCase()).join(' og ')}` : metric;
export const comparisons: W['comparisons'] = {
  before: 'Perioden før',
  target: 'Målet',
  place: 'Et sted',
  segment: 'Et segment',
};
export const against: W['against'] = { place: 'Hvilket sted', segment: 'Hvilket segment' };
export const choose: W['choose'] = 'Vælg';
export const all: W['all'] = 'Alle';
export const segmentThen: W['segmentThen'] = 'Segment dengang';
export const only: W['only'] = 'Kun en del af rækkerne';
export const compared: W['compared'] = 'Sammenlignet med';
export const rows: W['rows'] = (n) => `n ${n}`;
export const weigh: W['weigh'] = 'Vægt efter kendte totaler';
export const noTotals: W['noTotals'] = 'Ingen totaler er kendt endnu: Indstillinger, Arbejdsområde.';
export const weighted: W['weighted'] = (effect, worth) =>
  `Vægtet efter de kendte totaler. Designeffekt ${effect}: lige så meget værd som ${worth} uvægtede svar.`;
export const notRepresented: W['notRepresented'] = (names) => `Ingen svarede fra: ${names}.`;
export const traitHint: W['traitHint'] = 'For eksempel tier; tryk på Enter.';
export const showRows: W['showRows'] = 'Vis rækkerne';
export const hideRows: W['hideRows'] = 'Skjul rækkerne';
export const when: W['when'] = 'Hvornår';
export const reference: W['reference'] = 'Reference';
export const everybody: W['everybody'] = 'Alle kunder';
export const noneOfSegment: W['noneOfSegment'] = 'Ingen i segmentet skrev noget';
export const noneOfSegmentHint: W['noneOfSegmentHint'] =
  'Vælg en længere periode, et større sted eller et andet segment.';
export const file = {
  currency: 'Valuta',
  low: 'Interval fra',
  high: 'Interval til',
  comparedN: 'n for det, der sammenlignes med',
  differenceLow: 'Forskel fra',
  differenceHigh: 'Forskel til',
  units: { share: '%', seconds: 'sekunder', hours: 'timer', days: 'dage' },
};
export const removed = (name: string) => `»${name}« gemmes ikke længere.`;
