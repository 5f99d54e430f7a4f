import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type W = Words['loyalty'];
const many = countingIn('sv');
export const title: W['title'] = 'Lojalitet';
export const lead: W['lead'] =
  'Lojalitet är aldrig ett enda tal. Bredvid det kunderna säger står det de gör, och vilka tecken som följde med vad samma kunder gjorde sedan. ”Följde med” är inte ”orsakade”.';
export const finding: W['finding'] = (signs) =>
  signs.length === 0
    ? 'Inget tecken än som följde med att komma tillbaka'
    : `${signs.join(' och ')} följde med att komma tillbaka`;
export const figures: W['figures'] = 'Bredvid NPS';
export const figuresHint: W['figuresHint'] = 'Under vald period, jämfört med perioden före.';
export const follow: W['follow'] = 'Följda dagar';
export const daysAfter: W['daysAfter'] = (days) => `${days} dagar efter`;
export const signsTitle: W['signsTitle'] = 'Vilka tecken följde med vad kunderna sedan gjorde';
export const signsHint: W['signsHint'] = (n, since, until, days) =>
  `${n} kunder som svarade från ${since} till ${until}, med de ${days} dagarna efter svaret. Skillnaden är mellan den höga och den låga gruppen när köp, belopp, returer och kontakter under de ${days} dagarna före hålls lika.`;
export const sign: W['sign'] = 'Tecken';
export const signs: W['signs'] = {
  nps: 'Ambassadörer mot kritiker',
  csat: 'Nöjda (4–5) mot missnöjda (1–2)',
  stars: '4–5 stjärnor mot 1–2',
  ces: 'Lätt (5–7) mot svårt (1–3)',
  expectation: 'Förväntan överträffad mot inte nådd',
  sentiment: 'Positiv mot negativ kommentar',
  bought_again: 'Två köp eller fler före, mot ett',
  spend_rose: 'Beloppet steg, mot sjönk',
  returned: 'Hade returnerat något före, mot inte',
  contacted: 'Hade kontaktat kundtjänst före, mot inte',
};
export const shortSigns: W['shortSigns'] = {
  nps: 'NPS',
  csat: 'Nöjdhet',
  stars: 'Stjärnor',
  ces: 'Ansträngning',
  expectation: 'Förväntan',
  sentiment: 'Kommentarens ton',
  bought_again: 'Att ha köpt flera gånger',
  spend_rose: 'Stigande belopp',
  returned: 'Att ha returnerat något',
  contacted: 'Att ha kontaktat kundtjänst',
};
export const outcomes: W['outcomes'] = {
  came_back: 'Köpte igen',
  spend: 'Belopp',
  returned: 'Returnerade något',
  contacted: 'Kontaktade kundtjänst',
};
export const all: W['all'] = 'Alla som svarat';
export const groupSizes: W['groupSizes'] = (high, low) => `${high} mot ${low} kunder`;
export const verdicts: W['verdicts'] = {
  nobody: 'Ingen att jämföra: de som svarade på det här är inte kända som kunder med ordrar.',
  went_with: 'följde med',
  alike: 'ingen skillnad av vikt',
  not_enough: 'för lite för att säga',
};
export const needs: W['needs'] = (n) => `kräver ungefär ${many(n, 'kund', 'kunder')} till`;
export const groups: W['groups'] = (high, low) => `${high} mot ${low}`;
export const points: W['points'] = (value) => `${value} procentenheter`;
export const nothing: W['nothing'] = 'Ingen kan följas än';
export const nothingHint: W['nothingHint'] = (days) =>
  `Kunderna följs ${days} dagar efter sitt svar. Det kräver svar och köp med samma identitet, och ${days} dagar mellan dem.`;
export const method: W['method'] = (currency) =>
  `Varje kund räknas en gång, med sitt första svar. Intervallen är 95 %, felen robusta (HC1); ett tecken sägs ha följt med när det förblir tydligt bland allt som prövas här (Benjamini–Hochberg, 5 %). Belopp är i ${currency}; den som köpt i en annan valuta räknas inte in. Det som ingen har registrerat hålls inte lika.`;
export const toldOf: W['toldOf'] = (from, to) =>
  `order från ${from} till ${to}; för senare har dagarna efter inte gått än`;
