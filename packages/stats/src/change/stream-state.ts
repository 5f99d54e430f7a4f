// The memory of one watched stream: recent days one by one, older days folded into a fading baseline. Plain JSON.
import { requireFinite, requireNonNegative, requireWhole } from '../ranges.ts';

/** What the numbers of a stream are. */
export type StreamKind =
  /** answers in classes, each worth a value: NPS [−100, 0, 100], CSAT [1, 2, 3, 4, 5], a share [0, 100] */
  | { kind: 'classes'; values: readonly number[] }
  /** any measured quantity, given as number, sum and sum of squares: minutes waited, order value */
  | { kind: 'moments' };

/** All of one day of one stream. Recording a day again replaces it, so replays change nothing. */
export interface StreamDay {
  /** whole days since any fixed date, in the place's own days */
  day: number;
  /** answers by class, or [n, sum, sum of squares] */
  tally: readonly number[];
  /** how far this day is expected to lie from the stream's usual mean (weekday, known events), in the mean's unit */
  offset?: number;
}

/** Serialisable memory of one stream; treat as opaque. */
export interface StreamState {
  version: 1;
  /** changes are looked for from this day on */
  since: number;
  /** days before this one are no longer taken */
  from: number;
  /** whether the siblings' mix still tells anything about this stream; not after a confirmed change */
  likeSiblings: boolean;
  /** answers before the window, fading with age */
  past: { tally: number[]; squaredWeight: number; offsetSum: number; days: number; day: number };
  /** [day, offset, …tally] of each day of the window that had answers, oldest first */
  window: number[][];
}

/** Number of answers in a tally. */
export function answersIn(kind: StreamKind, tally: readonly number[]): number {
  if (kind.kind === 'moments') return tally[0]!;
  let n = 0;
  for (const count of tally) n += count;
  return n;
}

/** Checks a day against the stream's kind; throws RangeError with the value that is wrong. */
export function checkDay(kind: StreamKind, { day, tally, offset = 0 }: StreamDay): void {
  requireWhole('day', day, -1e9, 1e9);
  requireFinite('offset', offset);
  const size = kind.kind === 'moments' ? 3 : kind.values.length;
  if (tally.length !== size)
    throw new RangeError(`tally of day ${day} has ${tally.length} numbers, not ${size}`);
  tally.forEach((value, index) => {
    if (kind.kind === 'moments' && index === 1) requireFinite('sum', value);
    else requireNonNegative(`tally of day ${day}`, value);
  });
}

/** A stream that has seen nothing. */
export function emptyState(kind: StreamKind, since: number): StreamState {
  const size = kind.kind === 'moments' ? 3 : kind.values.length;
  return {
    version: 1,
    since,
    from: -1e9,
    likeSiblings: true,
    past: { tally: new Array<number>(size).fill(0), squaredWeight: 0, offsetSum: 0, days: 0, day: since },
    window: [],
  };
}

/** The state with this day's numbers, replacing what it held for that day; days older than the window change nothing. */
export function withDay(kind: StreamKind, state: StreamState, entry: StreamDay): StreamState {
  if (entry.day < state.from) return state;
  const row = [entry.day, entry.offset ?? 0, ...entry.tally];
  const kept = state.window.filter(([day]) => day !== entry.day);
  if (answersIn(kind, entry.tally) > 0) {
    const at = kept.findIndex(([day]) => day! > entry.day);
    kept.splice(at < 0 ? kept.length : at, 0, row);
  }
  return { ...state, window: kept };
}

/** Folds the days up to and including `lastDay` into the baseline, where what is older counts less. */
export function folded(
  kind: StreamKind,
  state: StreamState,
  lastDay: number,
  halfLifeDays: number,
): StreamState {
  const old = state.window.filter(([day]) => day! <= lastDay);
  if (old.length === 0) return state;
  const past = { ...state.past, tally: [...state.past.tally] };
  if (past.days === 0) past.day = old[0]![0]! - 1;
  for (const [day = 0, offset = 0, ...tally] of old) {
    const fade = 0.5 ** ((day - past.day) / halfLifeDays);
    const n = answersIn(kind, tally);
    past.tally = past.tally.map((value, k) => value * fade + tally[k]!);
    past.squaredWeight = past.squaredWeight * fade * fade + n;
    past.offsetSum = past.offsetSum * fade + n * offset;
    past.days = past.days * fade + (day - past.day);
    past.day = day;
  }
  return { ...state, from: lastDay + 1, past, window: state.window.filter(([day]) => day! > lastDay) };
}
