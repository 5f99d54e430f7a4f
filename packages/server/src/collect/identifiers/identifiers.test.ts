import { IdentityRules, joinsNobody, namesNobody } from '@lyhord/contract';
import { describe, expect, it } from 'vitest';
import { Keyring } from './keyring.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';
import { phoneNumber } from './phone-number.ts';

describe('an identifier', () => {
  it('has one spelling', () => {
    const spelling = (type: 'email' | 'phone' | 'user_id', value: string) => {
      const result = normaliseIdentifier({ type, value }, 'SE');
      return 'identifier' in result ? result.identifier.value : `wrong: ${result.wrong}`;
    };
    expect(spelling('email', ' Anna@Example.ORG ')).toBe('anna@example.org');
    expect(spelling('phone', '070-123 45 67')).toBe('+46701234567');
    expect(spelling('phone', '0046 (0)70 123 45 67')).toBe('+46701234567');
    expect(spelling('user_id', ' U-17 ')).toBe('U-17');
    expect(spelling('email', 'anna at example')).toContain('anna@example.org');
  });
  it.each(['null', '-1', '000', '0', 'undefined', 'N/A', '00000000-0000-0000-0000-000000000000', '123456'])(
    '"%s" names nobody',
    (value) => expect(namesNobody('user_id', value)).toBe(true),
  );
  it.each(['test@example.org', 'noreply@shop.se'])('"%s" names nobody', (value) =>
    expect(namesNobody('email', value)).toBe(true),
  );
  it.each(['17', 'u1', '7', 'a', 'anna', '1001', '55'])('"%s" may name a customer', (value) =>
    expect(namesNobody('user_id', value)).toBe(false),
  );
  it('of a role or blocked by hand is kept, but joins nobody in that workspace', () => {
    const standard = IdentityRules.parse({});
    const email = (value: string, rules = standard) => joinsNobody(rules, 'email', value);
    expect(['info@shop.se', 'anna@info.se', 'information@shop.se'].map((value) => email(value))).toEqual([
      ...[true, false, false],
    ]);
    const own = { ...standard, blockedValues: ['anna@shop.se'], roleMailboxes: [] };
    expect(['info@shop.se', 'anna@shop.se'].map((value) => email(value, own))).toEqual([false, true]);
    expect(joinsNobody(standard, 'user_id', 'info@shop.se')).toBe(false);
  });
  it('that is a phone number needs a country', () => {
    expect(phoneNumber('0701234567')).toBeNull();
    expect(phoneNumber('20 12 34 56', 'DK')).toBe('+4520123456');
    expect(phoneNumber('+1', 'US')).toBeNull();
  });
  it('has another key in another workspace and the same after every start', () => {
    const anna = { type: 'email', value: 'anna@example.org', namespace: '' } as const;
    const [one, again, other] = [new Keyring('a', 2), new Keyring('a', 2), new Keyring('b', 2)];
    expect(one.keyOf(anna)).toEqual(again.keyOf(anna));
    expect(one.keyOf(anna).text).not.toBe(other.keyOf(anna).text);
  });
});
