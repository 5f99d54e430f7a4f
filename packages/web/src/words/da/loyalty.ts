import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type W = Words['loyalty'];
const many = countingIn('da');
export const title: W['title'] = 'Loyalitet';
export const lead: W['lead'] =
  'Loyalitet er aldrig ét tal. Ved siden af det, kunderne siger, står det, de gør, og hvilke tegn der fulgte med, hvad de samme kunder gjorde bagefter. »Fulgte med« er ikke »forårsagede«.';
export const finding: W['finding'] = (signs) =>
  signs.length === 0
    ? 'Endnu intet tegn, der fulgte med at komme igen'
    : `${signs.join(' og ')} fulgte med at komme igen`;
export const figures: W['figures'] = 'Ved siden af NPS';
export const figuresHint: W['figuresHint'] = 'I den valgte periode, holdt op mod perioden før.';
export const follow: W['follow'] = 'Fulgte dage';
export const daysAfter: W['daysAfter'] = (days) => `${days} dage efter`;
export const signsTitle: W['signsTitle'] = 'Hvilke tegn fulgte med, hvad kunderne så gjorde';
export const signsHint: W['signsHint'] = (n, since, until, days) =>
  `${n} kunder, som svarede fra ${since} til ${until}, med de ${days} dage efter svaret. Forskellen er mellem den høje og den lave gruppe, når køb, beløb, returneringer og henvendelser i de ${days} dage før holdes lige.`;
export const sign: W['sign'] = 'Tegn';
export const signs: W['signs'] = {
  nps: 'Ambassadører mod kritikere',
  csat: 'Tilfredse (4–5) mod utilfredse (1–2)',
  stars: '4–5 stjerner mod 1–2',
  ces: 'Let (5–7) mod svært (1–3)',
  expectation: 'Forventning overgået mod ikke indfriet',
  sentiment: 'Positiv mod negativ kommentar',
  bought_again: 'To køb eller flere før, mod ét',
  spend_rose: 'Beløbet steg, mod faldt',
  returned: 'Havde returneret noget før, mod ikke',
  contacted: 'Havde kontaktet kundeservice før, mod ikke',
};
export const shortSigns: W['shortSigns'] = {
  nps: 'NPS',
  csat: 'Tilfredshed',
  stars: 'Stjerner',
  ces: 'Besvær',
  expectation: 'Forventning',
  sentiment: 'Kommentarens tone',
  bought_again: 'At have købt flere gange',
  spend_rose: 'Stigende beløb',
  returned: 'At have returneret noget',
  contacted: 'At have kontaktet kundeservice',
};
export const outcomes: W['outcomes'] = {
  came_back: 'Købte igen',
  spend: 'Beløb',
  returned: 'Returnerede noget',
  contacted: 'Kontaktede kundeservice',
};
export const all: W['all'] = 'Alle, der har svaret';
export const groupSizes: W['groupSizes'] = (high, low) => `${high} mod ${low} kunder`;
export const verdicts: W['verdicts'] = {
  nobody: 'Ingen at sammenligne: de, der svarede på dette, er ikke kendt som kunder med ordrer.',
  went_with: 'fulgte med',
  alike: 'ingen forskel af betydning',
  not_enough: 'for lidt til at sige',
};
export const needs: W['needs'] = (n) => `kræver omkring ${many(n, 'kunde', 'kunder')} mere`;
export const groups: W['groups'] = (high, low) => `${high} mod ${low}`;
export const points: W['points'] = (value) => `${value} procentpoint`;
export const nothing: W['nothing'] = 'Ingen kan følges endnu';
export const nothingHint: W['nothingHint'] = (days) =>
  `Kunderne følges ${days} dage efter deres svar. Det kræver svar og køb med samme identitet, og ${days} dage imellem dem.`;
export const method: W['method'] = (currency) =>
  `Hver kunde tæller én gang, med sit første svar. Intervallerne er 95 %, fejlene robuste (HC1); et tegn siges at have fulgt med, når det forbliver tydeligt blandt alt, der prøves her (Benjamini–Hochberg, 5 %). Beløb er i ${currency}; den, der har købt i en anden valuta, tælles ikke med. Det, som ingen har registreret, holdes ikke lige.`;
export const toldOf: W['toldOf'] = (from, to) =>
  `ordrer fra ${from} til ${to}; for senere er dagene efter ikke gået endnu`;
