import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type W = Words['segments'];
const many = countingIn('da');
export const title: W['title'] = 'Segmenter';
export const lead: W['lead'] =
  'Hvordan forskellige kunder har det hos jer, hvem der står på spil med hvor meget, og egne regler, som ethvert spørgsmål kan bruge.';
export const finding: W['finding'] = (name, money) => `Mest på spil: ${name}, ${money}`;
export const views: W['views'] = {
  experience: 'Oplevelse',
  buying: 'Køb',
  kinds: 'Slags',
  kept: 'Efter regel',
};
export const view: W['view'] = 'Hvad der vises';
export const parts: W['parts'] = {
  lifeCycle: 'Livsfase',
  value: 'Beløb',
  rfm: 'Køb',
  tenure: 'Kunde siden',
  category: 'Køber mest',
  saved: 'Egne segmenter',
};
export const partBy: W['partBy'] = 'Delt efter';
export const keys: W['keys'] = {
  under90: 'Under 3 måneder',
  under365: '3 til 12 måneder',
  under1095: '1 til 3 år',
  over1095: 'Over 3 år',
  prospect: 'Ikke kunder endnu',
  active: 'Aktive',
  at_risk: 'På vej væk',
  lapsed: 'Væk',
  returned: 'Kom tilbage',
  fifth5: 'Køber for mest (øverste femtedel)',
  fifth4: 'Fjerde femtedel',
  fifth3: 'Midterste femtedel',
  fifth2: 'Anden femtedel',
  fifth1: 'Køber for mindst',
  best: 'Bedst: for nylig og tit',
  loyal: 'Stamkunder: tit, for et stykke tid siden',
  growing: 'Voksende: for nylig, nogle gange',
  new: 'Nye',
  waiting: 'Ventende: for et stykke tid siden, ikke tit',
  slipping: 'Glider væk: tit før, ikke mere',
  asleep: 'Sover: nogle gange, længe siden',
  lost: 'Tabte: én gang, længe siden',
};
export const heat: W['heat'] = 'Oplevelse pr. berøringspunkt';
export const heatHint: W['heatHint'] = (metric) =>
  `${metric} med antal svar. ▲ og ▼: tydeligt over eller under alle andre kunder der. Mest på spil først.`;
export const segment: W['segment'] = 'Segment';
export const customers: W['customers'] = 'Kunder';
export const value: W['value'] = 'Beløb hidtil';
export const atRisk: W['atRisk'] = 'På spil';
export const overall: W['overall'] = 'I alt';
export const above: W['above'] = 'tydeligt over alle andre';
export const below: W['below'] = 'tydeligt under alle andre';
export const atRiskHint: W['atRiskHint'] =
  'På spil er segmentets beløb hidtil gange andelen af utilfredse svar blandt medlemmerne; en størrelse at ordne efter, ingen prognose.';
export const belowZero: W['belowZero'] =
  'Beløb under nul: mere er returneret end købt. De køb, som varerne kom fra, er ikke kendt som disse kunders egne.';
export const groups: W['groups'] = 'Hvad tilfredse og utilfredse kunder gjorde';
export const groupsHint: W['groupsHint'] = (unhappy, between, happy) =>
  `Efter sidste svar i perioden: ${unhappy} utilfredse, ${between} midt imellem, ${happy} tilfredse kunder. Alt, der vides om dem, før svaret og efter; det fulgte med, årsag er ikke vist.`;
export const sides: W['sides'] = ['Utilfredse', 'Midt imellem', 'Tilfredse'];
export const difference: W['difference'] = 'Forskel';
export const unclear: W['unclear'] = 'ingen tydelig forskel';
export const fact: W['fact'] = 'Faktum';
export const facts: W['facts'] = {
  orders: 'Køb',
  revenue: 'Beløb hidtil',
  margin: 'Avance hidtil',
  orderValue: 'Værdi pr. køb',
  purchaseGapDays: 'Dage mellem køb',
  daysSinceOrder: 'Dage siden seneste køb',
  daysSinceActivity: 'Dage siden seneste aktivitet',
  daysKnown: 'Dage siden først set',
  returns: 'Returneringer',
  latePayments: 'Sene betalinger',
  costToServe: 'Omkostning til service',
  contractsActive: 'Aktive aftaler',
  daysToRenewal: 'Dage til fornyelse',
  lastNps: 'Seneste NPS-svar',
  daysSinceNps: 'Dage siden NPS-svar',
  lastCsat: 'Seneste tilfredshedssvar',
  daysSinceCsat: 'Dage siden tilfredshedssvar',
  comments: 'Kommentarer',
  openTickets: 'Åbne sager',
  contacts90Days: 'Henvendelser på 90 dage',
};
export const words: W['words'] = {
  lifeCycle: 'Livsfase',
  lastSentiment: 'Seneste kommentars tone',
  lastPlace: 'Seneste sted',
};
export const nobody: W['nobody'] = 'Ingen kunder at vise endnu';
export const nobodyHint: W['nobodyHint'] =
  'Segmenter kræver køb eller svar med en identitet. Send nogle, eller importér en fil.';
export const noneKept: W['noneKept'] = 'Intet segment er gemt endnu';
export const buying: W['buying'] = 'Hvor nylig og hvor tit de køber';
export const buyingHint: W['buyingHint'] = (n) =>
  `${n} kunder, der har købt, i femtedele efter dage siden seneste køb og antal køb; ens værdier er i samme femtedel.`;
export const klass: W['klass'] = 'Klasse';
export const share: W['share'] = 'Andel';
export const lastOrder: W['lastOrder'] = 'Seneste køb';
export const daysAgo: W['daysAgo'] = (days) => `for ${days} dage siden`;
export const ordersEach: W['ordersEach'] = 'Køb pr. kunde';
export const keepAsRule: W['keepAsRule'] = 'Gem som segment';
export const kept: W['kept'] = 'Gemt';
export const kinds: W['kinds'] = 'Slags kunder, som tallene viser';
export const kindsHint: W['kindsHint'] = (n, of) =>
  `Søgt blandt ${n} af ${of} kunder, efter køb, beløb, dage siden seneste køb, returneringer, henvendelser og kommentarer.`;
export const kindOf: W['kindOf'] = (n) => `Slags ${n}`;
export const marks: W['marks'] = {
  high: {
    orders: 'Køber tit',
    revenue: 'Køber for meget',
    daysSinceOrder: 'Længe siden seneste køb',
    returns: 'Returnerer',
    contacts90Days: 'Har brug for kundeservice',
    comments: 'Fortæller meget',
  },
  low: {
    orders: 'Køber sjældent',
    revenue: 'Køber for lidt',
    daysSinceOrder: 'Købte for nylig',
    returns: 'Returnerer næsten ikke',
    contacts90Days: 'Har næsten ikke brug for kundeservice',
    comments: 'Fortæller lidt',
  },
};
export const unmarked: W['unmarked'] = 'Som de fleste';
export const stability: W['stability'] = (share) =>
  `findes igen i nye udtræk med ${share} af de samme medlemmer`;
export const noKinds: W['noKinds'] = 'Ingen stabile slags';
export const noKindsHint: W['noKindsHint'] =
  'Uanset inddelingen kom der en anden, når kunderne blev trukket på ny. Brug klasserne eller egne regler.';
export const fewCustomers: W['fewCustomers'] = (n) =>
  `Der skal omkring ${many(n, 'kunde', 'kunder')} mere med køb til.`;
export const methods: W['methods'] = {
  k_means: 'k-means',
  mixture: 'normalblanding',
  latent_class: 'latente klasser',
  medoids: 'medoider',
};
export const method: W['method'] = (name) =>
  `Fundet med ${name}: af alt, der blev prøvet, den tydeligste, hvor hver slags kommer igen (Jaccard i snit mindst 0,75), når kunderne trækkes på ny.`;
export const tried: W['tried'] = 'Hvad der blev prøvet';
export const mean: W['mean'] = (own, all) => `${own} (alle: ${all})`;
export const builder: W['builder'] = 'Byg et segment';
export const builderHint: W['builderHint'] = 'Antallet følger med ved hver betingelse.';
export const unfinished: W['unfinished'] = 'En betingelse uden værdi tæller ikke endnu.';
export const valuesLike: W['valuesLike'] = {
  country: 'SE, DK …',
  language: 'sv, da …',
  membership: 'Plus …',
};
export const join: W['join'] = 'Kunderne skal opfylde';
export const joins: W['joins'] = { all: 'alle betingelser', any: 'mindst én' };
export const add: W['add'] = 'Tilføj betingelse';
export const conditionKinds: W['conditionKinds'] = {
  number: 'Et tal',
  word: 'En fase eller en tone',
  did: 'Noget, de har gjort',
  said: 'Noget, de har sagt',
  trait: 'En oplysning om dem',
};
export const conditionKind: W['conditionKind'] = 'Om';
export const atLeast: W['atLeast'] = 'mindst';
export const atMost: W['atMost'] = 'højst';
export const unknown: W['unknown'] = 'ikke kendt';
export const known: W['known'] = 'kendt';
export const side: W['side'] = 'Sammenligning';
export const amount: W['amount'] = 'Mængde';
export const deed: W['deed'] = 'Handling';
export const times: W['times'] = 'Mindst antal gange';
export const within: W['within'] = 'Inden for dage';
export const topic: W['topic'] = 'Emne';
export const feeling: W['feeling'] = 'Følelse';
export const feelings: W['feelings'] = { any: 'enhver', positive: 'positiv', negative: 'negativ' };
export const trait: W['trait'] = 'Oplysning';
export const traits: W['traits'] = { country: 'Land', language: 'Sprog', membership: 'Medlemskab' };
export const values: W['values'] = 'Værdier';
export const sentiments: W['sentiments'] = {
  positive: 'Positiv',
  neutral: 'Neutral',
  negative: 'Negativ',
  mixed: 'Blandet',
};
export const except: W['except'] = 'Undtagen';
export const found: W['found'] = (n, of) => `${many(n, 'kunde', 'kunder')} af ${of}`;
export const worth: W['worth'] = (money, orders) => `${money} hidtil, ${orders} køb`;
export const name: W['name'] = 'Segmentets navn';
export const keep: W['keep'] = 'Gem';
export const keepChange: W['keepChange'] = 'Gem ændringen';
export const startNew: W['startNew'] = 'Nyt segment';
export const list: W['list'] = 'Gemte segmenter';
export const version: W['version'] = (n) => `version ${n}`;
export const members: W['members'] = 'Medlemmer';
export const showMembers: W['showMembers'] = 'Vis medlemmer';
export const nameless: W['nameless'] = 'Intet navn kendt';
export const stages: W['stages'] = {
  prospect: 'Ikke kunde endnu',
  new: 'Ny',
  active: 'Aktiv',
  at_risk: 'På vej væk',
  lapsed: 'Væk',
  returned: 'Kom tilbage',
};
