// A scenario made ready to be asked: what is in force at this place, on this day, at this hour, for this customer.
import { dayOf } from '../calendar/days.ts';
import { carriers } from '../company/carriers.ts';
import { products } from '../company/products.ts';
import { type SegmentKey, segmentKeys } from '../customers/segments.ts';
import { type Topic, topicIndex, topics } from '../experience/topics.ts';
import { isPlace, leafCodes, leavesUnder } from './place-tree.ts';
import { type Effect, type EffectKind, type Moment, ScenarioError, type ScenarioRead } from './scenario.ts';

export interface InForce<E extends Effect = Effect> {
  readonly effect: E;
  readonly from: number;
  /** Last day. */
  readonly to: number;
  readonly leaves: Uint8Array;
  readonly segmentMask: number;
  readonly weekdayMask: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly rampDays: number;
}
type Of<K extends EffectKind> = Extract<Effect, { kind: K }>;

export function dayOfMoment(moment: Moment, lastDay: number): number {
  return typeof moment === 'string' ? dayOf(moment) : lastDay - moment.daysBeforeEnd;
}

const bits = (numbers: readonly number[]): number => numbers.reduce((mask, n) => mask | (1 << n), 0);

export class Effects {
  private readonly byTopicAndLeaf: (InForce<Of<'topic'>>[] | undefined)[] = [];
  private readonly byKind = new Map<EffectKind, InForce[]>();

  constructor(scenario: ScenarioRead, lastDay: number) {
    for (const truth of scenario.truths) {
      const leaves = Uint8Array.from(leafCodes, () => 0);
      for (const code of leavesUnder(truth.places)) leaves[leafCodes.indexOf(code)] = 1;
      const from = dayOfMoment(truth.from, lastDay);
      const to = truth.to === undefined ? 10_000_000 : dayOfMoment(truth.to, lastDay);
      for (const effect of truth.effects) this.put(effect, from, to, leaves);
    }
  }

  private put(effect: Effect, from: number, to: number, leaves: Uint8Array): void {
    const segments = 'segments' in effect ? effect.segments : undefined;
    const hours = 'hours' in effect ? effect.hours : undefined;
    const weekdays = 'weekdays' in effect ? effect.weekdays : undefined;
    const inForce: InForce = {
      effect,
      from,
      to,
      leaves,
      segmentMask: segments ? bits(segments.map((key: SegmentKey) => segmentKeys.indexOf(key))) : 0xff,
      weekdayMask: weekdays ? bits(weekdays) : 0x7f,
      fromMinute: hours ? hours.from * 60 : 0,
      toMinute: hours ? hours.to * 60 : 1_440,
      rampDays: 'rampDays' in effect ? (effect.rampDays ?? 0) : 0,
    };
    const list = this.byKind.get(effect.kind) ?? [];
    list.push(inForce);
    this.byKind.set(effect.kind, list);
    if (effect.kind !== 'topic') return;
    for (let leaf = 0; leaf < leafCodes.length; leaf++) {
      if (!leaves[leaf]) continue;
      const cell = leaf * topics.length + topicIndex[effect.topic as Topic];
      const there = this.byTopicAndLeaf[cell] ?? [];
      there.push(inForce as InForce<Of<'topic'>>);
      this.byTopicAndLeaf[cell] = there;
    }
  }

  /** How much better or worse the topic is felt, in latent standard deviations. */
  topicShift(
    topic: number,
    leaf: number,
    day: number,
    weekday: number,
    minute: number,
    segment: number,
  ): number {
    const there = this.byTopicAndLeaf[leaf * topics.length + topic];
    if (!there) return 0;
    let shift = 0;
    for (const e of there) {
      if (day < e.from || day > e.to) continue;
      if (minute < e.fromMinute || minute >= e.toMinute) continue;
      if (!((e.segmentMask >> segment) & 1) || !((e.weekdayMask >> weekday) & 1)) continue;
      shift += e.effect.size * rampOf(e, day);
    }
    return shift;
  }

  /** What is in force of a kind at a leaf on a day; the same empty list where nothing is. */
  active<K extends EffectKind>(kind: K, leaf: number, day: number, segment = -1): readonly InForce<Of<K>>[] {
    const all = this.byKind.get(kind);
    if (!all) return nothing;
    let found: InForce[] | null = null;
    for (const e of all) {
      if (day < e.from || day > e.to || e.leaves[leaf] !== 1) continue;
      if (segment >= 0 && !((e.segmentMask >> segment) & 1)) continue;
      found ??= [];
      found.push(e);
    }
    return (found ?? nothing) as InForce<Of<K>>[];
  }

  /** Product of the factors in force. */
  factor(
    kind: 'support_wait' | 'visits' | 'answers' | 'renewal_drift',
    leaf: number,
    day: number,
    segment: number,
  ): number {
    if (!this.byKind.has(kind)) return 1;
    let product = 1;
    for (const e of this.active(kind, leaf, day, segment)) product *= e.effect.factor;
    return product;
  }
}

const nothing: never[] = [];

/** 0 … 1: how far an effect that comes gradually has come. */
export function rampOf(e: { from: number; rampDays: number }, day: number): number {
  return e.rampDays === 0 ? 1 : Math.min(1, (day - e.from + 1) / e.rampDays);
}

/** @throws ScenarioError where a place, carrier, product or period does not exist. */
export function checkScenario(scenario: ScenarioRead, firstDay: number, lastDay: number): void {
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const truth of scenario.truths) {
    const fault = (text: string): number => faults.push(`${truth.key}: ${text}`);
    if (keys.has(truth.key)) fault('this key is used twice');
    keys.add(truth.key);
    for (const code of truth.places ?? [])
      if (!isPlace(code)) fault(`there is no place "${code}"; places.json lists the codes`);
    const from = dayOfMoment(truth.from, lastDay);
    const to = truth.to === undefined ? lastDay : dayOfMoment(truth.to, lastDay);
    if (from > to) fault('it ends before it begins');
    if (to < firstDay || from > lastDay) fault('it lies outside the months that are generated');
    for (const effect of truth.effects) {
      if (effect.kind === 'late_delivery' && !carriers.some((c) => c.name === effect.carrier))
        fault(`there is no carrier "${effect.carrier}"; known are ${carriers.map((c) => c.name).join(', ')}`);
      if (effect.kind === 'product_fault' && !products.some((p) => p.name === effect.product))
        fault(`there is no product "${effect.product}"`);
      if (effect.kind === 'out_of_stock')
        for (const category of effect.categories)
          if (!products.some((p) => p.category === category)) fault(`there is no category "${category}"`);
      if (effect.kind === 'opening_hours' && effect.opens >= effect.closes)
        fault('opens must lie before closes');
    }
  }
  if (faults.length > 0) throw new ScenarioError(faults);
}
