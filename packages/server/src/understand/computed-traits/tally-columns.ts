// What is kept of each identifier at each place, and how two rows of it become one. Every way of joining rows is free of
// order, so that late data, merged customers and repeated work change no result. Moments that never came are 1970.

/** `t` is the row; the aggregates over events, signals and answers fill the column in, the others leave it empty. */
export interface TallyColumn {
  readonly name: string;
  readonly type: string;
  readonly joined: string;
  readonly events?: string;
  readonly signals?: string;
  readonly answers?: string;
}

const moment = "DateTime64(3, 'UTC')";
const never = "toDateTime64(0, 3, 'UTC')";
const millis = (column: string) => `toUnixTimestamp64Milli(${column})`;
const ofContract = `kind in ('contract_started', 'contract_renewed', 'contract_ended')`;
/** Looked for in contracts alone: most events are none. */
const property = (name: string) =>
  `if(${ofContract}, ifNull(${millis(
    `parseDateTime64BestEffortOrNull(JSONExtractString(properties, '${name}'), 3, 'UTC')`,
  )}, 0), 0)`;

/** What customers do themselves; being written to, invoiced or looked after is not a sign of life. */
const ownDoings = `('order_placed', 'order_returned', 'order_cancelled', 'cart_changed', 'checkout_started',
  'product_viewed', 'page_viewed', 'contract_started', 'contract_renewed', 'payment_made', 'visit', 'ticket_opened',
  'ticket_reopened', 'campaign_responded', 'survey_answered', 'custom')`;
const ordered = `kind = 'order_placed'`;
const takenBack = `kind in ('order_returned', 'order_cancelled')`;

const sum = (name: string, type: string, events: string): TallyColumn => ({
  ...{ name, type, events, joined: `sum(t.${name})` },
});
const first = (name: string, from: Pick<TallyColumn, 'events' | 'signals'>): TallyColumn => ({
  ...{ name, type: moment, joined: `minIf(t.${name}, t.${name} > ${never})`, ...from },
});
const last = (name: string, from: Pick<TallyColumn, 'events' | 'signals' | 'answers'>): TallyColumn => ({
  ...{ name, type: moment, joined: `max(t.${name})`, ...from },
});

/** The last answer to a question and when it was given. */
const lastAnswer = (question: string): TallyColumn[] => [
  last(`${question}_at`, { answers: `maxIf(happened_at, question = '${question}')` }),
  {
    name: question,
    type: 'Float64',
    joined: `argMax(t.${question}, (t.${question}_at, t.${question}))`,
    answers: `argMaxIf(value, (happened_at, value), question = '${question}')`,
  },
];

export const tallyColumns: readonly TallyColumn[] = [
  first('seen_first', { events: 'min(happened_at)', signals: 'min(happened_at)' }),
  last('active_last', {
    events: `maxIf(happened_at, kind in ${ownDoings})`,
    signals: `maxIf(happened_at, author = 'customer')`,
  }),
  sum('orders', 'UInt64', `countIf(${ordered})`),
  first('order_first', { events: `minIf(happened_at, ${ordered})` }),
  last('order_last', { events: `maxIf(happened_at, ${ordered})` }),
  {
    name: 'order_days',
    type: 'Array(Date)',
    joined: 'arraySort(arrayDistinct(groupArrayArray(t.order_days)))',
    events: `groupUniqArrayIf(local_day, ${ordered})`,
  },
  // money in minor units of the workspace's currency, at the rate of its day
  sum('placed', 'Int64', `sumIf(ifNull(amount, 0), ${ordered})`),
  sum('placed_orders', 'UInt64', `countIf(${ordered} and amount is not null)`),
  sum('margin', 'Int64', `sumIf(ifNull(amount - cost, 0), ${ordered})`),
  sum('margin_orders', 'UInt64', `countIf(${ordered} and amount - cost is not null)`),
  sum('taken_back', 'Int64', `sumIf(abs(ifNull(amount, 0)), ${takenBack})`),
  sum('return_cost', 'Int64', `sumIf(ifNull(cost, 0), kind = 'order_returned')`),
  sum('served_cost', 'Int64', `sumIf(ifNull(coalesce(cost, amount), 0), kind = 'cost_to_serve')`),
  sum(
    'without_rate',
    'UInt64',
    `countIf((${ordered} or ${takenBack} or kind = 'cost_to_serve') and currency != '' and factor = 0)`,
  ),
  sum('returns', 'UInt64', `countIf(kind = 'order_returned')`),
  sum('late_payments', 'UInt64', `countIf(kind = 'payment_made' and ifNull(happened_at > due_at, false))`),
  {
    // number, when it was said, end, renewal, whether it has ended; the newest of each number counts
    name: 'contracts',
    type: 'Array(Tuple(UInt64, Int64, Int64, Int64, UInt8))',
    joined: 'arraySort(groupArrayArray(t.contracts))',
    events: `groupArrayIf((sipHash64(reference), ${millis('happened_at')}, ${property('endsAt')},
      ${property('renewsAt')}, toUInt8(kind = 'contract_ended')), ${ofContract})`,
  },
  {
    // number, when it was said, whether it was solved then; the newest of each number counts
    name: 'tickets',
    type: 'Array(Tuple(UInt64, Int64, UInt8))',
    joined: 'arraySort(groupArrayArray(t.tickets))',
    events: `groupArrayIf((sipHash64(reference), ${millis('happened_at')}, toUInt8(kind = 'ticket_solved')),
      kind in ('ticket_opened', 'ticket_reopened', 'ticket_solved') and reference != '')`,
  },
  {
    name: 'contact_days',
    type: 'Array(Date)',
    joined: 'arraySort(groupArrayArray(t.contact_days))',
    events: `groupArrayIf(local_day, kind = 'ticket_opened')`,
  },
  {
    name: 'comments',
    type: 'UInt64',
    joined: 'sum(t.comments)',
    signals: `countIf(has_text and author = 'customer')`,
  },
  last('sentiment_at', { signals: `maxIf(happened_at, sentiment != '' and author = 'customer')` }),
  {
    name: 'sentiment',
    type: 'String',
    joined: 'argMax(t.sentiment, (t.sentiment_at, t.sentiment))',
    signals: `toString(argMaxIf(sentiment, (happened_at, toString(sentiment)), sentiment != '' and author = 'customer'))`,
  },
  ...lastAnswer('nps'),
  ...lastAnswer('csat'),
];

/** `expression as column, …` of all columns. */
export const joinedColumns: string = tallyColumns
  .map(({ name, joined }) => `${joined} as ${name}`)
  .join(', ');
