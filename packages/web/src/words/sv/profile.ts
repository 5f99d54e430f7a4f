import { countingIn } from '../numerals.ts';

const many = countingIn('sv');
export const title = 'Läget nu';
export const stages = {
  prospect: 'Har inte köpt ännu',
  new: 'Ny',
  active: 'Aktiv',
  at_risk: 'I riskzonen',
  lapsed: 'Förlorad',
  returned: 'Återvänd',
};
export const stagesThen = {
  prospect: 'inte kund ännu',
  new: 'ny',
  active: 'aktiv',
  at_risk: 'i riskzonen',
  lapsed: 'förlorad',
  returned: 'återvänd',
};
export const stageMeans = {
  prospect: 'Ingen order och inget avtal hittills.',
  new: 'Första ordern eller avtalet är högst 60 dagar gammalt.',
  active: 'Köper i sin egen takt, eller har ett avtal.',
  at_risk: 'Tyst i mer än en och en halv gång sin egen takt.',
  lapsed: 'Tyst i mer än tre gånger sin egen takt, eller avtalen är slut.',
  returned: 'Kom tillbaka efter en lång tystnad.',
};
export const rows = {
  revenue: 'Köpt för, efter returer',
  margin: 'Marginal',
  orderValue: 'En order, i snitt',
  purchaseGap: 'Mellan order',
  lastOrder: 'Senaste order',
  lastActivity: 'Senast aktiv',
  firstSeen: 'Känd sedan',
  returns: 'Returer',
  latePayments: 'Sena betalningar',
  contracts: 'Avtal',
  renewal: 'Nästa förnyelse',
  lastNps: 'Senaste NPS-svar',
  lastCsat: 'Senaste CSAT-svar',
  lastSentiment: 'Senaste kommentar',
  comments: 'Kommentarer',
  openTickets: 'Öppna ärenden',
  contacts: 'Kontakter på 90 dagar',
  costToServe: 'Kostnad för service',
};
export const days = (n: string) => `${n} dagar`;
export const answer = (score: string, when: string) => `${score}, ${when}`;
export const withoutRate = (n: number) => `${many(n, 'belopp', 'belopp')} saknar växelkurs och räknas inte.`;
export const unknown = 'Inget har sagts eller gjorts på dina platser.';
export const from = (source: string) => `från ${source}`;
export const key = {
  mark: 'Markera som nyckelkund',
  marked: 'Nyckelkund',
  unmark: 'Inte längre nyckelkund',
  since: (by: string) => (by ? `markerad av ${by}` : 'markerad'),
  means: 'Nyckelkunders ärenden får högre allvarlighet.',
};
export const traitNames: Readonly<Record<string, string>> = {
  firstName: 'Förnamn',
  lastName: 'Efternamn',
  name: 'Namn',
  city: 'Ort',
  country: 'Land',
  language: 'Språk',
  homeStore: 'Hemmabutik',
  segment: 'Segment',
  plus: 'Plus',
  wantsOffers: 'Vill ha erbjudanden',
  email: 'E-post',
  phone: 'Telefon',
  'address.street': 'Gata',
  'address.postalCode': 'Postnummer',
  'address.city': 'Ort',
  'address.country': 'Land',
  industry: 'Bransch',
  employees: 'Anställda',
  plan: 'Plan',
  birthday: 'Födelsedag',
};
export const traitAnswers: Readonly<Record<string, string>> = { true: 'Ja', false: 'Nej' };
