// Promise: one e-mail address can be tried with wrong passwords only so often, from however many machines.
import type { Clock } from '../../platform/clock.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { hashKey } from '../secrets/keys.ts';

const mostFailures = 20;
const windowMinutes = 15;

export interface SignInFailures {
  /** Throws `too_many` while the address has failed too often. */
  check(email: string): Promise<void>;
  add(email: string): Promise<void>;
  forget(email: string): Promise<void>;
}

export function createSignInFailures(ledger: Ledger, clock: Clock): SignInFailures {
  const keyOf = (email: string) => hashKey(email.trim().toLowerCase());
  const windowStart = () => new Date(clock.now().getTime() - windowMinutes * 60_000);
  return {
    async check(email) {
      const row = await ledger.one<{ failures: number }>(
        sql`select failures from sign_in_failures where email_hash = ${keyOf(email)} and since > ${windowStart()}`,
      );
      if (row === null || row.failures < mostFailures) return;
      throw new Problem('too_many', {
        ...because('passwords_wrong_often', { minutes: windowMinutes }),
        headers: { 'retry-after': String(windowMinutes * 60) },
      });
    },
    async add(email) {
      await ledger.query(sql`insert into sign_in_failures as kept (email_hash, failures, since)
        values (${keyOf(email)}, 1, ${clock.now()})
        on conflict (email_hash) do update set
          failures = case when kept.since > ${windowStart()} then kept.failures + 1 else 1 end,
          since = case when kept.since > ${windowStart()} then kept.since else excluded.since end`);
    },
    async forget(email) {
      await ledger.query(sql`delete from sign_in_failures where email_hash = ${keyOf(email)}`);
    },
  };
}
