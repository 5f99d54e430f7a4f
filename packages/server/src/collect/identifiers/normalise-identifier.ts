import { type Identifier, identifierTypes, namesNobody } from '@lyhord/contract';
import { isWellFormed } from '../arrivals/well-formed.ts';
import { phoneNumber } from './phone-number.ts';

/** An identifier in the one spelling under which it is keyed. */
export interface PlainIdentifier {
  readonly type: Identifier['type'];
  readonly value: string;
  readonly namespace: string;
}

export type NormalisedIdentifier = { readonly identifier: PlainIdentifier } | { readonly wrong: string };

const strength = Object.fromEntries(identifierTypes.map((type, index) => [type, index]));
const ascii = /^[ -~]*$/;
const mailbox = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}$/;

/** E-mail in lower case, phone in E.164, others trimmed; says what would be right where the value names nobody. */
export function normaliseIdentifier(
  identifier: { type: Identifier['type']; value: string; namespace?: string | undefined },
  country?: string | null,
): NormalisedIdentifier {
  const { type, namespace = '' } = identifier;
  const value = (ascii.test(identifier.value) ? identifier.value : identifier.value.normalize('NFC')).trim();
  if (value === '' || !isWellFormed(value)) return { wrong: 'a readable value' };
  if (namesNobody(type, value)) return { wrong: "the customer's own value; this one stands for nobody" };
  if (type === 'email') {
    const email = value.toLowerCase();
    return mailbox.test(email)
      ? plain(type, email, '')
      : { wrong: 'an e-mail address such as anna@example.org' };
  }
  if (type === 'phone') {
    const phone = phoneNumber(value, country);
    return phone
      ? plain(type, phone, '')
      : { wrong: 'a phone number with country code, such as +46701234567' };
  }
  return plain(type, value, type === 'external_id' ? namespace.trim().toLowerCase() : '');
}

function plain(type: PlainIdentifier['type'], value: string, namespace: string): NormalisedIdentifier {
  return { identifier: { type, value, namespace } };
}

/** Strongest first: user id, loyalty number, e-mail, phone, anonymous id, external id. */
export function byStrength(a: { type: Identifier['type'] }, b: { type: Identifier['type'] }): number {
  return strength[a.type]! - strength[b.type]!;
}
