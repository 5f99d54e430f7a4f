// A customer's names and keys. Mail addresses stand under domains reserved for examples (RFC 2606), phone numbers in
// ranges that Swedish, French and German authorities keep for fiction, so that no message can reach a real person.
import type { Identifier } from '@lyhord/contract';
import { fixedShare, mix } from '../random.ts';
import { namesByLanguage, plainLetters } from './names.ts';
import { languages, type Population, traitsOf } from './population.ts';

const mailDomains = [
  'post.example',
  'mejl.example',
  'example.com',
  'example.org',
  'example.net',
  'brev.example',
];

export interface PersonName {
  given: string;
  family: string;
}

const plain = new Map<string, string>();
function plainOf(name: string): string {
  let letters = plain.get(name);
  if (letters === undefined) {
    letters = plainLetters(name);
    plain.set(name, letters);
  }
  return letters;
}

/** The first numbers are Swedish, then French mobile and regional ones, then German; null when all are given out. */
export function fictitiousPhone(n: number): string | null {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  if (n < 95) return `+4670174${pad(605 + n, 4)}`;
  if (n < 195) return `+4631390${pad(600 + n - 95, 4)}`;
  if (n < 295) return `+4640628${pad(400 + n - 195, 4)}`;
  const french = ['63998', '19900', '26191', '35301', '46571', '53649'];
  const f = n - 295;
  if (f < 60_000) return `+33${french[Math.floor(f / 10_000)]}${pad(f % 10_000, 4)}`;
  const german = ['3023125', '6990009', '4066969', '8999998'];
  const g = f - 60_000;
  return g < 4_000 ? `+49${german[Math.floor(g / 1_000)]}${pad(g % 1_000, 3)}` : null;
}

export class Identities {
  private readonly seed: number;
  private readonly population: Population;
  private readonly phones: Int32Array;

  constructor(seed: number, population: Population) {
    this.seed = seed;
    this.population = population;
    this.phones = new Int32Array(population.count);
    let given = 0;
    for (let c = 0; c < population.count; c++) {
      this.phones[c] = this.has(c, traitsOf.phone) && fictitiousPhone(given) !== null ? ++given : 0;
    }
  }

  has(c: number, trait: number): boolean {
    return (this.population.traits[c]! & trait) !== 0;
  }

  name(c: number): PersonName {
    const names = namesByLanguage[languages[this.population.language[c]!]!]!;
    return {
      given: names.given[mix(this.seed, c, 31) % names.given.length]!,
      family: names.family[mix(this.seed, c, 32) % names.family.length]!,
    };
  }

  mail(c: number): string {
    const { given, family } = this.name(c);
    const domain = mailDomains[mix(this.seed, c, 33) % mailDomains.length]!;
    return `${plainOf(given)}.${plainOf(family)}.${c.toString(36)}@${domain}`;
  }

  phone(c: number): string | null {
    const n = this.phones[c]!;
    return n === 0 ? null : fictitiousPhone(n - 1);
  }

  userId(c: number): Identifier {
    return { type: 'user_id', value: `u${100_000 + c}` };
  }

  /** Browsers change: a new anonymous id about every 200 days. */
  anonymousId(c: number, day: number): Identifier {
    const epoch = Math.floor((day + 200 * fixedShare(this.seed, c, 34)) / 200);
    const random = mix(this.seed, c, 35 + epoch);
    return { type: 'anonymous_id', value: `a${random.toString(36)}-${c.toString(36)}` };
  }

  loyalty(c: number): Identifier | null {
    return this.has(c, traitsOf.loyalty)
      ? { type: 'loyalty_number', value: `77${String(10_000_000 + c)}` }
      : null;
  }

  mailId(c: number): Identifier | null {
    return this.has(c, traitsOf.mail) ? { type: 'email', value: this.mail(c) } : null;
  }

  /** Every key by which the customer is known once signed in. */
  all(c: number, day: number): Identifier[] {
    const keys: Identifier[] = [];
    if (this.has(c, traitsOf.account)) keys.push(this.userId(c));
    const loyalty = this.loyalty(c);
    if (loyalty) keys.push(loyalty);
    const mail = this.mailId(c);
    if (mail) keys.push(mail);
    const phone = this.phone(c);
    if (phone) keys.push({ type: 'phone', value: phone });
    if (this.has(c, traitsOf.account) || keys.length === 0) keys.push(this.anonymousId(c, day));
    return keys;
  }

  /** How the tills know the customer: by card, else by the mail address of the receipt, else not at all. */
  inStore(c: number): Identifier[] {
    const key = this.loyalty(c) ?? this.mailId(c);
    return key ? [key] : [];
  }

  /** How the e-shop knows the customer: signed in, or by browser and the mail address of the order. */
  online(c: number, day: number): Identifier[] {
    const mail = this.mailId(c);
    const first = this.has(c, traitsOf.account) ? this.userId(c) : this.anonymousId(c, day);
    return mail ? [first, mail] : [first];
  }

  /** How somebody who writes or calls is known. */
  contact(c: number): Identifier[] {
    const mail = this.mailId(c);
    if (mail) return [mail];
    const phone = this.phone(c);
    if (phone) return [{ type: 'phone', value: phone }];
    return this.inStore(c).length > 0 ? this.inStore(c) : [this.userId(c)];
  }
}
