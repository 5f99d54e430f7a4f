export const title = 'Explore';
export const lead = 'Ask any question of the metrics. The place and the period are those above.';
export const metric = 'Count';
export const by = 'By';
export const and = 'And by';
export const compare = 'Held against';
export const nothing = 'Nothing';
export const shrink = 'Lend small groups strength from the others';
export const about = { experience: 'Experience', operations: 'Operations' };
export const dimensions = {
  place: 'Place',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  hour: 'Hour',
  touchpoint: 'Touchpoint',
  stage: 'Stage',
  channel: 'Channel',
  kind: 'Kind',
  topic: 'Topic',
  question: 'Question',
  language: 'Language',
  campaign: 'Campaign',
  segment: 'Segment',
  life_cycle: 'Stage of life',
  spend: 'Spend',
  buying: 'Buying',
  trait: 'Trait at the time',
  life_cycle_then: 'Stage of life at the time',
  product: 'Product',
  category: 'Product category',
  employee_group: 'Group of employees',
};
export const stages = {
  consideration: 'Consideration',
  evaluation: 'Evaluation',
  purchase: 'Purchase',
  use: 'Use',
  loyalty: 'Loyalty',
  leaving: 'Leaving',
};
export const units = {
  seconds: (n: string) => `${n} s`,
  hours: (n: string) => `${n} h`,
  days: (n: string) => `${n} days`,
};
export const weekOf = (day: string) => `week of ${day}`;
export const noPlace = 'No place';
export const everything = 'All together';
export const group = 'Group';
export const interval = 'Interval';
export const n = 'n';
export const shrunken = 'Shrunk';
export const difference = 'Difference';
export const clear = 'clear';
export const unclear = 'not clear';
export const table = 'The answer as a table';
export const more = (n: number) => `${n} more rows are in the file.`;
export const behind = 'Rows behind it';
export const newest = 'The newest hundred';
export const openSignal = 'Open';
export const picture = (kind: string) => `Save the picture as ${kind}`;
export const definition = (metric: string, version: number) => `${metric}, definition version ${version}.`;
export const none = 'Nothing to count here';
export const noneHint = 'Choose a longer period, a wider place or another metric.';
export const counting = 'Counting …';
export const stop = 'Stop';
export const stopped = 'Stopped';
export const again = 'Count again';
export const saved = (n: number) => (n > 0 ? `Saved (${n})` : 'Saved');
export const noneSaved = 'Nothing saved yet';
export const share = 'Copy link';
export const name = 'Name';
export const spreadsheet = 'Save the table as XLSX';
export const sampled = (oneIn: number) => `This is a sample: one customer in ${oneIn}. Sums are estimated.`;
export const exactIn = (seconds: number) => `Counting everything for ${seconds} s.`;
export const rowsRead = (share: string, rows: string) => `${share} of ${rows} rows read.`;
export const progress = 'Part of the rows that has been read';
export const sampleOnly = 'The exact count was stopped.';
export const traitAsked = 'Trait, as it was known then';
export const notKnownThen = 'Not known then';
export const inNone = 'In none';
export const namesNone = {
  product: 'names no product',
  category: 'names no category',
  employee_group: 'no group',
};
export const fewEmployees = (n: number) =>
  `Groups with fewer than ${n} different employees are withheld, and so is what would give them away.`;
export const drawn = (shown: string, all: string) =>
  `The picture shows ${shown} of ${all} groups; the table has them all.`;
export const titled = (metric: string, by: readonly string[]) =>
  by.length > 0 ? `${metric} by ${by.map((one) => one.toLowerCase()).join(' and ')}` : metric;
export const comparisons = {
  before: 'The period before',
  target: 'The goal',
  place: 'A place',
  segment: 'A segment',
};
export const against = { place: 'Which place', segment: 'Which segment' };
export const choose = 'Choose';
export const all = 'All';
export const segmentThen = 'Segment at the time';
export const only = 'Only some rows';
export const compared = 'Held against';
export const rows = (n: string) => `n ${n}`;
export const weigh = 'Weight to known totals';
export const noTotals = 'No totals are known yet: Settings, Workspace.';
export const weighted = (effect: string, worth: string) =>
  `Weighted to the known totals. Design effect ${effect}: worth as much as ${worth} unweighted answers.`;
export const notRepresented = (names: string) => `Nobody answered for: ${names}.`;
export const traitHint = 'For example tier; press Enter.';
export const showRows = 'Show the rows';
export const hideRows = 'Hide the rows';
export const when = 'When';
export const reference = 'Reference';
export const everybody = 'Everybody';
export const noneOfSegment = 'Nobody of this segment wrote anything';
export const noneOfSegmentHint = 'Choose a longer period, a wider place or another segment.';
export const file = {
  currency: 'Currency',
  low: 'Interval from',
  high: 'Interval to',
  comparedN: 'n of what it is held against',
  differenceLow: 'Difference from',
  differenceHigh: 'Difference to',
  units: { share: '%', seconds: 'seconds', hours: 'hours', days: 'days' },
};
export const removed = (name: string) => `“${name}” is kept no longer.`;
