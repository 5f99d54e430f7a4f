export const title = 'What is behind it';
export const lead = 'These answers beside others. What differs goes with the number; it need not cause it.';
export const low = 'The low answers beside all others. What differs goes with them; it need not cause them.';
export const words = 'Why, in their words';
export const around = 'What happened around them';
export const against = {
  rest: (n: string, other: string) => `${n} here, beside ${other} others of the same period.`,
  before: (n: string, other: string) => `${n} here, beside ${other} of the period before.`,
};
export const needs = (n: number) => `Not enough to say: needs about ${n} more.`;
export const sameTopics = 'They speak of the same as others do.';
export const nothingAround = 'Nothing is known of what they did in the days before.';
export const topic = 'Topic';
export const fact = 'In the days before';
export const here = 'Here';
export const others = 'Others';
export const difference = 'Difference';
export const clear = 'clear';
export const unclear = 'not clear';
export const adjusted = (days: number) =>
  `The ${days} days before each. Differences at equal place and week where both sides have them; clear also when all facts looked at are counted.`;
export const unknown = (list: string) => `Known of too few: ${list}.`;
export const facts = {
  late_delivery: 'A late delivery',
  delivery_days: 'Days after the promised one',
  wait: 'Wait at the till, seconds',
  contact: 'Contacted support',
  returned: 'Returned goods',
  price: 'Price, times the usual',
  reminded: 'Reminded of an invoice',
  campaign: 'Met a campaign',
};
