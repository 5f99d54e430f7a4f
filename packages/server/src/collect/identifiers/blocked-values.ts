// Values that stand for "nobody" or for everybody; keyed, they would make strangers one customer.
const words = new Set(
  'null nil none undefined unknown anonymous anon guest nan n/a na test tester user customer admin string id true false empty missing default example [object object] not set -1'
    .split(' ')
    .concat(['not set', 'not available', '[object object]']),
);
const blockedMailboxes =
  /^(test|tests|testing|noreply|no-reply|donotreply|do-not-reply|null|none|noemail|no-email|unknown|asdf|qwerty|xxx+)@/;
const between = /[\s\-_.+()]/;
const allBetween = /[\s\-_.+()]/g;
const runs = /^(.)\1*$/;
const counting = /^(0123456789|1234567890|123456789|12345678|1234567|123456|12345|1234|123)$/;

/** True for values such as `null`, `-1`, `000`, `test@…`, which name nobody. */
export function isBlockedValue(type: string, value: string): boolean {
  const lower = value.toLowerCase();
  if (type === 'email') return blockedMailboxes.test(lower);
  if (words.has(lower)) return true;
  const bare = between.test(lower) ? lower.replace(allBetween, '') : lower;
  if (bare === '') return true;
  if (counting.test(bare)) return true;
  return (
    runs.test(bare) && (bare.length > 1 ? /[0x?*#n]/.test(bare) : bare === '0' || !/[0-9a-z]/.test(bare))
  );
}
