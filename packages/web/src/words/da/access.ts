import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type A = Words['access'];
const many = countingIn('da');
export const signIn: A['signIn'] = {
  title: 'Log ind',
  lead: 'Hør hver kunde, gør noget samme morgen.',
  email: 'E-mail',
  password: 'Adgangskode',
  button: 'Log ind',
  forgotten: 'Glemt adgangskode?',
  show: 'Vis eller skjul adgangskoden',
};
export const forgotten: A['forgotten'] = {
  title: 'Glemt adgangskode',
  lead: 'Skriv din e-mailadresse. Hvis den kendes her, sendes et link til at vælge en ny adgangskode.',
  button: 'Send linket',
  sent: (email) => `Hvis ${email} kendes her, er linket sendt. Det gælder i en time.`,
  back: 'Tilbage til log ind',
};
export const reset: A['reset'] = {
  title: 'Vælg en ny adgangskode',
  password: 'Ny adgangskode',
  hint: 'Mindst 10 tegn. Nogle få ord, du husker, er bedst.',
  button: 'Gem og log ind',
  done: 'Adgangskoden er ændret. Log ind med den.',
  noToken: 'Linket er ikke helt eller gælder ikke længere. Bed om et nyt.',
  ask: 'Bed om et nyt link',
  tooShort: (n) => `${many(n, 'tegn', 'tegn')} indtil nu; der skal mindst 10 til.`,
};
export const invitation: A['invitation'] = {
  title: (workspace) => `Velkommen til ${workspace}`,
  lead: (role, email) => `Du er inviteret som ${role}. Du logger ind med ${email}.`,
  name: 'Dit navn',
  password: 'Vælg en adgangskode',
  button: 'Deltag',
  gone: 'Invitationen er brugt, taget tilbage eller udløbet. Bed den, der inviterede dig, om en ny.',
};
export const settings: A['settings'] = {
  title: 'Indstillinger',
  sections: {
    me: 'Dig',
    workspace: 'Organisation',
    places: 'Steder',
    people: 'Personer',
    sources: 'Kilder og nøgler',
    imports: 'Filer',
    topics: 'Emner',
    mail: 'Mail',
    quality: 'Datakvalitet',
    audit: 'Revisionslog',
  },
  groups: { own: 'Eget', organisation: 'Organisation', data: 'Data' },
};
export const me: A['me'] = {
  title: 'Dig',
  name: 'Navn',
  email: 'E-mail',
  role: 'Rolle',
  places: 'Steder',
  everyPlace: 'Alle steder',
  tokens: 'Nøgler til læsning',
  tokensHint: 'Med en nøgle læser et program det, du må læse: regneark, BI-værktøjer, scripts.',
  tokenName: 'Hvad skal den bruges til?',
  makeToken: 'Lav en nøgle',
  tokenOnce: 'Den vises én gang. Kopier den nu.',
  noTokens: 'Ingen nøgler endnu.',
  used: 'Sidst brugt',
  never: 'aldrig',
  revoke: 'Inddrag',
  revokeTitle: 'Inddrag nøglen',
  revokeExplains: (name) =>
    `Programmer, der bruger “${name}”, kan ikke længere læse. Det kan ikke fortrydes.`,
};
export const workspace: A['workspace'] = {
  title: 'Organisation',
  name: 'Navn',
  currency: 'Rapportvaluta',
  currencyHint: 'Tre bogstaver, som DKK. Beløb i forskellige valutaer lægges aldrig sammen.',
  timeZone: 'Tidszone',
  target: 'Mål for NPS',
  targetHint: 'Mellem −100 og 100. Alle ser det ved siden af det fælles mål.',
  deadlines: 'Timer til at besvare en sag',
  detector: 'Tilladte falske alarmer pr. måned',
  detectorHint:
    'Hvor mange kort om ændringer, der må være forkerte en gennemsnitlig måned. Færre alarmer kommer senere.',
};
export const people: A['people'] = {
  title: 'Personer',
  hint: 'En leder ser egne steder og dem under. Reglen gælder i hvert tal og hver liste.',
  invite: 'Inviter en person',
  email: 'E-mail',
  role: 'Rolle',
  places: 'Steder',
  placesHint: 'Personen ser disse og alt under dem. Lad stå tomt for alle steder.',
  team: 'Team',
  teamHint: 'Sager kan gives videre til et team.',
  language: 'Sprog',
  send: 'Inviter',
  link: 'Invitationslink',
  linkHint: 'Mail er ikke sat op, så send selv linket. Det gælder i syv dage.',
  mailed: (email) => `Invitationen er på vej til ${email}.`,
  invited: 'Inviterede',
  expires: 'Gælder til',
  takeBack: 'Tag tilbage',
  takenBack: 'Invitationen er taget tilbage.',
  seen: 'Sidst her',
  neverSeen: 'ikke endnu',
  edit: 'Rediger',
  editTitle: (name) => `Rediger ${name}`,
  active: 'Må logge ind',
  inactive: 'Lukket',
  closed: (name) => `${name} kan ikke længere logge ind.`,
  count: (n) => many(n, 'person', 'personer'),
};
export const sources: A['sources'] = {
  title: 'Kilder og nøgler',
  hint: 'Hvert system, der sender data, har sin egen nøgle, så det kan følges og inddrages for sig.',
  make: 'Lav en nøgle',
  name: 'Hvad sender data?',
  namePlaceholder: 'Webshop, kasser, anmeldelsesside',
  once: 'Nøglen vises én gang. Kopier den nu.',
  use: 'Brug den i kaldets hoved:',
  ending: 'Nøglen ender på',
  arrived: 'Sidst ankommet',
  nothing: 'intet endnu',
  accepted: 'Modtaget',
  refused: 'Afvist',
  revoke: 'Inddrag',
  revoked: 'Inddraget',
  revokeTitle: 'Inddrag nøglen',
  revokeExplains: (name) =>
    `“${name}” kan ikke længere sende data. Det, der er kommet, bliver. Det kan ikke fortrydes.`,
  kinds: { key: 'Nøgle', import: 'Fil', survey: 'Spørgeskema', system: 'Lyhörd selv' },
  empty: 'Intet system sender data endnu.',
  emptyHint: 'Lav en nøgle, og læg den i webshoppen, kasserne eller det spørgeskemaværktøj, I har.',
};
export const audit: A['audit'] = {
  title: 'Revisionslog',
  hint: 'Hvem gjorde hvad, nyeste først.',
  when: 'Hvornår',
  who: 'Hvem',
  what: 'Hvad',
  subject: 'Om',
  detail: 'Detalje',
  system: 'Lyhörd',
  empty: 'Intet er gjort endnu.',
};
