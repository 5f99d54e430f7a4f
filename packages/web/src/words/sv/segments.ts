import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type W = Words['segments'];
const many = countingIn('sv');
export const title: W['title'] = 'Segment';
export const lead: W['lead'] =
  'Hur olika kunder har det hos er, vilka som står på spel med hur mycket, och egna regler som varje fråga kan använda.';
export const finding: W['finding'] = (name, money) => `Mest på spel: ${name}, ${money}`;
export const views: W['views'] = {
  experience: 'Upplevelse',
  buying: 'Köp',
  kinds: 'Sorter',
  kept: 'Efter regel',
};
export const view: W['view'] = 'Vad som visas';
export const parts: W['parts'] = {
  lifeCycle: 'Livsskede',
  value: 'Belopp',
  rfm: 'Köp',
  tenure: 'Kund sedan',
  category: 'Köper mest',
  saved: 'Egna segment',
};
export const partBy: W['partBy'] = 'Delat efter';
export const keys: W['keys'] = {
  under90: 'Under 3 månader',
  under365: '3 till 12 månader',
  under1095: '1 till 3 år',
  over1095: 'Över 3 år',
  prospect: 'Inte kunder än',
  active: 'Aktiva',
  at_risk: 'På väg att lämna',
  lapsed: 'Borta',
  returned: 'Kom tillbaka',
  fifth5: 'Handlar för mest (översta femtedelen)',
  fifth4: 'Fjärde femtedelen',
  fifth3: 'Mellersta femtedelen',
  fifth2: 'Andra femtedelen',
  fifth1: 'Handlar för minst',
  best: 'Bäst: nyligen och ofta',
  loyal: 'Stamkunder: ofta, för ett tag sedan',
  growing: 'Växande: nyligen, några gånger',
  new: 'Nya',
  waiting: 'Väntande: för ett tag sedan, inte ofta',
  slipping: 'Glider ifrån: ofta förr, inte längre',
  asleep: 'Sover: några gånger, länge sedan',
  lost: 'Förlorade: en gång, länge sedan',
};
export const heat: W['heat'] = 'Upplevelse per kontaktpunkt';
export const heatHint: W['heatHint'] = (metric) =>
  `${metric} med antal svar. ▲ och ▼: tydligt över eller under alla andra kunder där. Mest på spel först.`;
export const segment: W['segment'] = 'Segment';
export const customers: W['customers'] = 'Kunder';
export const value: W['value'] = 'Belopp hittills';
export const atRisk: W['atRisk'] = 'På spel';
export const overall: W['overall'] = 'Totalt';
export const above: W['above'] = 'tydligt över alla andra';
export const below: W['below'] = 'tydligt under alla andra';
export const atRiskHint: W['atRiskHint'] =
  'På spel är segmentets belopp hittills gånger andelen missnöjda svar bland medlemmarna; ett mått att ordna efter, ingen prognos.';
export const belowZero: W['belowZero'] =
  'Belopp under noll: mer är återlämnat än köpt. Köpen som varorna kom från är inte kända som de här kundernas egna.';
export const groups: W['groups'] = 'Vad nöjda och missnöjda kunder gjorde';
export const groupsHint: W['groupsHint'] = (unhappy, between, happy) =>
  `Efter sista svaret i perioden: ${unhappy} missnöjda, ${between} mitt emellan, ${happy} nöjda kunder. Allt som är känt om dem, före svaret och efter; det följde med, orsak är inte visad.`;
export const sides: W['sides'] = ['Missnöjda', 'Mitt emellan', 'Nöjda'];
export const difference: W['difference'] = 'Skillnad';
export const unclear: W['unclear'] = 'ingen tydlig skillnad';
export const fact: W['fact'] = 'Faktum';
export const facts: W['facts'] = {
  orders: 'Köp',
  revenue: 'Belopp hittills',
  margin: 'Marginal hittills',
  orderValue: 'Värde per köp',
  purchaseGapDays: 'Dagar mellan köp',
  daysSinceOrder: 'Dagar sedan senaste köp',
  daysSinceActivity: 'Dagar sedan senaste aktivitet',
  daysKnown: 'Dagar sedan först sedd',
  returns: 'Returer',
  latePayments: 'Sena betalningar',
  costToServe: 'Kostnad för service',
  contractsActive: 'Aktiva avtal',
  daysToRenewal: 'Dagar till förnyelse',
  lastNps: 'Senaste NPS-svar',
  daysSinceNps: 'Dagar sedan NPS-svar',
  lastCsat: 'Senaste nöjdhetssvar',
  daysSinceCsat: 'Dagar sedan nöjdhetssvar',
  comments: 'Kommentarer',
  openTickets: 'Öppna ärenden',
  contacts90Days: 'Kontakter på 90 dagar',
};
export const words: W['words'] = {
  lifeCycle: 'Livsskede',
  lastSentiment: 'Senaste kommentarens ton',
  lastPlace: 'Senaste plats',
};
export const nobody: W['nobody'] = 'Inga kunder att visa än';
export const nobodyHint: W['nobodyHint'] =
  'Segment kräver köp eller svar med en identitet. Skicka några, eller importera en fil.';
export const noneKept: W['noneKept'] = 'Inget segment är sparat än';
export const buying: W['buying'] = 'Hur nyligen och hur ofta de köper';
export const buyingHint: W['buyingHint'] = (n) =>
  `${n} kunder som har köpt, i femtedelar efter dagar sedan senaste köp och antal köp; lika värden hamnar i samma femtedel.`;
export const klass: W['klass'] = 'Klass';
export const share: W['share'] = 'Andel';
export const lastOrder: W['lastOrder'] = 'Senaste köp';
export const daysAgo: W['daysAgo'] = (days) => `för ${days} dagar sedan`;
export const ordersEach: W['ordersEach'] = 'Köp per kund';
export const keepAsRule: W['keepAsRule'] = 'Spara som segment';
export const kept: W['kept'] = 'Sparat';
export const kinds: W['kinds'] = 'Sorters kunder som talen visar';
export const kindsHint: W['kindsHint'] = (n, of) =>
  `Sökta bland ${n} av ${of} kunder, efter köp, belopp, dagar sedan senaste köp, returer, kontakter och kommentarer.`;
export const kindOf: W['kindOf'] = (n) => `Sort ${n}`;
export const marks: W['marks'] = {
  high: {
    orders: 'Köper ofta',
    revenue: 'Handlar för mycket',
    daysSinceOrder: 'Länge sedan senaste köp',
    returns: 'Returnerar',
    contacts90Days: 'Behöver kundtjänst',
    comments: 'Berättar mycket',
  },
  low: {
    orders: 'Köper sällan',
    revenue: 'Handlar för lite',
    daysSinceOrder: 'Köpte nyligen',
    returns: 'Returnerar knappt',
    contacts90Days: 'Behöver knappt kundtjänst',
    comments: 'Berättar lite',
  },
};
export const unmarked: W['unmarked'] = 'Som de flesta';
export const stability: W['stability'] = (share) =>
  `återfinns i nya dragningar med ${share} av samma medlemmar`;
export const noKinds: W['noKinds'] = 'Inga stabila sorter';
export const noKindsHint: W['noKindsHint'] =
  'Vilken indelning som än prövades blev det en annan när kunderna drogs på nytt. Använd klasserna eller egna regler.';
export const fewCustomers: W['fewCustomers'] = (n) =>
  `Det behövs ungefär ${many(n, 'kund', 'kunder')} till med köp.`;
export const methods: W['methods'] = {
  k_means: 'k-means',
  mixture: 'normalblandning',
  latent_class: 'latenta klasser',
  medoids: 'medoider',
};
export const method: W['method'] = (name) =>
  `Funna med ${name}: av allt som prövades den tydligaste där varje sort kommer tillbaka (Jaccard i medel minst 0,75) när kunderna dras på nytt.`;
export const tried: W['tried'] = 'Vad som prövades';
export const mean: W['mean'] = (own, all) => `${own} (alla: ${all})`;
export const builder: W['builder'] = 'Bygg ett segment';
export const builderHint: W['builderHint'] = 'Antalet följer med vid varje villkor.';
export const unfinished: W['unfinished'] = 'Ett villkor utan värde räknas inte än.';
export const valuesLike: W['valuesLike'] = {
  country: 'SE, DK …',
  language: 'sv, da …',
  membership: 'Plus …',
};
export const join: W['join'] = 'Kunderna ska uppfylla';
export const joins: W['joins'] = { all: 'alla villkor', any: 'minst ett' };
export const add: W['add'] = 'Lägg till villkor';
export const conditionKinds: W['conditionKinds'] = {
  number: 'Ett tal',
  word: 'Ett skede eller en ton',
  did: 'Något de gjort',
  said: 'Något de sagt',
  trait: 'En uppgift om dem',
};
export const conditionKind: W['conditionKind'] = 'Om';
export const atLeast: W['atLeast'] = 'minst';
export const atMost: W['atMost'] = 'högst';
export const unknown: W['unknown'] = 'inte känt';
export const known: W['known'] = 'känt';
export const side: W['side'] = 'Jämförelse';
export const amount: W['amount'] = 'Mängd';
export const deed: W['deed'] = 'Handling';
export const times: W['times'] = 'Minst antal gånger';
export const within: W['within'] = 'Inom dagar';
export const topic: W['topic'] = 'Ämne';
export const feeling: W['feeling'] = 'Känsla';
export const feelings: W['feelings'] = { any: 'vilken som helst', positive: 'positiv', negative: 'negativ' };
export const trait: W['trait'] = 'Uppgift';
export const traits: W['traits'] = { country: 'Land', language: 'Språk', membership: 'Medlemskap' };
export const values: W['values'] = 'Värden';
export const sentiments: W['sentiments'] = {
  positive: 'Positiv',
  neutral: 'Neutral',
  negative: 'Negativ',
  mixed: 'Blandad',
};
export const except: W['except'] = 'Utom';
export const found: W['found'] = (n, of) => `${many(n, 'kund', 'kunder')} av ${of}`;
export const worth: W['worth'] = (money, orders) => `${money} hittills, ${orders} köp`;
export const name: W['name'] = 'Segmentets namn';
export const keep: W['keep'] = 'Spara';
export const keepChange: W['keepChange'] = 'Spara ändringen';
export const startNew: W['startNew'] = 'Nytt segment';
export const list: W['list'] = 'Sparade segment';
export const version: W['version'] = (n) => `version ${n}`;
export const members: W['members'] = 'Medlemmar';
export const showMembers: W['showMembers'] = 'Visa medlemmar';
export const nameless: W['nameless'] = 'Inget namn känt';
export const stages: W['stages'] = {
  prospect: 'Inte kund än',
  new: 'Ny',
  active: 'Aktiv',
  at_risk: 'På väg bort',
  lapsed: 'Borta',
  returned: 'Kom tillbaka',
};
