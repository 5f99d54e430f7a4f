import type { Words } from '../index.ts';

type T = Words['terms'];
export const metrics: T['metrics'] = {
  nps: 'NPS',
  csat: 'Nöjdhet',
  csat_top2: 'Nöjda kunder',
  ces: 'Ansträngning',
  stars: 'Stjärnbetyg',
  sentiment: 'Känsla',
  signals: 'Signaler',
  response_rate: 'Svarsandel',
};
export const kinds: T['kinds'] = {
  survey: 'Enkät',
  review: 'Recension',
  ticket: 'Ärende',
  social: 'Socialt inlägg',
  comment: 'Kommentar',
  staff: 'Rapport från personal',
  call: 'Samtalsanteckning',
};
export const channels: T['channels'] = {
  web: 'Webb',
  app: 'App',
  email: 'E-post',
  sms: 'Sms',
  kiosk: 'Terminal eller QR',
  phone: 'Telefon',
  social: 'Sociala medier',
  review_site: 'Recensionssajt',
  in_person: 'På plats',
  chat: 'Chatt',
  other: 'Annat',
};
export const touchpoints: T['touchpoints'] = {
  advertising: 'Reklam',
  website: 'Webbplats',
  app: 'App',
  store_visit: 'Butiksbesök',
  checkout: 'Kassa',
  payment: 'Betalning',
  delivery: 'Leverans',
  product: 'Produkt',
  invoice: 'Faktura',
  returns: 'Returer',
  support: 'Kundtjänst',
  loyalty_programme: 'Lojalitetsprogram',
  renewal: 'Förnyelse',
  cancellation: 'Uppsägning',
};
export const polarity: T['polarity'] = {
  positive: 'Positiv',
  neutral: 'Neutral',
  negative: 'Negativ',
  mixed: 'Blandad',
};
export const flags: T['flags'] = {
  question: 'Fråga',
  request: 'Önskemål',
  threat_to_leave: 'Kan lämna oss',
  praise_of_staff: 'Berömmer personal',
  legal_risk: 'Juridisk risk',
  safety_risk: 'Säkerhet',
  wants_answer: 'Vill ha svar',
  sarcasm_suspected: 'Kanske ironi',
  truncated: 'Avkortad',
};
export const caseStates: T['caseStates'] = {
  open: 'Öppet',
  taken: 'Taget',
  waiting: 'Väntar på kunden',
  closed: 'Stängt',
};
export const severities: T['severities'] = {
  low: 'Låg',
  normal: 'Normal',
  high: 'Hög',
  critical: 'Kritisk',
};
export const causes: T['causes'] = {
  staff: 'Personal',
  queue: 'Kö',
  product: 'Produkt',
  delivery: 'Leverans',
  payment: 'Betalning',
  price: 'Pris',
  cleanliness: 'Renlighet',
  information: 'Information',
  system: 'System',
  other_party: 'Annan part',
  expectation: 'Förväntan',
  unknown: 'Okänd',
};
export const outcomes: T['outcomes'] = {
  solved: 'Löst',
  compensated: 'Ersatt',
  explained: 'Förklarat',
  no_answer: 'Inget svar från kunden',
  not_a_problem: 'Inget problem',
};
export const changeStates: T['changeStates'] = {
  new: 'Ny',
  taken: 'Tagen',
  explained: 'Förklarad',
  noise: 'Brus',
  not_right: 'Stämmer inte',
};
export const roles: T['roles'] = {
  admin: 'Administratör',
  lead: 'CX-ansvarig',
  manager: 'Chef',
  agent: 'Kundtjänst',
  analyst: 'Analytiker',
};
export const roleMeanings: T['roleMeanings'] = {
  admin: 'Allt, även inställningar och personer',
  lead: 'Alla platser; enkäter, filer och ämnen',
  manager: 'Egna platser och allt under dem',
  agent: 'Kundärenden och kunder',
  analyst: 'Läser allt, ändrar inget som rör en kund',
};
export const placeKinds: T['placeKinds'] = {
  organisation: 'Organisation',
  country: 'Land',
  region: 'Region',
  store: 'Butik',
  eshop: 'E-butik',
  call_centre: 'Kundtjänst',
  unit: 'Enhet',
};
export const events: T['events'] = {
  order_placed: 'Köp',
  order_delivered: 'Levererat',
  order_cancelled: 'Order avbeställd',
  cart_changed: 'Varukorg ändrad',
  checkout_started: 'Kassan påbörjad',
  product_viewed: 'Produkt visad',
  invoice_reminded: 'Fakturapåminnelse',
  wait_measured: 'Väntetid',
  ticket_reopened: 'Ärende öppnat igen',
  order_returned: 'Returnerat',
  contract_started: 'Avtal tecknat',
  contract_renewed: 'Avtal förnyat',
  contract_ended: 'Avtal avslutat',
  invoice_issued: 'Faktura skickad',
  payment_made: 'Betalning',
  visit: 'Besök',
  page_viewed: 'Sida visad',
  ticket_opened: 'Ärende öppnat',
  ticket_answered: 'Ärende besvarat',
  ticket_solved: 'Ärende löst',
  campaign_contacted: 'Kampanj skickad',
  campaign_responded: 'Kampanj besvarad',
  sensor_read: 'Sensorvärde',
  cost_to_serve: 'Servicekostnad',
  survey_sent: 'Enkät skickad',
  survey_answered: 'Enkät besvarad',
  case_opened: 'Kundärende öppnat',
  case_assigned: 'Kundärende tilldelat',
  case_replied: 'Kundärende besvarat',
  case_closed: 'Kundärende stängt',
  message_sent: 'Meddelande skickat',
  identify: 'Uppgifter noterade',
  group: 'Kopplad till ett konto',
  alias: 'Igenkänd',
  custom: 'Händelse',
};
export const identifiers: T['identifiers'] = {
  user_id: 'Kundnummer',
  loyalty_number: 'Medlemsnummer',
  email: 'E-post',
  phone: 'Telefon',
  anonymous_id: 'Webbläsare',
  external_id: 'Nummer i annat system',
};
export const languages: T['languages'] = {
  sv: 'Svenska',
  da: 'Danska',
  nb: 'Norska',
  no: 'Norska',
  nn: 'Norska',
  fi: 'Finska',
  en: 'Engelska',
  de: 'Tyska',
  pt: 'Portugisiska',
};
export const emotions: T['emotions'] = {
  joy: 'glädje',
  trust: 'tillit',
  surprise: 'förvåning',
  sadness: 'besvikelse',
  anger: 'ilska',
  fear: 'oro',
  disgust: 'avsky',
  none: '',
};
