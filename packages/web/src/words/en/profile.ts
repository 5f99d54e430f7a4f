import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const title = 'How they are now';
export const stages = {
  prospect: 'Has not bought yet',
  new: 'New',
  active: 'Active',
  at_risk: 'At risk',
  lapsed: 'Lapsed',
  returned: 'Returned',
};
export const stagesThen = {
  prospect: 'not yet a customer',
  new: 'new',
  active: 'active',
  at_risk: 'at risk',
  lapsed: 'lapsed',
  returned: 'returned',
};
export const stageMeans = {
  prospect: 'No order and no contract so far.',
  new: 'The first order or contract is at most 60 days old.',
  active: 'Buys within their own rhythm, or has a contract.',
  at_risk: 'Silent for more than one and a half of their own rhythms.',
  lapsed: 'Silent for more than three of their own rhythms, or the contracts have ended.',
  returned: 'Came back after a long silence.',
};
export const rows = {
  revenue: 'Bought for, less returns',
  margin: 'Margin',
  orderValue: 'An order, on average',
  purchaseGap: 'Between orders',
  lastOrder: 'Last order',
  lastActivity: 'Last seen doing something',
  firstSeen: 'Known since',
  returns: 'Returns',
  latePayments: 'Late payments',
  contracts: 'Contracts',
  renewal: 'Next renewal',
  lastNps: 'Last NPS answer',
  lastCsat: 'Last CSAT answer',
  lastSentiment: 'Last comment',
  comments: 'Comments',
  openTickets: 'Open tickets',
  contacts: 'Contacts in 90 days',
  costToServe: 'Cost to serve',
};
export const days = (n: string) => `${n} days`;
export const answer = (score: string, when: string) => `${score}, ${when}`;
export const withoutRate = (n: number) =>
  `${many(n, 'amount has', 'amounts have')} no exchange rate and ${n === 1 ? 'is' : 'are'} not counted.`;
export const unknown = 'Nothing was said or done in your places.';
export const from = (source: string) => `from ${source}`;
export const key = {
  mark: 'Mark as key customer',
  marked: 'Key customer',
  unmark: 'No longer a key customer',
  since: (by: string) => (by ? `marked by ${by}` : 'marked'),
  means: 'Cases of key customers get a higher severity.',
};
export const traitNames: Readonly<Record<string, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  name: 'Name',
  city: 'City',
  country: 'Country',
  language: 'Language',
  homeStore: 'Home store',
  segment: 'Segment',
  plus: 'Plus',
  wantsOffers: 'Wants offers',
  email: 'E-mail',
  phone: 'Phone',
  'address.street': 'Street',
  'address.postalCode': 'Postcode',
  'address.city': 'City',
  'address.country': 'Country',
  industry: 'Industry',
  employees: 'Employees',
  plan: 'Plan',
  birthday: 'Birthday',
};
export const traitAnswers: Readonly<Record<string, string>> = { true: 'Yes', false: 'No' };
