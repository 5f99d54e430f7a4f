// Writes what a customer says of an experience: what stood out, in their language, in their manner.
import type { Topic } from '../experience/topics.ts';
import type { RandomStream } from '../random.ts';
import { blemish } from './blemish.ts';
import { type Fill, type Phrase, speak } from './grammar.ts';
import type { Tongue } from './tongue.ts';

export interface Feeling {
  readonly topic: Topic;
  readonly good: boolean;
}

/** What can be named in a text. */
export interface Situation {
  tongue: Tongue;
  /** Latent experience as a whole, about −3 … 3. */
  mood: number;
  feelings: readonly Feeling[];
  scene: 'store' | 'online' | 'contact';
  product: string;
  carrier: string;
  city: string;
  minutes: number;
  days: number;
  amount: string;
  phone: string | null;
  mail: string | null;
  critical: 'safety' | 'legal' | 'leaving' | null;
}

export class Writer {
  private readonly random: RandomStream;

  constructor(random: RandomStream) {
    this.random = random;
  }

  private fillFor(s: Situation): Fill {
    const { random } = this;
    return (slot) => {
      switch (slot) {
        case 'd':
          return random.pick(s.tongue.degrees);
        case 't':
          return random.chance(0.34) ? ` ${random.pick(s.tongue.times)}` : '';
        case 'product':
          return s.product;
        case 'carrier':
          return s.carrier;
        case 'city':
          return s.city;
        case 'min':
          return String(s.minutes);
        case 'days':
          return String(s.days);
        case 'amount':
          return s.amount;
        case 'name':
          return random.pick(s.tongue.names);
        case 'phone':
          return s.phone ?? '+46701740612';
        case 'mail':
          return s.mail ?? 'kund@example.com';
        case 'clause':
          return this.clauses(s);
        default:
          throw new Error(`no slot is called {${slot}}`);
      }
    };
  }

  /** One to sixty words. */
  comment(s: Situation): string {
    const { random } = this;
    const brief = random.share();
    if (s.critical === null && (s.feelings.length === 0 || brief < 0.13)) {
      return blemish(this.say(this.shortFor(s), s), random, s.mood, s.tongue.shortForms);
    }
    const sentences: string[] = [];
    if (random.chance(0.2)) sentences.push(this.say(random.pick(s.tongue.scenes[s.scene]), s));
    sentences.push(this.body(s));
    if (s.critical) sentences.push(this.say(random.pick(s.tongue.critical[s.critical]), s));
    if (random.chance(0.22)) sentences.push(this.say(random.pick(this.closersFor(s)), s));
    return blemish(sentences.join(' '), random, s.mood, s.tongue.shortForms);
  }

  private shortFor(s: Situation): Phrase {
    const { good, middling, bad } = s.tongue.short;
    return this.random.pick(s.mood > 0.45 ? good : s.mood < -0.75 ? bad : middling);
  }

  private closersFor(s: Situation): readonly Phrase[] {
    const { good, bad, any } = s.tongue.closers;
    if (this.random.chance(0.3)) return any;
    return s.mood > 0 ? good : bad;
  }

  private body(s: Situation): string {
    const { random } = this;
    let opener = '';
    if (random.chance(0.17)) {
      const { good, bad, any } = s.tongue.openers;
      opener = this.say(random.pick(random.chance(0.4) ? any : s.mood > 0 ? good : bad), s);
    }
    const clauses = this.clauses(s);
    const starts = opener === '' || /[.!?]$/.test(opener);
    return `${opener}${opener === '' ? '' : ' '}${starts ? capital(clauses) : clauses}.`;
  }

  /** The feelings as joined clauses, without the last stop. */
  private clauses(s: Situation): string {
    const { random } = this;
    let text = '';
    let before: boolean | null = null;
    for (const feeling of s.feelings) {
      const clause = this.clauseOf(feeling, s);
      if (before === null) text = clause;
      else if (before !== feeling.good && random.chance(0.72)) text += random.pick(s.tongue.but) + clause;
      else if (before === feeling.good && random.chance(0.55)) text += random.pick(s.tongue.and) + clause;
      else text += `. ${capital(clause)}`;
      before = feeling.good;
    }
    return text;
  }

  private clauseOf(feeling: Feeling, s: Situation): string {
    const ironic = feeling.good ? undefined : s.tongue.irony[feeling.topic];
    if (ironic && this.random.chance(0.06)) return this.say(this.random.pick(ironic), s);
    const { good, bad } = s.tongue.clauses[feeling.topic];
    return this.say(this.random.pick(feeling.good ? good : bad), s);
  }

  /** A message to customer service. */
  ticket(s: Situation): string {
    const { greetings, asks, farewells } = s.tongue.ticket;
    const { random } = this;
    const greeting = random.chance(0.75) ? `${this.say(random.pick(greetings), s)} ` : '';
    const scene = random.chance(0.4) ? `${this.say(random.pick(s.tongue.scenes[s.scene]), s)} ` : '';
    const critical = s.critical ? ` ${this.say(random.pick(s.tongue.critical[s.critical]), s)}` : '';
    const ask = random.chance(0.85) ? ` ${this.say(random.pick(asks), s)}` : '';
    const farewell = random.chance(0.5) ? ` ${this.say(random.pick(farewells), s)}` : '';
    return blemish(
      `${greeting}${scene}${capital(this.clauses(s))}.${critical}${ask}${farewell}`,
      random,
      0,
      s.tongue.shortForms,
    );
  }

  /** One phrase of a list, spoken: titles, posts, notes. */
  line(phrases: readonly Phrase[], s: Situation): string {
    return this.say(this.random.pick(phrases), s);
  }

  /** One clause of a list as a sentence of its own. */
  sentence(clauses: readonly Phrase[], s: Situation): string {
    return `${capital(this.line(clauses, s))}.`;
  }

  private say(phrase: Phrase, s: Situation): string {
    return speak(phrase, this.random, this.fillFor(s));
  }
}

export function capital(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}
