// Promise: which identifiers and links this thread has met is known exactly, and asking costs neither a digest nor an
// object. Identifiers have numbers in the order in which they were met; a link is two numbers.
import { type Identifier, identifierTypes } from '@lyhord/contract';
import { noteEarlier } from '../commit/identity-rows.ts';
import type { KeyedAccount, KeyedIdentifier, Keyring } from '../identifiers/keyring.ts';
import { KeyList } from '../keys/key-list.ts';
import { KeyMap } from '../keys/key-map.ts';
import type { Key64 } from '../keys/key64.ts';

const nobody = -1;

export class MetIdentity {
  private readonly keyring: Keyring;
  /** Numbers by the value as it was said, for each type and what else its reading depends on. */
  private readonly said = new Map<string, Map<string, number>>();
  private readonly numbers = new KeyMap();
  private readonly keys = new KeyList();
  private readonly types: number[] = [];
  private readonly links = new KeyMap();

  constructor(keyring: Keyring) {
    this.keyring = keyring;
  }

  /** How many identifiers it has met. */
  get size(): number {
    return this.keys.length;
  }

  keyOf(number: number): Key64 {
    return this.keys.at(number);
  }

  /** The numbers of those that name somebody, each once, strongest first; `meet` hears of each new one. */
  read(
    named: readonly Identifier[],
    country: string | null,
    meet: (identifier: KeyedIdentifier) => void,
  ): number[] {
    const numbers: number[] = [];
    for (let at = 0; at < named.length; at += 1) {
      const number = this.numberOf(named[at]!, country, meet);
      if (number !== nobody && !numbers.includes(number)) numbers.push(number);
    }
    return numbers.length > 1 ? numbers.sort((a, b) => this.types[a]! - this.types[b]!) : numbers;
  }

  accountOf(named: string | null | undefined): KeyedAccount | null {
    return named ? this.keyring.account(named) : null;
  }

  /** True when the two have not been linked before, whichever way round, or not so early. */
  link(a: number, b: number, at: number): boolean {
    return noteEarlier(this.links, Math.min(a, b), Math.max(a, b), at);
  }

  private numberOf(
    identifier: Identifier,
    country: string | null,
    meet: (identifier: KeyedIdentifier) => void,
  ): number {
    const said = this.saidOf(identifier, country);
    const known = said.get(identifier.value);
    if (known !== undefined) return known;
    const read = this.keyring.read(identifier, country);
    const number = 'wrong' in read ? nobody : this.numberOfKey(read, meet);
    said.set(identifier.value, number);
    return number;
  }

  private saidOf({ type, namespace }: Identifier, country: string | null): Map<string, number> {
    const manner = type === 'phone' ? `phone ${country}` : namespace ? `${type} ${namespace}` : type;
    let said = this.said.get(manner);
    if (!said) {
      said = new Map();
      this.said.set(manner, said);
    }
    return said;
  }

  /** Two spellings of one identifier have one key, hence one number. */
  private numberOfKey(read: KeyedIdentifier, meet: (identifier: KeyedIdentifier) => void): number {
    const { high, low } = read.key;
    const known = this.numbers.get(high, low);
    if (known !== nobody) return known;
    const number = this.keys.add(read.key);
    this.numbers.set(high, low, number);
    this.types.push(identifierTypes.indexOf(read.type));
    meet(read);
    return number;
  }
}
