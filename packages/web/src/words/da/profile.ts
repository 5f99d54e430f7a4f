import { countingIn } from '../numerals.ts';

const many = countingIn('da');
export const title = 'Sådan står det til';
export const stages = {
  prospect: 'Har ikke købt endnu',
  new: 'Ny',
  active: 'Aktiv',
  at_risk: 'I farezonen',
  lapsed: 'Tabt',
  returned: 'Vendt tilbage',
};
export const stagesThen = {
  prospect: 'ikke kunde endnu',
  new: 'ny',
  active: 'aktiv',
  at_risk: 'i farezonen',
  lapsed: 'tabt',
  returned: 'vendt tilbage',
};
export const stageMeans = {
  prospect: 'Ingen ordre og ingen aftale indtil nu.',
  new: 'Den første ordre eller aftale er højst 60 dage gammel.',
  active: 'Køber i sin egen rytme, eller har en aftale.',
  at_risk: 'Tavs i mere end halvanden gang sin egen rytme.',
  lapsed: 'Tavs i mere end tre gange sin egen rytme, eller aftalerne er slut.',
  returned: 'Kom tilbage efter lang tavshed.',
};
export const rows = {
  revenue: 'Købt for, fratrukket returer',
  margin: 'Margin',
  orderValue: 'En ordre, i snit',
  purchaseGap: 'Mellem ordrer',
  lastOrder: 'Seneste ordre',
  lastActivity: 'Senest aktiv',
  firstSeen: 'Kendt siden',
  returns: 'Returer',
  latePayments: 'Sene betalinger',
  contracts: 'Aftaler',
  renewal: 'Næste fornyelse',
  lastNps: 'Seneste NPS-svar',
  lastCsat: 'Seneste CSAT-svar',
  lastSentiment: 'Seneste kommentar',
  comments: 'Kommentarer',
  openTickets: 'Åbne henvendelser',
  contacts: 'Henvendelser på 90 dage',
  costToServe: 'Omkostning til service',
};
export const days = (n: string) => `${n} dage`;
export const answer = (score: string, when: string) => `${score}, ${when}`;
export const withoutRate = (n: number) =>
  `${many(n, 'beløb', 'beløb')} mangler valutakurs og tælles ikke med.`;
export const unknown = 'Intet er sagt eller gjort på dine steder.';
export const from = (source: string) => `fra ${source}`;
export const key = {
  mark: 'Markér som nøglekunde',
  marked: 'Nøglekunde',
  unmark: 'Ikke længere nøglekunde',
  since: (by: string) => (by ? `markeret af ${by}` : 'markeret'),
  means: 'Nøglekunders sager får højere alvorlighed.',
};
export const traitNames: Readonly<Record<string, string>> = {
  firstName: 'Fornavn',
  lastName: 'Efternavn',
  name: 'Navn',
  city: 'By',
  country: 'Land',
  language: 'Sprog',
  homeStore: 'Hjemmebutik',
  segment: 'Segment',
  plus: 'Plus',
  wantsOffers: 'Vil have tilbud',
  email: 'E-mail',
  phone: 'Telefon',
  'address.street': 'Gade',
  'address.postalCode': 'Postnummer',
  'address.city': 'By',
  'address.country': 'Land',
  industry: 'Branche',
  employees: 'Ansatte',
  plan: 'Plan',
  birthday: 'Fødselsdag',
};
export const traitAnswers: Readonly<Record<string, string>> = { true: 'Ja', false: 'Nej' };
