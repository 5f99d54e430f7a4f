import type { ErrorCode, ProblemBody } from '@lyhord/contract';

/** What the server said when it could not do what was asked, or `offline` when nobody answered. */
export class Problem extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'offline';
  readonly detail: string | null;
  readonly fields: NonNullable<ProblemBody['fields']>;
  /** What `detail` was written from, so that it can be said in another language. */
  readonly reason: string | null;
  readonly values: NonNullable<ProblemBody['values']>;
  readonly requestId: string | null;

  constructor(body: Partial<ProblemBody> & { status: number; code: string }) {
    super(body.detail ?? body.title ?? body.code);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code as ErrorCode | 'offline';
    this.detail = body.detail ?? null;
    this.fields = body.fields ?? [];
    this.reason = body.reason ?? null;
    this.values = body.values ?? {};
    this.requestId = body.requestId ?? null;
  }

  static offline(): Problem {
    return new Problem({ status: 0, code: 'offline' });
  }
}

/** Reads a failed reply as a problem, also when a proxy answered something else. */
export async function problemOf(reply: Response): Promise<Problem> {
  const body = (await reply.json().catch(() => null)) as Partial<ProblemBody> | null;
  return new Problem({
    ...body,
    status: reply.status,
    code: body?.code ?? (reply.status === 503 || reply.status === 502 ? 'overloaded' : 'internal'),
  });
}
