// What a text is written of, and how it fills the slots of phrases.
import type { Topic } from '../experience/topics.ts';
import type { RandomStream } from '../random.ts';
import type { Tongue } from './tongue.ts';

export interface Feeling {
  readonly topic: Topic;
  readonly good: boolean;
}

export interface Situation {
  tongue: Tongue;
  /** Latent experience as a whole, about −3 … 3. */
  mood: number;
  feelings: readonly Feeling[];
  scene: 'store' | 'online' | 'contact';
  /** What was bought, a product that is not eaten, and one with a plug: the same one where it fits. */
  product: string;
  thing: string;
  device: string;
  carrier: string;
  city: string;
  minutes: number;
  days: number;
  amount: string;
  more: string;
  fee: string;
  phone: string | null;
  mail: string | null;
  critical: 'safety' | 'legal' | 'leaving' | null;
}

/** The text for a slot; `{clause}` is the writer's own. */
export function fillSlot(slot: string, s: Situation, random: RandomStream): string {
  switch (slot) {
    case 'd':
      return random.pick(s.tongue.degrees);
    case 't':
      return random.chance(0.34) ? ` ${random.pick(s.tongue.times)}` : '';
    case 'name':
      return random.pick(s.tongue.names);
    case 'min':
      return String(s.minutes);
    case 'days':
      return String(s.days);
    case 'count':
      return String(random.between(12, 90) * 10);
    case 'few':
      return String(random.between(2, 6));
    case 'phone':
      return s.phone ?? '+46701740612';
    case 'mail':
      return s.mail ?? 'post@example.com';
    case 'product':
    case 'thing':
    case 'device':
    case 'carrier':
    case 'city':
    case 'amount':
    case 'more':
    case 'fee':
      return s[slot];
    default:
      throw new Error(`no slot is called {${slot}}`);
  }
}

/** +1 when all that is spoken of is good, −1 when all is bad, 0 when they mix. */
export function leaning(feelings: readonly Feeling[]): number {
  const good = feelings.filter((feeling) => feeling.good).length;
  return good === feelings.length ? 1 : good === 0 ? -1 : 0;
}
