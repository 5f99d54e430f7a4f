import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type W = Words['drivers'];
const many = countingIn('da');
export const title: W['title'] = 'Drivkræfter';
export const lead: W['lead'] =
  'Hvad der følger med scoren, vejet mod hinanden: delbedømmelser, hvad folk skriver, og hvad der skete. Det bevæger sig sammen med scoren; at det er årsagen, er ikke vist.';
export const touchpoint: W['touchpoint'] = 'Kontaktpunkt';
export const allTouchpoints: W['allTouchpoints'] = 'Alle kontaktpunkter';
export const finding: W['finding'] = (name, metric) => `${name} følger mest med ${metric}`;
export const findingSame: W['findingSame'] = (name, metric) =>
  `${name} følger mest med ${metric} og klares dårligere end resten`;
export const findingInvest: W['findingInvest'] = (name) => `af det vigtige klares ${name} dårligst`;
export const map: W['map'] = 'Vigtighed og præstation';
export const mapHint: W['mapHint'] =
  'Opad: hvor meget der følger med det. Til højre: hvor godt det klares. Linjerne er midten af det viste.';
export const mapLabel: W['mapLabel'] =
  'Kort over drivkræfterne efter vigtighed og præstation; det samme som liste nedenfor';
export const importanceAxis: W['importanceAxis'] = '↑ Vigtighed';
export const performanceAxis: W['performanceAxis'] = 'Præstation →';
export const performance: W['performance'] = 'af 100';
export const card: W['card'] = (name, importance, performance, field) =>
  `${name}: vigtighed ${importance}, præstation ${performance} af 100. ${field}`;
export const fields: W['fields'] = { invest: 'Invester', keep: 'Behold', save: 'Spar', watch: 'Hold øje' };
export const advice: W['advice'] = {
  invest: 'Vigtigt og klares dårligere end resten: sæt kræfter ind her',
  keep: 'Vigtigt og klares godt: hold fast',
  save: 'Klares godt, men er mindre vigtigt: godt nok, kræfter kan flyttes herfra',
  watch: 'Hverken vigtigt eller godt klaret: hold øje med det',
};
export const list: W['list'] = 'Alle drivkræfter';
export const listHint: W['listHint'] = (metric) =>
  `Vigtighed er den del af forskellene i ${metric}, der følger med drivkraften, med sit interval.`;
export const group: W['group'] = (number) => `Gruppe ${number}`;
export const alike: W['alike'] = 'Ingen tydelig forskel i vigtighed inden for gruppen';
export const alone: W['alone'] = 'Skiller sig tydeligt ud fra de andre';
export const named: W['named'] = (n) => many(n, 'kommentar', 'kommentarer');
export const knownOf: W['knownOf'] = (n) => `kendt for ${many(n, 'svar', 'svar')}`;
export const natures: W['natures'] = {
  basic: 'at det mangler gør mere ondt, end at det findes glæder',
  performance: 'gør ondt og glæder lige meget',
  excitement: 'at det findes glæder mere, end at det mangler gør ondt',
};
export const whatIf: W['whatIf'] = 'Hvis det var bedre?';
export const whatIfHint: W['whatIfHint'] =
  'Inden for det, der er set i disse svar; resten forbliver, som det er.';
export const complaints: W['complaints'] = (share) => `${share} af klagerne væk`;
export const fromTo: W['fromTo'] = (from, to) => `${from} → ${to}`;
export const differ: W['differ'] = (metric, value, range) =>
  `Sådanne svar adskiller sig med ${value} i ${metric} (interval ${range}).`;
export const move: W['move'] = 'Træk i en skyder for at se, hvor meget sådanne svar adskiller sig.';
export const reset: W['reset'] = 'Begynd forfra';
export const halo: W['halo'] =
  'Kunderne ser ud til at bedømme alt ens her, så det kan ikke siges godt, hvad der betyder mest. Læs rækkefølgen med varsomhed.';
export const leftOut: W['leftOut'] = (list) => `Kendt for alt for få svar til at blive vejet: ${list}.`;
export const method: W['method'] = (share, n, method) =>
  `Tilsammen følger de med ${share} af forskellene mellem ${n} svar. ${method === 'lmg' ? 'Andele af R² efter Shapley (LMG)' : 'Relative vægte (Johnson)'}, bootstrap-intervaller; manglende delbedømmelser fik deres middelværdi.`;
export const notEnough: W['notEnough'] = 'Ikke nok til at sige noget';
export const needed: W['needed'] = (n, more) =>
  more > 0
    ? `${many(n, 'svar', 'svar')} indtil nu; omkring ${more} mere er nødvendige. Vælg en længere periode eller et større sted.`
    : 'Intet er kendt ud over scoren selv. Spørg efter en kommentar eller efter delbedømmelser.';
export const facts: W['facts'] = {
  delay: 'Leveringens forsinkelse (dage)',
  wait: 'Ventetid ved kassen (sekunder)',
  solving: 'Tid til løsning (timer)',
  price: 'Betalt pris (gange det sædvanlige)',
};
export const figures: W['figures'] = {
  title: 'Tallene bag',
  hint: 'Hældning: point i scoren, der følger med én enhed mere, alt andet lige. Logit: log-odds for en højere scoreklasse med én enhed mere, i en ordinal logit af alle drivkræfter. Lighed: variansinflation; over 5 kan en drivkraft næppe skelnes fra de andre.',
  driver: 'Drivkraft',
  correlation: 'Korrelation',
  slope: 'Hældning',
  ordinal: 'Logit',
  inflation: 'Lighed',
  n: 'n',
  clear: 'tydelig',
  unclear: 'ikke tydelig',
};
