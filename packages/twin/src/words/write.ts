// Writes what people say of an experience: what stood out, in their language, in their manner.
import type { RandomStream } from '../random.ts';
import { blemish } from './blemish.ts';
import { type Fill, type Phrase, speak } from './grammar.ts';
import { type Feeling, fillSlot, leaning, type Situation } from './situation.ts';

export class Writer {
  private readonly random: RandomStream;
  private situation!: Situation;
  private readonly fill: Fill = (slot) =>
    slot === 'clause' ? this.clauses(this.situation) : fillSlot(slot, this.situation, this.random);

  constructor(random: RandomStream) {
    this.random = random;
  }

  /** A comment of one to sixty words. */
  comment(s: Situation): string {
    const { random } = this;
    const brief = s.critical === null && (s.feelings.length === 0 || random.chance(0.13));
    const text = brief ? this.line(this.briefWords(s), s) : this.account(s);
    const lean = brief ? 0 : leaning(s.feelings);
    const mood = lean > 0 ? Math.max(0.4, s.mood) : lean < 0 ? Math.min(0.2, s.mood) : s.mood;
    return blemish(text, random, mood, s.tongue.shortForms);
  }

  private briefWords(s: Situation): readonly Phrase[] {
    const { good, middling, bad } = s.tongue.short;
    return s.mood > 0.3 ? good : s.mood < -1.1 ? bad : middling;
  }

  private account(s: Situation): string {
    const { random } = this;
    const sentences: string[] = [];
    if (random.chance(0.2)) sentences.push(this.line(s.tongue.scenes[s.scene], s));
    sentences.push(this.body(s));
    if (s.critical) sentences.push(this.line(s.tongue.critical[s.critical], s));
    if (random.chance(0.22)) sentences.push(this.line(this.closing(s), s));
    return sentences.join(' ');
  }

  private closing(s: Situation): readonly Phrase[] {
    const { good, bad, any } = s.tongue.closers;
    const lean = leaning(s.feelings);
    if (this.random.chance(0.3)) return any;
    if (lean > 0 && s.mood > -0.3) return good;
    return lean < 0 && s.mood < 0.6 ? bad : any;
  }

  private body(s: Situation): string {
    const { random } = this;
    const clauses = this.clauses(s);
    if (!random.chance(0.17)) return `${capital(clauses)}.`;
    const { good, bad, any } = s.tongue.openers;
    const lean = random.chance(0.4) ? 0 : leaning(s.feelings);
    const opener = this.line(lean > 0 ? good : lean < 0 ? bad : any, s);
    return `${opener} ${/[.!?]$/.test(opener) ? capital(clauses) : clauses}.`;
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
    if (ironic && this.random.chance(0.06)) return this.line(ironic, s);
    const { good, bad } = s.tongue.clauses[feeling.topic];
    return this.line(feeling.good ? good : bad, s);
  }

  /** A message to customer service. */
  ticket(s: Situation): string {
    const { greetings, asks, farewells } = s.tongue.ticket;
    const { random } = this;
    const sentences: string[] = [];
    if (random.chance(0.75)) sentences.push(this.line(greetings, s));
    if (random.chance(0.4)) sentences.push(this.line(s.tongue.scenes[s.scene], s));
    this.situation = s;
    sentences.push(`${capital(this.clauses(s))}.`);
    if (s.critical) sentences.push(this.line(s.tongue.critical[s.critical], s));
    if (random.chance(0.85)) sentences.push(this.line(asks, s));
    if (random.chance(0.5)) sentences.push(this.line(farewells, s));
    return blemish(sentences.join(' '), random, 0, s.tongue.shortForms);
  }

  /** What a store's own people report: only topics that they have words for. */
  report(s: Situation): string {
    const seen = s.feelings.flatMap((feeling) => {
      const words = s.tongue.staff[feeling.topic];
      return words ? [this.line(feeling.good ? words.good : words.bad, s)] : [];
    });
    if (seen.length === 0) return '';
    const clause = seen
      .slice(0, 2)
      .map((text, i) => (i > 0 ? capital(text) : text))
      .join('. ');
    return this.frame(this.random.pick(s.tongue.report), clause);
  }

  private frame(phrase: Phrase, clause: string): string {
    const starts = phrase[0] !== undefined && typeof phrase[0] !== 'string' && 'slot' in phrase[0];
    const fill: Fill = (slot) => (slot === 'clause' ? clause : this.fill(slot));
    const text = sentences(speak(phrase, this.random, fill));
    return starts ? capital(text) : text;
  }

  /** A post, a note of a call, a last word: one phrase of a list, with every sentence beginning as it should. */
  note(phrases: readonly Phrase[], s: Situation): string {
    return capital(sentences(this.line(phrases, s)));
  }

  /** One phrase of a list, spoken. */
  line(phrases: readonly Phrase[], s: Situation): string {
    this.situation = s;
    return speak(this.random.pick(phrases), this.random, this.fill);
  }
}

function sentences(text: string): string {
  return text.replace(
    /([.!?]) (\p{Ll})/gu,
    (_, stop: string, letter: string) => `${stop} ${letter.toUpperCase()}`,
  );
}

export function capital(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}
