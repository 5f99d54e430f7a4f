/** A row of a warehouse table, ready to insert. */
export type Row = Record<string, unknown>;

/** Rows of one group commit, by table. */
export interface CommitRows {
  readonly events: Row[];
  readonly order_lines: Row[];
  readonly signals: Row[];
  readonly answers: Row[];
  readonly mentions: Row[];
  readonly signal_texts: Row[];
  readonly identifiers: Row[];
  readonly identity_links: Row[];
  readonly traits: Row[];
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
