import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type U = Words['unify'];
const many = countingIn('da');
export const customers: U['customers'] = {
  title: 'Kunder',
  lead: 'Én profil for hver kunde, på tværs af alt, der er sagt og gjort.',
  search: 'Navn, e-mail, telefon, medlems- eller ordrenummer',
  recent: 'Hørt for nylig',
  found: (n) => many(n, 'kunde', 'kunder'),
  none: 'Ingen kunder endnu',
  noneHint: 'Kunder viser sig med det første svar eller køb, der bærer et kendetegn.',
  notFound: (words) => `Ingen fundet med “${words}”`,
  notFoundHint: 'Prøv hele e-mailadressen, telefonnummeret med land eller et ordrenummer.',
  anonymous: 'Uden navn',
  name: 'Kunde',
  lastScore: 'Seneste svar',
  lastSeen: 'Sidst set',
  orders: 'Køb',
  value: 'Værdi',
  openCases: 'Åbne sager',
};
export const customer: U['customer'] = {
  back: 'Kunder',
  who: 'Hvem',
  value: 'Værdi',
  orders: (n) => many(n, 'køb', 'køb'),
  consent: 'Samtykke',
  allowed: 'tilladt',
  refused: 'ikke tilladt',
  reasons: {
    subscribed: 'har sagt ja',
    unsubscribed: 'har frameldt sig',
    bounced: 'mailen kom tilbage',
    never_asked: 'aldrig spurgt',
    default: 'intet sagt imod',
  },
  noConsent: 'Intet kendes.',
  cases: 'Sager',
  noCases: 'Ingen sag.',
  why: 'Hvorfor dette er én person',
  rules: {
    same_message: 'kom sammen i én besked',
    alias: 'oplyst som den samme',
    manual: 'samlet i hånden',
    removed: 'skilt ad',
  },
  onlyOne: 'Ét kendetegn, intet at samle.',
  traits: 'Egenskaber',
  timeline: 'Hvad der er sagt og gjort',
  said: 'sagt',
  done: 'gjort',
  filter: 'Vis',
  filters: { all: 'Alt', said: 'Sagt', done: 'Gjort' },
  late: 'forsinket',
  more: 'Vis tidligere',
  nothing: 'Intet kendes om kunden på dine steder.',
  knownThen: 'Dengang',
  elsewhere: (events, signals) =>
    `På steder, der ikke er dine: ${many(events, 'hændelse', 'hændelser')} og ${many(signals, 'signal', 'signaler')}.`,
  lines: (n) => many(n, 'vare', 'varer'),
};
