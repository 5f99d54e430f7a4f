/** What the sending process is asked for, as JSON in its first argument. */
export interface LoadOrder {
  readonly url: string;
  readonly writeKey: string;
  readonly kind: 'events' | 'single' | 'signals';
  /** Requests under way at once. */
  readonly lanes: number;
  readonly seconds: number;
  /** Ends earlier when so many items were sent. */
  readonly mostItems: number;
  /** Part of the items that were sent before: half of them of old, half in this run. */
  readonly duplicates: number;
  /** Messages that stand in the tables. */
  readonly stored: number;
  /** Tells this run's messages from those of others. */
  readonly run: string;
}

/** What it prints when it is done. */
export interface LoadResult {
  readonly seconds: number;
  readonly requests: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
  /** Requests that were told to come back later. */
  readonly postponed: number;
  readonly p50: number;
  readonly p99: number;
}
