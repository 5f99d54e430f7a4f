import type { OperationalEvent, SignalInput } from '@lyhord/contract';

/** What the twin's thread is asked for. `until` is the last day, `2026-03-31`. */
export interface DemoRequest {
  readonly seed: number;
  readonly customers: number;
  readonly months: number;
  readonly until: string;
  /** Nothing happens after this moment, in milliseconds since 1970. */
  readonly cutAt: number;
  readonly itemsPerBatch: number;
}

export interface DemoBatch {
  /** The last day in it. */
  day: string;
  readonly events: OperationalEvent[];
  readonly signals: SignalInput[];
}
