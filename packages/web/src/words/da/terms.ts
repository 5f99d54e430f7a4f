import type { Words } from '../index.ts';

type T = Words['terms'];
export const metrics: T['metrics'] = {
  nps: 'NPS',
  csat: 'Tilfredshed',
  csat_top2: 'Tilfredse kunder',
  ces: 'Besvær',
  stars: 'Stjernevurdering',
  sentiment: 'Stemning',
  signals: 'Signaler',
  response_rate: 'Svarandel',
};
export const kinds: T['kinds'] = {
  survey: 'Spørgeskema',
  review: 'Anmeldelse',
  ticket: 'Henvendelse',
  social: 'Opslag',
  comment: 'Kommentar',
  staff: 'Rapport fra personale',
  call: 'Samtalenotat',
};
export const channels: T['channels'] = {
  web: 'Web',
  app: 'App',
  email: 'E-mail',
  sms: 'Sms',
  kiosk: 'Stander eller QR',
  phone: 'Telefon',
  social: 'Sociale medier',
  review_site: 'Anmeldelsesside',
  in_person: 'På stedet',
  chat: 'Chat',
  other: 'Andet',
};
export const touchpoints: T['touchpoints'] = {
  advertising: 'Reklame',
  website: 'Hjemmeside',
  app: 'App',
  store_visit: 'Butiksbesøg',
  checkout: 'Kasse',
  payment: 'Betaling',
  delivery: 'Levering',
  product: 'Produkt',
  invoice: 'Faktura',
  returns: 'Returvarer',
  support: 'Kundeservice',
  loyalty_programme: 'Loyalitetsprogram',
  renewal: 'Fornyelse',
  cancellation: 'Opsigelse',
};
export const polarity: T['polarity'] = {
  positive: 'Positiv',
  neutral: 'Neutral',
  negative: 'Negativ',
  mixed: 'Blandet',
};
export const flags: T['flags'] = {
  question: 'Spørgsmål',
  request: 'Ønske',
  threat_to_leave: 'Kan forlade os',
  praise_of_staff: 'Roser personalet',
  legal_risk: 'Juridisk risiko',
  safety_risk: 'Sikkerhed',
  wants_answer: 'Vil have svar',
  sarcasm_suspected: 'Måske ironi',
  truncated: 'Afkortet',
};
export const caseStates: T['caseStates'] = {
  open: 'Åben',
  taken: 'Taget',
  waiting: 'Venter på kunden',
  closed: 'Lukket',
};
export const severities: T['severities'] = {
  low: 'Lav',
  normal: 'Normal',
  high: 'Høj',
  critical: 'Kritisk',
};
export const causes: T['causes'] = {
  staff: 'Personale',
  queue: 'Kø',
  product: 'Produkt',
  delivery: 'Levering',
  payment: 'Betaling',
  price: 'Pris',
  cleanliness: 'Renlighed',
  information: 'Information',
  system: 'System',
  other_party: 'Anden part',
  expectation: 'Forventning',
  unknown: 'Ukendt',
};
export const outcomes: T['outcomes'] = {
  solved: 'Løst',
  compensated: 'Kompenseret',
  explained: 'Forklaret',
  no_answer: 'Intet svar fra kunden',
  not_a_problem: 'Ikke et problem',
};
export const changeStates: T['changeStates'] = {
  new: 'Ny',
  taken: 'Taget',
  explained: 'Forklaret',
  noise: 'Støj',
  not_right: 'Passer ikke',
};
export const roles: T['roles'] = {
  admin: 'Administrator',
  lead: 'CX-ansvarlig',
  manager: 'Leder',
  agent: 'Kundeservice',
  analyst: 'Analytiker',
};
export const roleMeanings: T['roleMeanings'] = {
  admin: 'Alt, også indstillinger og personer',
  lead: 'Alle steder; spørgeskemaer, filer og emner',
  manager: 'Egne steder og alt under dem',
  agent: 'Kundesager og kunder',
  analyst: 'Læser alt, ændrer intet om en kunde',
};
export const placeKinds: T['placeKinds'] = {
  organisation: 'Organisation',
  country: 'Land',
  region: 'Region',
  store: 'Butik',
  eshop: 'Webshop',
  call_centre: 'Kundeservice',
  unit: 'Enhed',
};
export const events: T['events'] = {
  order_placed: 'Køb',
  order_delivered: 'Leveret',
  order_cancelled: 'Ordre annulleret',
  cart_changed: 'Kurv ændret',
  checkout_started: 'Betaling begyndt',
  product_viewed: 'Produkt vist',
  invoice_reminded: 'Rykker sendt',
  wait_measured: 'Ventetid',
  ticket_reopened: 'Sag genåbnet',
  order_returned: 'Returneret',
  contract_started: 'Aftale indgået',
  contract_renewed: 'Aftale fornyet',
  contract_ended: 'Aftale ophørt',
  invoice_issued: 'Faktura sendt',
  payment_made: 'Betaling',
  visit: 'Besøg',
  page_viewed: 'Side vist',
  ticket_opened: 'Henvendelse åbnet',
  ticket_answered: 'Henvendelse besvaret',
  ticket_solved: 'Henvendelse løst',
  campaign_contacted: 'Kampagne sendt',
  campaign_responded: 'Kampagne besvaret',
  sensor_read: 'Sensormåling',
  cost_to_serve: 'Serviceomkostning',
  survey_sent: 'Spørgeskema sendt',
  survey_answered: 'Spørgeskema besvaret',
  case_opened: 'Kundesag åbnet',
  case_assigned: 'Kundesag tildelt',
  case_replied: 'Kundesag besvaret',
  case_closed: 'Kundesag lukket',
  message_sent: 'Besked sendt',
  identify: 'Oplysninger noteret',
  group: 'Knyttet til en konto',
  alias: 'Genkendt',
  custom: 'Hændelse',
};
export const identifiers: T['identifiers'] = {
  user_id: 'Kundenummer',
  loyalty_number: 'Medlemsnummer',
  email: 'E-mail',
  phone: 'Telefon',
  anonymous_id: 'Browser',
  external_id: 'Nummer i et andet system',
};
export const languages: T['languages'] = {
  sv: 'Svensk',
  da: 'Dansk',
  nb: 'Norsk',
  no: 'Norsk',
  nn: 'Norsk',
  fi: 'Finsk',
  en: 'Engelsk',
  de: 'Tysk',
  pt: 'Portugisisk',
};
export const emotions: T['emotions'] = {
  joy: 'glæde',
  trust: 'tillid',
  surprise: 'overraskelse',
  sadness: 'skuffelse',
  anger: 'vrede',
  fear: 'bekymring',
  disgust: 'afsky',
  none: '',
};
