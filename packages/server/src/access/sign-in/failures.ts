// Promise: one e-mail address can be tried with wrong passwords only so often, from however many machines.
import type { Clock } from '../../platform/clock.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { hashKey } from '../secrets/keys.ts';

const mostFailures = 20;
const windowMinutes = 15;

export interface SignInFailures {
  /**
   * Counts a try before it is made, so that many at once are as many as one after another; throws `too_many` when the
   * address has failed too often.
   */
  begin(email: string): Promise<void>;
  /** The try was right: earlier ones do not count any more. */
  forget(email: string): Promise<void>;
  /** The try was not made after all. */
  giveBack(email: string): Promise<void>;
}

export function createSignInFailures(ledger: Ledger, clock: Clock): SignInFailures {
  const keyOf = (email: string) => hashKey(email.trim().toLowerCase());
  const windowStart = () => new Date(clock.now().getTime() - windowMinutes * 60_000);
  return {
    async begin(email) {
      const row = await ledger.one<{ failures: number }>(sql`
        insert into sign_in_failures as kept (email_hash, failures, since)
        values (${keyOf(email)}, 1, ${clock.now()})
        on conflict (email_hash) do update set
          failures = case when kept.since > ${windowStart()} then least(kept.failures + 1, 1000000) else 1 end,
          since = case when kept.since > ${windowStart()} then kept.since else excluded.since end
        returning failures`);
      if (row !== null && row.failures <= mostFailures) return;
      throw new Problem('too_many', {
        ...because('passwords_wrong_often', { minutes: windowMinutes }),
        headers: { 'retry-after': String(windowMinutes * 60) },
      });
    },
    async forget(email) {
      await ledger.query(sql`delete from sign_in_failures where email_hash = ${keyOf(email)}`);
    },
    async giveBack(email) {
      await ledger.query(sql`update sign_in_failures set failures = greatest(failures - 1, 0)
        where email_hash = ${keyOf(email)}`);
    },
  };
}
