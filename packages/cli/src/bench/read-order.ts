/** What the reading process shall do. */
export interface ReadOrder {
  readonly url: string;
  readonly token: string;
  readonly path: 'profile' | 'health';
  readonly customers: number;
  /** Connections, each with one request at a time. */
  readonly lanes: number;
  readonly seconds: number;
}
export interface ReadResult {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  /** Answers that were no profile from the store. */
  readonly others: number;
}
