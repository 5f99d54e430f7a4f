// One customer meeting the company once: how each topic is felt, and what it makes of the whole. The causes of all else.
import { weekdayOf } from '../calendar/days.ts';
import type { Population } from '../customers/population.ts';
import { fixedShare, normalOf, type RandomStream } from '../random.ts';
import type { Effects } from '../scenario/effects.ts';
import { leafCodes } from '../scenario/place-tree.ts';
import type { Feeling } from '../words/situation.ts';
import {
  ordinaryLevel,
  type Topic,
  type Touchpoint,
  topicIndex,
  topics,
  touchpoints,
  weights,
} from './topics.ts';

interface Profile {
  readonly topics: Int8Array;
  readonly weights: Float32Array;
}

const profiles: readonly Profile[] = touchpoints.map((touchpoint) => {
  const entries = Object.entries(weights[touchpoint]) as [Topic, number][];
  return {
    topics: Int8Array.from(entries, ([topic]) => topicIndex[topic]),
    weights: Float32Array.from(entries, ([, weight]) => weight),
  };
});
const touchpointIndex = new Map<Touchpoint, number>(touchpoints.map((touchpoint, i) => [touchpoint, i]));
const levels = Float32Array.from(topics, (topic) => ordinaryLevel[topic]);

export class Moment {
  /** How each topic is felt now; only those of the touchpoint are set. */
  readonly felt = new Float32Array(topics.length);
  /** The whole, in latent standard deviations: near a standard normal over all customers. */
  mood = 0;
  private readonly lasting: Float32Array;
  private readonly effects: Effects;
  private readonly population: Population;
  private readonly random: RandomStream;
  private readonly extra = new Float32Array(topics.length);
  private readonly salience = new Float64Array(topics.length);
  private profile: Profile = profiles[0]!;

  constructor(seed: number, effects: Effects, population: Population, random: RandomStream) {
    this.effects = effects;
    this.population = population;
    this.random = random;
    this.lasting = Float32Array.from(
      { length: leafCodes.length * topics.length },
      (_, cell) => 0.22 * normalOf(fixedShare(seed, cell, 90)),
    );
  }

  /** Something that happened to this customer: felt when the moment is lived, then forgotten. */
  add(topic: Topic, size: number): void {
    this.extra[topicIndex[topic]]! += size;
  }

  live(touchpoint: Touchpoint, leaf: number, customer: number, day: number, minute: number): number {
    const { random, felt, extra } = this;
    const profile = profiles[touchpointIndex.get(touchpoint)!]!;
    this.profile = profile;
    const disposition = this.population.disposition[customer]!;
    const segment = this.population.segment[customer]!;
    const weekday = weekdayOf(day);
    let sum = 0;
    let sorest = 0;
    for (let i = 0; i < profile.topics.length; i++) {
      const topic = profile.topics[i]!;
      const shift = this.effects.topicShift(topic, leaf, day, weekday, minute, segment);
      const level = levels[topic]! + this.lasting[leaf * topics.length + topic]! + shift + extra[topic]!;
      const feeling = level + 0.25 * disposition + 0.75 * random.normal();
      felt[topic] = feeling;
      sum += profile.weights[i]! * feeling;
      if (feeling < -0.9) sorest += (0.25 + profile.weights[i]!) * (feeling + 0.9);
    }
    extra.fill(0);
    // A single sore point pulls more than many small pleasures lift (Baumeister et al. 2001, "Bad is stronger than good").
    this.mood = 0.12 + 1.05 * (sum - 0.15) + 0.75 * sorest + 0.42 * disposition + 0.45 * random.normal();
    return this.mood;
  }

  /** What those see who stand in the store all day: only what differs from an ordinary week. */
  observe(leaf: number, day: number, minute: number): void {
    const profile = profiles[0]!;
    const weekday = weekdayOf(day);
    this.profile = profile;
    this.mood = 0;
    for (let i = 0; i < profile.topics.length; i++) {
      const topic = profile.topics[i]!;
      const shift = this.effects.topicShift(topic, leaf, day, weekday, minute, 0);
      this.felt[topic] =
        1.5 * this.lasting[leaf * topics.length + topic]! + shift + 0.4 * this.random.normal();
      this.mood += profile.weights[i]! * this.felt[topic]!;
    }
  }

  /** What stands out enough to be written, most telling first. */
  feelings(count: number, random: RandomStream): Feeling[] {
    const { profile, felt, salience } = this;
    let total = 0;
    for (let i = 0; i < profile.topics.length; i++) {
      const feeling = felt[profile.topics[i]!]!;
      const tellsOfMood = feeling * this.mood > 0 ? 1.5 : 0.7;
      salience[i] =
        (0.02 + profile.weights[i]!) * Math.exp(0.95 * Math.min(3, Math.abs(feeling - 0.1))) * tellsOfMood;
      total += salience[i]!;
    }
    const said: Feeling[] = [];
    for (let k = 0; k < count && k < profile.topics.length; k++) {
      let target = random.share() * total;
      let i = 0;
      while (i < profile.topics.length - 1 && target >= salience[i]!) {
        target -= salience[i]!;
        i++;
      }
      const topic = profile.topics[i]!;
      const lean = 3 * (felt[topic]! + 0.45 * this.mood);
      said.push({ topic: topics[topic]!, good: random.chance(1 / (1 + Math.exp(-lean))) });
      total -= salience[i]!;
      salience[i] = 0;
    }
    return said;
  }
}
