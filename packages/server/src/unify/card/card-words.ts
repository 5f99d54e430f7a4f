import type { CardRefusal } from './card-token.ts';

interface CardWords {
  readonly title: string;
  readonly unnamed: string;
  readonly keyCustomer: string;
  readonly value: string;
  readonly orders: string;
  readonly lastOrder: string;
  readonly stage: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly now: string;
  readonly recommends: string;
  readonly satisfied: string;
  readonly feeling: string;
  readonly feelings: Readonly<Record<string, string>>;
  readonly said: string;
  readonly nothingSaid: string;
  readonly cases: string;
  readonly noCases: string;
  readonly states: Readonly<Record<string, string>>;
  readonly days: (n: number) => string;
  readonly asOf: string;
  readonly unknown: string;
  readonly refused: Readonly<Record<CardRefusal, string>>;
}

const en: CardWords = {
  title: 'Customer',
  unnamed: 'No name',
  keyCustomer: 'Key customer',
  value: 'Value',
  orders: 'Orders',
  lastOrder: 'Last order',
  stage: 'Stage',
  stages: {
    prospect: 'Prospect',
    new: 'New',
    active: 'Active',
    at_risk: 'At risk',
    lapsed: 'Lapsed',
    returned: 'Returned',
  },
  now: 'How they are now',
  recommends: 'Would recommend',
  satisfied: 'Satisfied',
  feeling: 'Last comment',
  feelings: { positive: 'positive', neutral: 'neutral', negative: 'negative', mixed: 'mixed' },
  said: 'Last said',
  nothingSaid: 'Nothing said yet.',
  cases: 'Open cases',
  noCases: 'No open case.',
  states: { open: 'open', taken: 'taken', waiting: 'waiting' },
  days: (n) => (n === 0 ? 'today' : n === 1 ? 'yesterday' : `${n} days ago`),
  asOf: 'As of',
  unknown: 'Nobody is known by this.',
  refused: {
    unsigned: 'This card could not be opened: its token was not signed with the secret of this tool.',
    expired: 'This card has expired. Load it again.',
    too_long: 'This card could not be opened: its token lasts longer than ten minutes.',
  },
};
const sv: CardWords = {
  title: 'Kund',
  unnamed: 'Inget namn',
  keyCustomer: 'Nyckelkund',
  value: 'Värde',
  orders: 'Köp',
  lastOrder: 'Senaste köp',
  stage: 'Skede',
  stages: {
    prospect: 'Intressent',
    new: 'Ny',
    active: 'Aktiv',
    at_risk: 'På väg bort',
    lapsed: 'Borta',
    returned: 'Tillbaka',
  },
  now: 'Så har kunden det nu',
  recommends: 'Skulle rekommendera',
  satisfied: 'Nöjd',
  feeling: 'Senaste kommentar',
  feelings: { positive: 'positiv', neutral: 'neutral', negative: 'negativ', mixed: 'blandad' },
  said: 'Sade senast',
  nothingSaid: 'Inget sagt än.',
  cases: 'Öppna ärenden',
  noCases: 'Inget öppet ärende.',
  states: { open: 'öppet', taken: 'taget', waiting: 'väntar' },
  days: (n) => (n === 0 ? 'i dag' : n === 1 ? 'i går' : `för ${n} dagar sedan`),
  asOf: 'Per',
  unknown: 'Ingen är känd under detta.',
  refused: {
    unsigned: 'Kortet kunde inte öppnas: dess bevis är inte signerat med verktygets hemlighet.',
    expired: 'Kortet har gått ut. Läs in det igen.',
    too_long: 'Kortet kunde inte öppnas: dess bevis gäller längre än tio minuter.',
  },
};
const da: CardWords = {
  title: 'Kunde',
  unnamed: 'Intet navn',
  keyCustomer: 'Nøglekunde',
  value: 'Værdi',
  orders: 'Køb',
  lastOrder: 'Seneste køb',
  stage: 'Fase',
  stages: {
    prospect: 'Interesseret',
    new: 'Ny',
    active: 'Aktiv',
    at_risk: 'På vej væk',
    lapsed: 'Væk',
    returned: 'Tilbage',
  },
  now: 'Sådan har kunden det nu',
  recommends: 'Ville anbefale',
  satisfied: 'Tilfreds',
  feeling: 'Seneste kommentar',
  feelings: { positive: 'positiv', neutral: 'neutral', negative: 'negativ', mixed: 'blandet' },
  said: 'Sagde senest',
  nothingSaid: 'Intet sagt endnu.',
  cases: 'Åbne sager',
  noCases: 'Ingen åben sag.',
  states: { open: 'åben', taken: 'taget', waiting: 'venter' },
  days: (n) => (n === 0 ? 'i dag' : n === 1 ? 'i går' : `for ${n} dage siden`),
  asOf: 'Pr.',
  unknown: 'Ingen er kendt under dette.',
  refused: {
    unsigned: 'Kortet kunne ikke åbnes: dets bevis er ikke signeret med værktøjets hemmelighed.',
    expired: 'Kortet er udløbet. Indlæs det igen.',
    too_long: 'Kortet kunne ikke åbnes: dets bevis gælder længere end ti minutter.',
  },
};

export const cardWords = { en, sv, da } as const;
export type CardLanguage = keyof typeof cardWords;
export const isCardLanguage = (code: string): code is CardLanguage => code in cardWords;
