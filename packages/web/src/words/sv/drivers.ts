import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type W = Words['drivers'];
const many = countingIn('sv');
export const title: W['title'] = 'Drivkrafter';
export const lead: W['lead'] =
  'Vad som följer med betyget, vägt mot vartannat: delbetyg, vad folk skriver och vad som hände. Det rör sig tillsammans med betyget; att det är orsaken är inte visat.';
export const touchpoint: W['touchpoint'] = 'Kontaktpunkt';
export const allTouchpoints: W['allTouchpoints'] = 'Alla kontaktpunkter';
export const finding: W['finding'] = (name, metric) => `${name} följer mest med ${metric}`;
export const findingSame: W['findingSame'] = (name, metric) =>
  `${name} följer mest med ${metric}, och sköts sämre än det övriga`;
export const findingInvest: W['findingInvest'] = (name) => `av det viktiga sköts ${name} sämst`;
export const map: W['map'] = 'Vikt och prestation';
export const mapHint: W['mapHint'] =
  'Uppåt: hur mycket som följer med det. Åt höger: hur bra det sköts. Linjerna är mitten av det som visas.';
export const mapLabel: W['mapLabel'] =
  'Karta över drivkrafterna efter vikt och prestation; samma som lista nedanför';
export const importanceAxis: W['importanceAxis'] = '↑ Vikt';
export const performanceAxis: W['performanceAxis'] = 'Prestation →';
export const performance: W['performance'] = 'av 100';
export const card: W['card'] = (name, importance, performance, field) =>
  `${name}: vikt ${importance}, prestation ${performance} av 100. ${field}`;
export const fields: W['fields'] = { invest: 'Satsa', keep: 'Behåll', save: 'Spara', watch: 'Bevaka' };
export const advice: W['advice'] = {
  invest: 'Viktigt och sköts sämre än det övriga: lägg resurser här',
  keep: 'Viktigt och sköts bra: håll i det',
  save: 'Sköts bra men är mindre viktigt: bra nog, resurser kan flyttas härifrån',
  watch: 'Varken viktigt eller väl skött: håll ögonen på det',
};
export const list: W['list'] = 'Alla drivkrafter';
export const listHint: W['listHint'] = (metric) =>
  `Vikt är den del av skillnaderna i ${metric} som följer med drivkraften, med sitt intervall.`;
export const group: W['group'] = (number) => `Grupp ${number}`;
export const alike: W['alike'] = 'Ingen tydlig skillnad i vikt inom gruppen';
export const alone: W['alone'] = 'Skiljer sig tydligt från de andra';
export const named: W['named'] = (n) => many(n, 'kommentar', 'kommentarer');
export const knownOf: W['knownOf'] = (n) => `känt för ${many(n, 'svar', 'svar')}`;
export const natures: W['natures'] = {
  basic: 'att det saknas gör mer ont än att det finns gläder',
  performance: 'gör ont och gläder lika mycket',
  excitement: 'att det finns gläder mer än att det saknas gör ont',
};
export const whatIf: W['whatIf'] = 'Om det vore bättre?';
export const whatIfHint: W['whatIfHint'] =
  'Inom det som setts i de här svaren; det övriga förblir som det är.';
export const complaints: W['complaints'] = (share) => `${share} av klagomålen borta`;
export const fromTo: W['fromTo'] = (from, to) => `${from} → ${to}`;
export const differ: W['differ'] = (metric, value, range) =>
  `Sådana svar skiljer sig med ${value} i ${metric} (intervall ${range}).`;
export const move: W['move'] = 'Dra i ett reglage för att se hur mycket sådana svar skiljer sig.';
export const reset: W['reset'] = 'Börja om';
export const halo: W['halo'] =
  'Kunderna tycks betygsätta allt lika här, så det går inte att säga väl vad som väger tyngst. Läs ordningen med försiktighet.';
export const leftOut: W['leftOut'] = (list) => `Känt för alltför få svar för att vägas: ${list}.`;
export const method: W['method'] = (share, n, method) =>
  `Tillsammans följer de med ${share} av skillnaderna mellan ${n} svar. ${method === 'lmg' ? 'Andelar av R² enligt Shapley (LMG)' : 'Relativa vikter (Johnson)'}, bootstrap-intervall; delbetyg som saknas fick sitt medelvärde.`;
export const notEnough: W['notEnough'] = 'Inte nog för att säga något';
export const needed: W['needed'] = (n, more) =>
  more > 0
    ? `${many(n, 'svar', 'svar')} hittills; omkring ${more} till behövs. Välj en längre period eller en större plats.`
    : 'Inget är känt utöver betyget självt. Fråga efter en kommentar eller efter delbetyg.';
export const facts: W['facts'] = {
  delay: 'Leveransens försening (dagar)',
  wait: 'Väntan i kassan (sekunder)',
  solving: 'Tid till lösning (timmar)',
  price: 'Betalt pris (gånger det vanliga)',
};
export const figures: W['figures'] = {
  title: 'Siffrorna bakom',
  hint: 'Lutning: betygspoäng som följer med en enhet mer, allt annat lika. Logit: log-odds för en högre betygsklass med en enhet mer, i en ordinal logit av alla drivkrafter. Likhet: variansinflation; över 5 går en drivkraft knappt att skilja från de andra.',
  driver: 'Drivkraft',
  correlation: 'Korrelation',
  slope: 'Lutning',
  ordinal: 'Logit',
  inflation: 'Likhet',
  n: 'n',
  clear: 'tydlig',
  unclear: 'inte tydlig',
};
