import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type U = Words['unify'];
const many = countingIn('sv');
export const customers: U['customers'] = {
  title: 'Kunder',
  lead: 'En profil för varje kund, över allt som sagts och gjorts.',
  search: 'Namn, e-post, telefon, medlems- eller ordernummer',
  recent: 'Hörda på sistone',
  found: (n) => many(n, 'kund', 'kunder'),
  none: 'Inga kunder ännu',
  noneHint: 'Kunder dyker upp med det första svar eller köp som bär ett kännetecken.',
  notFound: (words) => `Ingen hittades med ”${words}”`,
  notFoundHint: 'Prova hela e-postadressen, telefonnumret med land eller ett ordernummer.',
  anonymous: 'Utan namn',
  name: 'Kund',
  lastScore: 'Senaste svar',
  lastSeen: 'Senast sedd',
  orders: 'Köp',
  value: 'Värde',
  openCases: 'Öppna ärenden',
};
export const customer: U['customer'] = {
  back: 'Kunder',
  who: 'Vem',
  value: 'Värde',
  orders: (n) => many(n, 'köp', 'köp'),
  consent: 'Samtycke',
  allowed: 'tillåtet',
  refused: 'inte tillåtet',
  reasons: {
    subscribed: 'har sagt ja',
    unsubscribed: 'har avregistrerat sig',
    bounced: 'brevet kom tillbaka',
    never_asked: 'aldrig tillfrågad',
    default: 'inget sagt emot',
  },
  noConsent: 'Inget är känt.',
  cases: 'Ärenden',
  noCases: 'Inget ärende.',
  why: 'Varför detta är en person',
  rules: {
    same_message: 'kom tillsammans i ett meddelande',
    alias: 'uppgivna som samma',
    manual: 'sammanförda för hand',
    removed: 'skilda åt',
  },
  onlyOne: 'Ett kännetecken, inget att föra samman.',
  traits: 'Egenskaper',
  timeline: 'Vad som sagts och gjorts',
  said: 'sagt',
  done: 'gjort',
  filter: 'Visa',
  filters: { all: 'Allt', said: 'Sagt', done: 'Gjort' },
  late: 'försenat',
  more: 'Visa tidigare',
  nothing: 'Inget är känt om kunden på dina platser.',
  knownThen: 'Då',
  elsewhere: (events, signals) =>
    `På platser som inte är dina: ${many(events, 'händelse', 'händelser')} och ${many(signals, 'signal', 'signaler')}.`,
  lines: (n) => many(n, 'vara', 'varor'),
};
