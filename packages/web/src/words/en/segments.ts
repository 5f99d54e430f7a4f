import type { segmentNumbers } from '@lyhord/contract';
import { countingIn } from '../numerals.ts';

const many = countingIn('en');
type Fact = (typeof segmentNumbers)[number];
export const title = 'Segments';
export const lead =
  'How different customers live with you, who is at risk with how much, and rules of your own that every question can use.';
export const finding = (name: string, money: string) => `Most at risk: ${name}, ${money}`;
export const views = { experience: 'Experience', buying: 'Buying', kinds: 'Kinds', kept: 'By rule' };
export const view = 'What to show';
export const parts = {
  lifeCycle: 'Stage of life',
  value: 'Spend',
  rfm: 'Buying',
  tenure: 'Customer for',
  category: 'Bought most',
  saved: 'Own segments',
};
export const partBy = 'Divided by';
export const keys: Record<string, string> = {
  under90: 'Under 3 months',
  under365: '3 to 12 months',
  under1095: '1 to 3 years',
  over1095: 'Over 3 years',
  prospect: 'Not yet customers',
  active: 'Active',
  at_risk: 'At risk of leaving',
  lapsed: 'Lapsed',
  returned: 'Came back',
  fifth5: 'Spend most (top fifth)',
  fifth4: 'Fourth fifth',
  fifth3: 'Middle fifth',
  fifth2: 'Second fifth',
  fifth1: 'Spend least',
  best: 'Best: lately and often',
  loyal: 'Regulars: often, some time ago',
  growing: 'Growing: lately, a few times',
  new: 'New',
  waiting: 'Waiting: some time ago, not often',
  slipping: 'Slipping away: once often, no more',
  asleep: 'Asleep: a few times, long ago',
  lost: 'Lost: once, long ago',
};
export const heat = 'Experience by touchpoint';
export const heatHint = (metric: string) =>
  `${metric} with its answers. ▲ and ▼: clearly above or below all other customers there. Most value at risk first.`;
export const segment = 'Segment';
export const customers = 'Customers';
export const value = 'Spend so far';
export const atRisk = 'At risk';
export const overall = 'Overall';
export const above = 'clearly above all others';
export const below = 'clearly below all others';
export const atRiskHint =
  'At risk is a segment’s spend so far times the share of unhappy answers among its members; it is a size to put things in order by, not a forecast.';
export const belowZero =
  'A spend below zero: more was brought back than bought. The orders that it came from are not known as these customers’ own.';
export const groups = 'What happy and unhappy customers did';
export const groupsHint = (unhappy: string, between: string, happy: string) =>
  `By the last answer in the period: ${unhappy} unhappy, ${between} between, ${happy} happy customers. All that is known of them, before the answer and after; it went with it, cause is not shown.`;
export const sides: readonly [string, string, string] = ['Unhappy', 'Between', 'Happy'];
export const difference = 'Difference';
export const unclear = 'no clear difference';
export const fact = 'Fact';
export const facts: Record<Fact, string> = {
  orders: 'Orders',
  revenue: 'Spend so far',
  margin: 'Margin so far',
  orderValue: 'Value of an order',
  purchaseGapDays: 'Days between orders',
  daysSinceOrder: 'Days since last order',
  daysSinceActivity: 'Days since last activity',
  daysKnown: 'Days since first seen',
  returns: 'Returns',
  latePayments: 'Late payments',
  costToServe: 'Cost to serve',
  contractsActive: 'Active contracts',
  daysToRenewal: 'Days to renewal',
  lastNps: 'Last NPS answer',
  daysSinceNps: 'Days since NPS answer',
  lastCsat: 'Last satisfaction answer',
  daysSinceCsat: 'Days since satisfaction answer',
  comments: 'Comments',
  openTickets: 'Open tickets',
  contacts90Days: 'Contacts in 90 days',
};
export const words = {
  lifeCycle: 'Stage of life',
  lastSentiment: 'Last comment’s tone',
  lastPlace: 'Last place',
};
export const nobody = 'No customers to show yet';
export const nobodyHint = 'Segments need orders or answers with an identifier. Send some, or import a file.';
export const noneKept = 'No segment is kept yet';
export const buying = 'How lately and how often they buy';
export const buyingHint = (n: string) =>
  `${n} customers who have ordered, in fifths by the days since the last order and by the number of orders; equal values are in equal fifths.`;
export const klass = 'Class';
export const share = 'Share';
export const lastOrder = 'Last order';
export const daysAgo = (days: string) => `${days} days ago`;
export const ordersEach = 'Orders each';
export const keepAsRule = 'Keep as a segment';
export const kept = 'Kept';
export const kinds = 'Kinds of customers that the numbers show';
export const kindsHint = (n: string, of: string) =>
  `Looked for among ${n} of ${of} customers, by orders, spend, days since the last order, returns, contacts and comments.`;
export const kindOf = (n: number) => `Kind ${n}`;
export const marks: Record<'high' | 'low', Partial<Record<Fact, string>>> = {
  high: {
    orders: 'Order often',
    revenue: 'Spend much',
    daysSinceOrder: 'Long since the last order',
    returns: 'Return things',
    contacts90Days: 'Need support',
    comments: 'Tell much',
  },
  low: {
    orders: 'Order seldom',
    revenue: 'Spend little',
    daysSinceOrder: 'Ordered lately',
    returns: 'Hardly return',
    contacts90Days: 'Hardly need support',
    comments: 'Tell little',
  },
};
export const unmarked = 'Like most';
export const stability = (share: string) => `found again in new samples with ${share} the same members`;
export const noKinds = 'No stable kinds';
export const noKindsHint =
  'Whatever grouping was tried, other ones came out when customers were drawn anew. Use the classes or rules of your own.';
export const fewCustomers = (n: number) =>
  `About ${many(n, 'more customer', 'more customers')} with orders are needed.`;
export const methods = {
  k_means: 'k-means',
  mixture: 'normal mixture',
  latent_class: 'latent classes',
  medoids: 'medoids',
};
export const method = (name: string) =>
  `Found by ${name}: of all that was tried, the clearest whose every kind comes back (mean Jaccard of at least 0.75) when customers are drawn anew.`;
export const tried = 'What was tried';
export const mean = (own: string, all: string) => `${own} (all: ${all})`;
export const builder = 'Build a segment';
export const builderHint = 'The count follows every condition.';
export const unfinished = 'A condition without a value does not count yet.';
/** Values of a trait, as an example of how they are written. */
export const valuesLike: Readonly<Record<string, string>> = {
  country: 'SE, DK …',
  language: 'sv, da …',
  membership: 'Plus …',
};
export const join = 'Customers must meet';
export const joins = { all: 'all conditions', any: 'at least one' };
export const add = 'Add condition';
export const conditionKinds = {
  number: 'A number',
  word: 'A stage or tone',
  did: 'Something they did',
  said: 'Something they said',
  trait: 'A detail about them',
};
export const conditionKind = 'About';
export const atLeast = 'at least';
export const atMost = 'at most';
export const unknown = 'not known';
export const known = 'known';
export const side = 'Comparison';
export const amount = 'Amount';
export const deed = 'Deed';
export const times = 'Times at least';
export const within = 'Within days';
export const topic = 'Topic';
export const feeling = 'Feeling';
export const feelings = { any: 'any', positive: 'positive', negative: 'negative' };
export const trait = 'Detail';
export const traits: Record<string, string> = {
  country: 'Country',
  language: 'Language',
  membership: 'Membership',
};
export const values = 'Values';
export const sentiments: Record<string, string> = {
  positive: 'Positive',
  neutral: 'Neutral',
  negative: 'Negative',
  mixed: 'Mixed',
};
export const except = 'Except';
export const found = (n: number, of: string) => `${many(n, 'customer', 'customers')} of ${of}`;
export const worth = (money: string, orders: string) => `${money} so far, ${orders} orders`;
export const name = 'Name of the segment';
export const keep = 'Keep';
export const keepChange = 'Keep the change';
export const startNew = 'New segment';
export const list = 'Kept segments';
export const version = (n: number) => `version ${n}`;
export const members = 'Members';
export const showMembers = 'Show members';
export const nameless = 'No name known';
export const stages: Record<string, string> = {
  prospect: 'Not yet a customer',
  new: 'New',
  active: 'Active',
  at_risk: 'At risk',
  lapsed: 'Lapsed',
  returned: 'Came back',
};
