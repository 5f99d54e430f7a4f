import type { PersonalTableName } from '@lyhord/contract';

/** What tables held, by name. */
export const tables: Readonly<Record<PersonalTableName, string>> = {
  account_facts: 'företag som kunden handlade för',
  act_events: 'vad som gjordes för kunden och väntar på att noteras',
  answers: 'svar på frågor',
  audit_entries: 'detaljer om vad folk här gjorde som nämner kunden',
  case_entries: 'anteckningar, svar och steg i kundens ärenden',
  case_signals: 'vilka signaler som öppnade kundens ärenden',
  cases: 'kundens ärenden',
  consents: 'vad kunden tillät och nekade, och när',
  customer_histories: 'när kunden beställde, hörde av sig och tittade, och vad det var värt',
  customer_matches: 'par där kunden jämfördes med någon annan, med nycklar och utan värden',
  customer_moments:
    'när kunden beställde, hörde av sig, tittade och svarade missnöjt, och vad det var värt, per dag',
  customer_samples: 'vad kunden gjorde, om kunden är en av de få som första svar räknas på',
  customer_states: 'vad som räknats om kunden över alla identifierare och platser',
  customer_tallies: 'vad som räknats om kunden: beställningar, belopp, betyg och tidpunkter',
  digest_items: 'rader om kundens ärenden som väntar på någons sammanfattning',
  erased_keys: 'att kunden har raderats',
  events: 'vad kunden gjorde',
  household_pairs: 'vilka kunden bor med, så långt det hittats eller sagts; den andra som en nyckel',
  identifiers: 'e-postadresser, telefonnummer och andra identifierare',
  identity_links: 'varför identifierare är en och samma kund',
  imports: 'ord ur ett problem med en fil som citerar kunden',
  key_customers: 'att kunden märktes som nyckelkund, av vem och varför',
  mails: 'brev till kunden, och brev till folk här om kunden',
  mention_corrections: 'rättelser av hur kundens texter lästes',
  mentions: 'vad texterna talar om',
  order_lines: 'varor i beställningar',
  'pgboss.archive': 'arbete om kunden som gjordes för länge sedan',
  'pgboss.job': 'arbete om kunden som väntar eller är gjort',
  profile_keys: 'vilka identifierare som är kunden',
  refusals: 'poster som avvisades, utan namn och identifierare',
  served_identifiers: 'kundens profil till hands: identifierare, uppgifter och vad som räknats',
  signal_texts: 'vad kunden skrev',
  signals: 'besvarade enkäter, omdömen, ärenden och kommentarer',
  suppressions: 'att en adress inte vill ha utskick',
  survey_invitations: 'inbjudningar till enkäter',
  survey_responses: 'svar på enkäter som väntar på sin orsak',
  themes: 'teman där kundens texter räknades; de söks fram igen utan dem',
  traits: 'vad som är känt om kunden, som namn och ort',
  withheld_keys: 'vilka användningar kunden hålls utanför',
};
/** Why a keyed hash stays. */
export const stays: Readonly<Partial<Record<PersonalTableName, string>>> = {
  erased_keys: 'så att ett nytt utskick inte för tillbaka kunden',
  suppressions: 'så att den som sagt nej inte får utskick',
};
export const save = 'Spara som text';
export const received = 'Inkom';
export const done = 'Klar';
export const by = 'Antecknad av';
