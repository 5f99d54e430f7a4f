import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const title = 'Drivers';
export const lead =
  'What goes together with the score, weighed against each other: ratings, what people write, and what happened. It moves together with the score; that it causes it is not shown.';
export const touchpoint = 'Touchpoint';
export const allTouchpoints = 'All touchpoints';
export const finding = (name: string, metric: string) => `${name} goes with ${metric} the most`;
export const findingSame = (name: string, metric: string) =>
  `${name} goes with ${metric} the most, and is done worse than the rest`;
export const findingInvest = (name: string) => `of what matters, ${name} is done worst`;
export const map = 'Importance and performance';
export const mapHint =
  'Upwards: how much goes with it. To the right: how well it is done. The lines are the middle of the drivers shown.';
export const mapLabel = 'Map of the drivers by importance and performance; the same as a list below';
export const importanceAxis = '↑ Importance';
export const performanceAxis = 'Performance →';
export const performance = 'of 100';
export const card = (name: string, importance: string, performance: string, field: string) =>
  `${name}: importance ${importance}, performance ${performance} of 100. ${field}`;
export const fields = { invest: 'Invest', keep: 'Keep up', save: 'Save', watch: 'Watch' };
export const advice = {
  invest: 'Important and done worse than the rest: put resources here',
  keep: 'Important and done well: keep it up',
  save: 'Done well but less important: good enough, resources can move from here',
  watch: 'Neither important nor done well: watch it',
};
export const list = 'Every driver';
export const listHint = (metric: string) =>
  `Importance is the part of the differences in ${metric} that goes with the driver, with its interval.`;
export const group = (number: number) => `Group ${number}`;
export const alike = 'No clear difference in importance within this group';
export const alone = 'Clearly apart from the others';
export const named = (n: number) => many(n, 'comment', 'comments');
export const knownOf = (n: number) => `known of ${many(n, 'answer', 'answers')}`;
export const natures = {
  basic: 'missing it hurts more than having it pleases',
  performance: 'hurts and pleases alike',
  excitement: 'having it pleases more than missing it hurts',
};
export const whatIf = 'What if it were better?';
export const whatIfHint = 'Within what was seen in these answers; the others stay as they are.';
export const complaints = (share: string) => `${share} of complaints gone`;
export const fromTo = (from: string, to: string) => `${from} → ${to}`;
export const differ = (metric: string, value: string, range: string) =>
  `Answers like that differ by ${value} in ${metric} (interval ${range}).`;
export const move = 'Move a slider to see by how much such answers differ.';
export const reset = 'Start over';
export const halo =
  'Customers seem to rate everything alike here, so what matters most cannot be told well. Read the order with care.';
export const leftOut = (list: string) => `Known of too few answers to be weighed: ${list}.`;
export const method = (share: string, n: string, method: 'lmg' | 'johnson') =>
  `Together they go with ${share} of the differences between ${n} answers. ${method === 'lmg' ? 'Shares of R² by Shapley value (LMG)' : 'Relative weights (Johnson)'}, bootstrap intervals; missing ratings were given their mean.`;
export const notEnough = 'Not enough to say';
export const needed = (n: number, more: number) =>
  more > 0
    ? `${many(n, 'answer', 'answers')} so far; about ${more} more are needed. Choose a longer period or a wider place.`
    : 'Nothing is known beside the score itself. Ask for a comment, or for ratings of its parts.';
export const facts = {
  delay: 'Delivery delay (days)',
  wait: 'Wait at the till (seconds)',
  solving: 'Time to solve (hours)',
  price: 'Price paid (times the usual)',
};
export const figures = {
  title: 'The figures behind it',
  hint: 'Slope: points of the score that go with one unit more, the others equal. Logit: log-odds of a higher score class with one unit more, in an ordinal logit of all drivers. Likeness: variance inflation; above 5 a driver can hardly be told from the others.',
  driver: 'Driver',
  correlation: 'Correlation',
  slope: 'Slope',
  ordinal: 'Logit',
  inflation: 'Likeness',
  n: 'n',
  clear: 'clear',
  unclear: 'not clear',
};
