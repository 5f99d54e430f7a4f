import type { PersonalTableName } from '@lyhord/contract';

/** What tables held, by name. */
export const tables: Readonly<Record<PersonalTableName, string>> = {
  account_facts: 'virksomheder, som kunden handlede for',
  act_events: 'hvad der blev gjort for kunden og venter på at blive noteret',
  answers: 'svar på spørgsmål',
  audit_entries: 'detaljer om, hvad folk her gjorde, som nævner kunden',
  case_entries: 'noter, svar og trin i kundens sager',
  case_signals: 'hvilke signaler der åbnede kundens sager',
  cases: 'kundens sager',
  consents: 'hvad kunden tillod og nægtede, og hvornår',
  customer_histories: 'hvornår kunden bestilte, henvendte sig og kiggede, og hvad det var værd',
  customer_matches: 'par, hvor kunden blev sammenlignet med en anden, med nøgler og uden værdier',
  customer_moments:
    'hvornår kunden bestilte, henvendte sig, kiggede og svarede utilfreds, og hvad det var værd, pr. dag',
  customer_samples: 'hvad kunden gjorde, hvis kunden er en af de få, som første svar tælles på',
  customer_states: 'hvad der er talt op om kunden på tværs af identifikatorer og steder',
  customer_tallies: 'hvad der er talt op om kunden: ordrer, beløb, scorer og tidspunkter',
  digest_items: 'linjer om kundens sager, som venter på nogens oversigt',
  erased_keys: 'at kunden er slettet',
  events: 'hvad kunden gjorde',
  household_pairs: 'hvem kunden bor med, så vidt det er fundet eller sagt; den anden som en nøgle',
  identifiers: 'mailadresser, telefonnumre og andre identifikatorer',
  identity_links: 'hvorfor identifikatorer er én kunde',
  imports: 'ord fra et problem med en fil, som citerer kunden',
  key_customers: 'at kunden blev mærket som nøglekunde, af hvem og hvorfor',
  mails: 'breve til kunden, og breve til folk her om kunden',
  mention_corrections: 'rettelser af, hvordan kundens tekster blev læst',
  mentions: 'hvad teksterne taler om',
  order_lines: 'varer i ordrer',
  'pgboss.archive': 'arbejde om kunden, som blev gjort for længe siden',
  'pgboss.job': 'arbejde om kunden, som venter eller er gjort',
  profile_keys: 'hvilke identifikatorer der er kunden',
  refusals: 'poster, der blev afvist, uden navne og identifikatorer',
  served_identifiers: 'kundens profil ved hånden: identifikatorer, oplysninger og det, der er talt op',
  signal_texts: 'hvad kunden skrev',
  signals: 'besvarede spørgeskemaer, anmeldelser, henvendelser og kommentarer',
  suppressions: 'at en adresse ikke vil have mails',
  survey_invitations: 'invitationer til spørgeskemaer',
  survey_responses: 'svar på spørgeskemaer, som venter på deres grund',
  themes: 'temaer, hvor kundens tekster blev talt med; de findes igen uden dem',
  traits: 'hvad der vides om kunden, som navn og by',
  withheld_keys: 'hvilke anvendelser kunden holdes ude af',
};
/** Why a keyed hash stays. */
export const stays: Readonly<Partial<Record<PersonalTableName, string>>> = {
  erased_keys: 'så at en ny afsendelse ikke fører kunden tilbage',
  suppressions: 'så at den, der har sagt nej, ikke får mails',
};
export const save = 'Gem som tekst';
export const received = 'Modtaget';
export const done = 'Færdig';
export const by = 'Noteret af';
