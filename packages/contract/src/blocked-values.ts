// Values that stand for "nobody" or for everybody: keyed, they would make strangers one customer. Some do everywhere,
// some in one workspace, by its identity rules.
import type { IdentifierType } from './identifier.ts';

const words = new Set(
  'null nil none undefined unknown anonymous anon guest nan n/a na test tester user customer admin string id true false empty missing default example [object object] not set -1'
    .split(' ')
    .concat(['not set', 'not available', '[object object]']),
);
const nobodysMailboxes =
  /^(test|tests|testing|noreply|no-reply|donotreply|do-not-reply|null|none|noemail|no-email|unknown|asdf|qwerty|xxx+)$/;
const between = /[\s\-_.+()]/;
const allBetween = /[\s\-_.+()]/g;
const runs = /^(.)\1*$/;
const counting = /^(0123456789|1234567890|123456789|12345678|1234567|123456|12345|1234|123)$/;

/** Mailboxes of roles, which many write from: blocked unless a workspace says otherwise. What stands before the @. */
export const roleMailboxes: readonly string[] = [
  ...['info', 'support', 'kundservice', 'kundeservice', 'kundtjanst', 'sales', 'order', 'office', 'kontakt'],
  ...[
    'contact',
    'reception',
    'admin',
    'post',
    'mail',
    'hello',
    'hej',
    'ekonomi',
    'faktura',
    'butik',
    'kassa',
  ],
];

/** What one workspace blocks beyond that. */
export interface BlockedByRules {
  readonly blockedValues: readonly string[];
  readonly roleMailboxes: readonly string[];
}

/** What stands before the @ of an e-mail address. */
const mailboxOf = (email: string): string => email.slice(0, Math.max(0, email.indexOf('@')));

/** True for values that name nobody in any workspace, such as `null`, `-1`, `000`, `test@…`: they are refused. */
export function namesNobody(type: IdentifierType, value: string): boolean {
  const lower = value.toLowerCase();
  if (type === 'email') return nobodysMailboxes.test(mailboxOf(lower));
  if (words.has(lower)) return true;
  const bare = between.test(lower) ? lower.replace(allBetween, '') : lower;
  if (bare === '') return true;
  if (counting.test(bare)) return true;
  return (
    runs.test(bare) && (bare.length > 1 ? /[0x?*#n]/.test(bare) : bare === '0' || !/[0-9a-z]/.test(bare))
  );
}

/** True for values that are kept, but join nobody in this workspace: blocked by hand, or a role's mailbox. */
export function joinsNobody(rules: BlockedByRules, type: IdentifierType, value: string): boolean {
  if (rules.blockedValues.includes(value)) return true;
  return type === 'email' && rules.roleMailboxes.includes(mailboxOf(value));
}
