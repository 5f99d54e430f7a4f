import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const reading = 'Reading the file';
export const readingHint = 'Large files take a little while to arrive.';
export const guessed = 'This is how I read it. Correct what is wrong.';
export const holds = 'The file holds';
export const targets = {
  signals: 'What customers say',
  events: 'What customers do',
  places: 'Places',
  enrichment: 'Facts by key: postcodes, weather, calendar',
  exchange_rates: 'Exchange rates',
};
export const column = 'Column';
export const field = 'Means';
export const examples = 'Examples';
export const sureness = 'How sure';
export const ignore = 'Not used';
export const why = {
  header: 'by its heading',
  values: 'by its values',
  both: 'by heading and values',
};
export const doubts = {
  day_or_month: 'Day or month first? Nothing here tells them apart.',
  decimal_or_thousand: 'Decimals or thousands? Nothing here tells them apart.',
  mixed: 'Some values do not fit.',
  two_alike: 'Another column looks like this one, too.',
};
export const chosen = 'chosen by you';
export const constants = 'The same for every row';
export const eventForAll = 'What happened in every row';
export const tableName = 'Name of the table';
export const dateFormat = 'Dates are written';
export const dateFormats = {
  iso: 'year first: 2026-03-31',
  day_first: 'day first: 31.03.2026',
  month_first: 'month first: 03/31/2026',
  epoch_s: 'seconds since 1970',
  epoch_ms: 'milliseconds since 1970',
};
export const decimalComma = 'Decimals have a comma';
export const missing = (fields: string) => `Still needed: ${fields}`;
export const or = 'or';
export const check = 'See what would change';
export const checking = 'Looking at every row';
export const checkTitle = 'What loading would change';
export const checkPart = (rows: string) =>
  `The first ${rows} rows were looked at; the rest is checked as it is loaded.`;
export const fresh = 'New';
export const duplicates = 'There already';
export const differing = 'There with other content';
export const refused = 'Refused';
export const differingHint = 'What is there stays.';
export const reasonsTitle = 'Why rows would be refused';
export const reason = 'Reason';
export const rows = 'Rows';
export const unknownPlaces = (codes: string) =>
  `No place has these codes: ${codes}. The rows are kept and count for no place until one has.`;
export const withoutCustomer = (n: number) => `${many(n, 'row names', 'rows name')} no customer.`;
export const span = (from: string, to: string) =>
  from === to ? `They happened on ${from}.` : `They happened between ${from} and ${to}.`;
export const makePlaces = (n: number) => `Make ${many(n, 'place', 'places')} of them`;
export const firstRows = 'The first rows as they would be stored';
export const line = (line: string) => `Line ${line}`;
export const load = (n: number) => `Load ${many(n, 'row', 'rows')}`;
export const loadAll = 'Load the file';
export const running = (name: string) => `Loading ${name}`;
export const runningHint = 'You may close this page; loading goes on, also after a stop of the server.';
export const soFar = (n: number) => `${many(n, 'row', 'rows')} so far`;
export const result = (accepted: string, duplicates: string, refused: string) =>
  `${accepted} taken, ${duplicates} known already, ${refused} refused`;
export const failed = 'Loading stopped';
export const seePulse = 'See Pulse';
export const seeFeed = 'Read the comments';
export const seeHistory = 'All loaded files';
export const downloadRefused = 'Refused rows as CSV';
export const undo = 'Take back';
export const undoTitle = (name: string) => `Take back ${name}`;
export const undoExplains = (rows: string) =>
  `${rows} rows leave every table, score and profile. Cases that were opened because of them stay. The file can be loaded again afterwards.`;
export const goOn = 'Load now';
export const throwAway = 'Throw away';
export const by = (name: string) => `by ${name}`;
export const undone = (when: string) => `taken back ${when}`;
export const states = {
  waiting: 'Waits to be loaded',
  running: 'Loading',
  done: 'Loaded',
  failed: 'Stopped',
  undoing: 'Being taken back',
  undone: 'Taken back',
};
export const known = 'Known already';
export const actions = 'Actions';
export const fields = {
  messageId: 'Id of the row',
  kind: 'Kind',
  channel: 'Channel',
  touchpoint: 'Touchpoint',
  place: 'Place code',
  happenedAt: 'When it happened',
  nps: 'NPS, 0 to 10',
  csat: 'Satisfaction, 1 to 5',
  ces: 'Effort, 1 to 7',
  stars: 'Stars, 1 to 5',
  text: 'Comment',
  title: 'Heading',
  language: 'Language',
  campaign: 'Campaign or survey',
  conversation: 'Conversation',
  reference: 'Number of the order, ticket …',
  account: 'Company (number)',
  userId: 'Customer number',
  email: 'E-mail',
  phone: 'Phone',
  loyaltyNumber: 'Loyalty number',
  name: 'Name',
  amount: 'Amount',
  cost: 'Cost',
  currency: 'Currency',
  dueAt: 'Promised or due',
  waitSeconds: 'Seconds waited',
  code: 'Code',
  parentCode: 'Code of the place above',
  placeKind: 'Kind of place',
  country: 'Country',
  latitude: 'Latitude',
  longitude: 'Longitude',
  timeZone: 'Time zone',
  event: 'What happened',
  lines: 'Lines, as a list',
  productId: 'Product number',
  productName: 'Product',
  category: 'Category',
  quantity: 'Quantity',
  price: 'Price a piece',
  lineCost: 'Cost a piece',
  key: 'Key, such as a postcode',
  day: 'Day',
  table: 'Name of the table',
  to: 'Into the currency',
  rate: 'Rate',
  measure: 'What is measured',
  value: 'Reading',
  unit: 'Unit',
  reason: 'Why',
  endsAt: 'Ends',
  renewsAt: 'Renews',
  termMonths: 'Months bound',
  plan: 'Plan',
  seconds: 'Seconds counted',
  shipping: 'Freight',
  discount: 'Discount',
  tax: 'Tax',
  coupon: 'Coupon',
  byCustomer: 'Ended by the customer',
  order: 'Order number',
  level: 'Which reminder',
  method: 'Way of paying',
  durationSeconds: 'Seconds of the visit',
  purpose: 'Purpose',
  queueLength: 'Customers waiting',
  abandoned: 'Gave up',
  topic: 'Topic',
  priority: 'Priority',
  agent: 'Team',
  contacts: 'Contacts needed',
  variant: 'Version',
  control: 'Kept out',
  response: 'Response',
  activity: 'Activity',
  minutes: 'Minutes',
} as Readonly<Record<string, string>>;
