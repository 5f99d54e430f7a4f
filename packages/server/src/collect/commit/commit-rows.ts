// The tables that a group commit writes, and the columns that it fills in each.
import { Block } from '../../platform/stores/blocks/block.ts';

const every = { workspace_id: 'word', commit_no: 'key' } as const;

const shapes = {
  events: {
    ...every,
    source_id: 'word',
    message_key: 'key',
    content_hash: 'key',
    event_id: 'hex',
    kind: 'word',
    name: 'word',
    identifier_key: 'key',
    place_id: 'word',
    place_code: 'word',
    channel: 'word',
    touchpoint: 'word',
    happened_at: 'moment',
    known_at: 'moment',
    local_day: 'day',
    local_minute: 'uint16',
    reference: 'text',
    amount_minor: 'int64 or null',
    cost_minor: 'int64 or null',
    currency: 'word',
    due_at: 'moment or null',
    wait_seconds: 'int32 or null',
    properties: 'text',
  },
  order_lines: {
    ...every,
    event_id: 'hex',
    kind: 'word',
    identifier_key: 'key',
    place_id: 'word',
    happened_at: 'moment',
    local_day: 'day',
    line_no: 'uint16',
    product_id: 'text',
    product_name: 'text',
    category: 'word',
    quantity: 'float64',
    price_minor: 'int64',
    cost_minor: 'int64 or null',
    currency: 'word',
  },
  account_facts: {
    ...every,
    source_id: 'word',
    account_key: 'key',
    account_id: 'text',
    fact_id: 'hex',
    kind: 'word',
    identifier_key: 'key',
    place_id: 'word',
    happened_at: 'moment',
    reference: 'text',
    amount_minor: 'int64 or null',
    currency: 'word',
    details: 'text',
  },
  signals: {
    ...every,
    source_id: 'word',
    message_key: 'key',
    content_hash: 'key',
    signal_id: 'text',
    kind: 'word',
    channel: 'word',
    touchpoint: 'word',
    stage: 'word',
    place_id: 'word',
    place_code: 'word',
    happened_at: 'moment',
    known_at: 'moment',
    local_day: 'day',
    local_minute: 'uint16',
    identifier_key: 'key',
    author: 'word',
    campaign: 'word',
    reference: 'text',
    conversation: 'text',
    question: 'word',
    score: 'float64 or null',
    has_text: 'flag',
    language: 'word',
    sentiment: 'word',
    sentiment_score: 'float32',
    flags: 'words',
    topics: 'words',
    title: 'text',
    engine: 'word',
    properties: 'text',
  },
  answers: {
    ...every,
    signal_id: 'text',
    question: 'word',
    value: 'float64',
    place_id: 'word',
    channel: 'word',
    touchpoint: 'word',
    kind: 'word',
    campaign: 'word',
    happened_at: 'moment',
    local_day: 'day',
    local_minute: 'uint16',
    identifier_key: 'key',
  },
  mentions: {
    ...every,
    signal_id: 'text',
    aspect: 'word',
    polarity: 'float32',
    label: 'word',
    confidence: 'float32',
    emotion: 'word',
    span_start: 'uint32',
    span_end: 'uint32',
    clause_start: 'uint32',
    clause_end: 'uint32',
    place_id: 'word',
    channel: 'word',
    touchpoint: 'word',
    kind: 'word',
    happened_at: 'moment',
    local_day: 'day',
    question: 'word',
    score: 'float64 or null',
    language: 'word',
    identifier_key: 'key',
  },
  signal_texts: {
    ...every,
    signal_id: 'text',
    text: 'text',
    redactions: 'text',
    keyphrases: 'words',
    local_day: 'day',
    identifier_key: 'key',
  },
  identifiers: {
    ...every,
    identifier_key: 'key',
    type: 'word',
    value: 'text',
    namespace: 'word',
    first_seen_at: 'moment',
  },
  identity_links: {
    ...every,
    link_id: 'hex',
    key_a: 'key',
    key_b: 'key',
    rule: 'word',
    source_id: 'word',
    evidence: 'text',
    linked_at: 'moment',
    by: 'word',
  },
  traits: {
    ...every,
    identifier_key: 'key',
    name: 'word',
    value: 'text',
    source_id: 'word',
    happened_at: 'moment',
  },
} as const;

type Shapes = typeof shapes;

/** Rows of one group commit, by table; they take the engine's own form as they are pushed. */
export type CommitRows = { readonly [Table in keyof Shapes]: Block<Shapes[Table]> };

export const noRows = (): CommitRows => Object.create(unmade) as CommitRows;

/** Each table's block is made when it is first asked for: most commits fill few of them. */
const unmade = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(shapes).map(([table, shape]) => [
      table,
      {
        get(this: object): Block {
          const block: Block = new Block(shape);
          Object.defineProperty(this, table, { value: block, enumerable: true });
          return block;
        },
      },
    ]),
  ),
);

/** Forgets the rows and keeps the room that they took: making it again for every commit costs more than filling it. */
export function emptied(rows: CommitRows): CommitRows {
  for (const block of Object.values(rows as unknown as Record<string, Block>)) block.clear();
  return rows;
}

/** The blocks that hold rows, by table. */
export const filledBlocks = (rows: CommitRows): (readonly [string, Block])[] =>
  Object.entries(rows as unknown as Record<string, Block>).filter(([, block]) => block.length > 0);
