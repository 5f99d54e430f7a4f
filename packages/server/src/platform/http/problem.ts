import {
  type ErrorCode,
  type Expected,
  errors,
  filled,
  type ProblemReason,
  problemReasons,
  type ReasonValues,
} from '@lyhord/contract';

export interface WrongField {
  /** Such as `body.batch[3].score`. */
  readonly path: string;
  /** The value as it came, shortened. */
  readonly received: string;
  readonly expected: string;
  /** What `expected` was written from, where screens have words for it. */
  readonly wanted?: readonly Expected[];
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly fields?: readonly WrongField[];
  /** Headers of the answer, such as `retry-after`. */
  readonly headers?: Record<string, string>;
  /** Members of its own, shown as they are. */
  readonly [extra: string]: unknown;
}

/** An answer that says what was wrong; thrown anywhere below HTTP and rendered as RFC 9457. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: ProblemDetails;
  constructor(code: ErrorCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? errors[code][1], options);
    this.name = 'Problem';
    this.code = code;
    this.status = errors[code][0];
    this.details = details;
  }
}

/** Details of a problem that a screen can say in its reader's language. */
export function because<R extends ProblemReason>(
  reason: R,
  ...[values]: keyof ReasonValues<R> extends never ? [] : [ReasonValues<R>]
): ProblemDetails {
  if (values === undefined) return { detail: problemReasons[reason], reason };
  return { detail: filled(problemReasons[reason], values), reason, values };
}

/** The body of a problem's answer. */
export function problemBody(problem: Problem, requestId?: string): Record<string, unknown> {
  const { headers: _, ...members } = problem.details;
  return {
    type: `urn:lyhord:problem:${problem.code}`,
    title: errors[problem.code][1],
    status: problem.status,
    code: problem.code,
    ...members,
    ...(requestId === undefined ? {} : { requestId }),
  };
}
