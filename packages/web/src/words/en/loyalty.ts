import type { LoyaltyReport } from '@lyhord/contract';
import { countingIn } from '../numerals.ts';

const many = countingIn('en');
type Sign = LoyaltyReport['signs'][number]['sign'];
type Outcome = LoyaltyReport['outcomes'][number]['outcome'];
export const title = 'Loyalty';
export const lead =
  'Loyalty is never one number. Beside what customers say stands what they do, and which signs went with what the same customers did afterwards. “Went with” is not “caused”.';
export const finding = (signs: readonly string[]) =>
  signs.length === 0
    ? 'No sign yet that went with coming back'
    : `${signs.join(' and ')} went with coming back`;
export const figures = 'Beside NPS';
export const figuresHint = 'In the chosen period, held against the period before.';
export const follow = 'Days followed';
export const daysAfter = (days: number) => `${days} days after`;
export const signsTitle = 'Which signs went with what customers then did';
export const signsHint = (n: string, since: string, until: string, days: number) =>
  `${n} customers who answered from ${since} to ${until}, with the ${days} days after their answer. The difference is between the high and the low group once orders, spend, returns and contacts of the ${days} days before are held equal.`;
export const sign = 'Sign';
export const signs: Record<Sign, string> = {
  nps: 'Promoters against detractors',
  csat: 'Satisfied (4–5) against dissatisfied (1–2)',
  stars: '4–5 stars against 1–2',
  ces: 'Easy (5–7) against difficult (1–3)',
  expectation: 'Expectations exceeded against fell short',
  sentiment: 'Positive against negative comment',
  bought_again: 'Two orders or more before, against one',
  spend_rose: 'Spend was rising, against falling',
  returned: 'Had returned something before, against not',
  contacted: 'Had contacted support before, against not',
};
export const shortSigns: Record<Sign, string> = {
  nps: 'NPS',
  csat: 'Satisfaction',
  stars: 'Stars',
  ces: 'Effort',
  expectation: 'Expectations',
  sentiment: 'The comment’s tone',
  bought_again: 'Having bought more than once',
  spend_rose: 'Rising spend',
  returned: 'Having returned something',
  contacted: 'Having contacted support',
};
export const outcomes: Record<Outcome, string> = {
  came_back: 'Ordered again',
  spend: 'Spend',
  returned: 'Returned something',
  contacted: 'Contacted support',
};
export const all = 'All who answered';
export const groupSizes = (high: string, low: string) => `${high} against ${low} customers`;
export const verdicts = {
  nobody: 'Nobody to compare: who answered this is not known as a customer with orders.',
  went_with: 'went with it',
  alike: 'no difference that matters',
  not_enough: 'not enough to say',
};
export const needs = (n: number) => `needs about ${many(n, 'customer', 'customers')} more`;
export const groups = (high: string, low: string) => `${high} against ${low}`;
export const points = (value: string) => `${value} points`;
export const nothing = 'Nobody can be followed yet';
export const nothingHint = (days: number) =>
  `Customers are followed for ${days} days after their answer. That needs answers and orders with the same identifier, and ${days} days between them.`;
export const method = (currency: string) =>
  `Each customer counts once, with the first answer. Intervals are 95 %, errors robust (HC1); a sign is said to have gone with a deed when that stays clear among everything looked at here (Benjamini–Hochberg, 5 %). Spend is in ${currency}; who bought in another currency is left out of it. What nobody recorded is not held equal.`;
export const toldOf = (from: string, to: string) =>
  `orders from ${from} to ${to}; for later ones the days after have not passed yet`;
