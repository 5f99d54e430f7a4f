/** A row of a warehouse table, ready to insert. */
export type Row = Record<string, unknown>;

/** A row that was written as its line of JSON at once: a block of thousands of objects would outlive many collections. */
export type Line = string;
export const lineOf = (row: Row): Line => JSON.stringify(row);
/** A line of the columns that several rows share, with those of one row. */
export const joinedLine = (shared: Line, own: Row): Line =>
  `${shared.slice(0, -1)},${JSON.stringify(own).slice(1)}`;

/** Rows of one group commit, by table. */
export interface CommitRows {
  readonly events: Line[];
  readonly order_lines: Line[];
  readonly signals: Row[];
  readonly answers: Line[];
  readonly mentions: Line[];
  readonly signal_texts: Line[];
  readonly identifiers: Line[];
  readonly identity_links: Line[];
  readonly traits: Line[];
}

export const noRows = (): CommitRows => ({
  events: [],
  order_lines: [],
  signals: [],
  answers: [],
  mentions: [],
  signal_texts: [],
  identifiers: [],
  identity_links: [],
  traits: [],
});
