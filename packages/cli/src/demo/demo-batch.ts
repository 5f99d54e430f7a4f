import type { SignalInput } from '@lyhord/contract';
import type { PreparedEvents, PreparingPlan } from '@lyhord/server/preparing';

/** What the demo company is made from. `until` is the last day, `2026-03-31`. */
export interface DemoRequest {
  readonly seed: number;
  readonly customers: number;
  readonly months: number;
  readonly until: string;
  /** Nothing happens after this moment, in milliseconds since 1970. */
  readonly cutAt: number;
}

/** What the twin's thread is asked for. */
export interface DemoOrder {
  readonly request: DemoRequest;
  readonly plan: PreparingPlan;
  /** Events that are sent together: large blocks become large parts, which the warehouse need not merge. */
  readonly eventsPerBatch: number;
  /** Signals that are sent together: few, so that texts are read while events are still made. */
  readonly signalsPerBatch: number;
}

export interface DemoBatch {
  /** The last day in it. */
  readonly day: string;
  readonly events: PreparedEvents | null;
  readonly signals: readonly SignalInput[];
}
