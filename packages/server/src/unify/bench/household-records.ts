// A hard set: families of one household with one address, mostly one phone and often one e-mail; sons named after
// fathers, twins, siblings with names that sound alike, unknown birth dates; some persons twice, with typing errors.
import { type Random, shuffle, xoshiro128 } from '@lyhord/stats';
import type { MatchRecord } from '../matching/match-scheme.ts';
import type { LabelledRecords } from './febrl-records.ts';

const givenNames =
  'anna emma maria karin sara lena eva ida elin lisa hanna ella alma astrid ellen julia klara maja nora olivia signe stina tove vera wilma anne annika kristina kerstin lars erik karl anders johan per nils lennart mikael emil oskar axel hugo liam noah elias leo arvid viktor albin gustav filip isak ludvig jonas jon johannes kristoffer kristian mattias mats'.split(
    ' ',
  );
const beginnings =
  'and berg dahl ek fors gran hag lind lund nord ny os ros sand sjo strand sund wik ang oster'.split(' ');
const endings = 'berg gren qvist man strom lund stedt vall holm dal blad rot sten kulla by'.split(' ');
const streets = 'stor kyrko skol park ring bjork tall ek sjo kungs'.split(' ');

/** `households` families and who is whose duplicate; the same seed gives the same families. */
export function householdRecords(households: number, seed: number): LabelledRecords {
  const random = xoshiro128(seed);
  const records: MatchRecord[] = [];
  const persons: string[] = [];
  for (let household = 0; household < households; household += 1) {
    for (const [at, member] of familyOf(random, household).entries()) {
      const copies = random() < 0.2 ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        records.push(copy === 0 ? member : withErrors(random, member));
        persons.push(`${household}-${at}`);
      }
    }
  }
  const order = shuffle(random, [...records.keys()]);
  return { records: order.map((at) => records[at]!), persons: order.map((at) => persons[at]!) };
}

function familyOf(random: Random, household: number): MatchRecord[] {
  const family = pick(random, beginnings) + pick(random, endings);
  const digits = (most: number) => String(Math.floor(random() * most));
  const street = `${pick(random, streets)}gatan ${1 + (household % 60)}`;
  const postcode = String(10_000 + ((household * 37) % 80_000));
  const phone = `+4670${String(1_000_000 + household)}`;
  const email = `${family}.${digits(1000)}${household}@example.org`;
  const father = pick(random, givenNames);
  const size = 2 + Math.floor(random() * 4);
  // brothers and sisters have different names; at most one child has the father's
  const names = shuffle(random, givenNames).filter((name) => name !== father);
  const junior = random() < 0.15 ? 2 : -1;
  const twins = random() < 0.06;
  const twinBirth = birthIn(random, 1995, 20);
  return Array.from({ length: size }, (_, at) => {
    const child = at >= 2;
    const isTwin = child && twins;
    const given = at === 0 || at === junior ? father : names[at]!;
    return {
      given,
      family: random() < 0.95 ? family : pick(random, beginnings) + pick(random, endings),
      birth:
        random() < 0.25 ? '' : isTwin ? twinBirth : birthIn(random, child ? 1990 : 1955, child ? 25 : 25),
      street,
      postcode,
      email: random() < 0.4 ? email : random() < 0.3 ? '' : `${given}.${family}${household}${at}@example.org`,
      phone: random() < 0.8 ? phone : '',
    };
  });
}

function birthIn(random: Random, from: number, years: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = from + Math.floor(random() * years);
  return `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
}

/** One or two fields with a slip of the keyboard, or left out. */
function withErrors(random: Random, record: MatchRecord): MatchRecord {
  const changed: Record<string, string> = { ...record };
  for (let error = 0; error <= Number(random() < 0.5); error += 1) {
    const field = pick(random, Object.keys(record));
    changed[field] = random() < 0.25 ? '' : slip(random, changed[field] ?? '');
  }
  return changed;
}

function slip(random: Random, text: string): string {
  if (text.length < 2) return text;
  const at = Math.floor(random() * (text.length - 1));
  const kind = random();
  if (kind < 0.4) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  if (kind < 0.7) return text.slice(0, at) + text.slice(at + 1);
  return `${text.slice(0, at)}${/\d/.test(text[at]!) ? '7' : 'e'}${text.slice(at + 1)}`;
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;
