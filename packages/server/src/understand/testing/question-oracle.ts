// The answer to any question, computed the plain way: every row of the base tables, one by one, in TypeScript.
import { type Filter, type Question, touchpointStages } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { answerClasses, metricDefinitions } from '../metrics/definitions.ts';
import { addCounts, type Counts } from '../metrics/score.ts';
import { stepStart } from '../questions/calendar.ts';

export interface RawSignal {
  signal_id: string;
  place_id: string;
  touchpoint: string;
  channel: string;
  kind: string;
  language: string;
  campaign: string;
  score: number | null;
  sentiment: string;
  sentiment_score: number;
  flags: string[];
  has_text: boolean;
  source_id: string;
  local_day: string;
  local_minute: number;
  title: string;
  answers: { question: string; value: number }[];
  mentions: { aspect: string; label: string }[];
  text: string | null;
}

export async function rawSignals(warehouse: Warehouse, workspaceId: string): Promise<RawSignal[]> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const signals = await warehouse.query<RawSignal>(sql`select * from signals where ${mine}`);
  const answers = await warehouse.query<{ signal_id: string; question: string; value: number }>(
    sql`select signal_id, question, value from answers where ${mine}`,
  );
  const mentions = await warehouse.query<{ signal_id: string; aspect: string; label: string }>(
    sql`select signal_id, aspect, label from mentions where ${mine}`,
  );
  const texts = await warehouse.query<{ signal_id: string; text: string }>(
    sql`select signal_id, text from signal_texts where ${mine}`,
  );
  return signals.map((signal) => ({
    ...signal,
    answers: answers.filter((one) => one.signal_id === signal.signal_id),
    mentions: mentions.filter((one) => one.signal_id === signal.signal_id),
    text: texts.find((one) => one.signal_id === signal.signal_id)?.text ?? null,
  }));
}

export interface World {
  readonly signals: readonly RawSignal[];
  readonly places: readonly string[];
  below(placeId: string): readonly string[];
  topicsBelow(topic: string): readonly string[];
}
interface Item {
  readonly signal: RawSignal;
  readonly value: number | null;
  readonly keys: Record<string, string | number>;
  readonly counts: Counts;
}

/** Counts per group; the key is the JSON of the group's keys in the question's order. */
export function oracle(world: World, viewer: Viewer, question: Question): Map<string, Counts> {
  const definition = metricDefinitions[question.metric];
  const items = world.signals
    .filter((signal) => visible(world, viewer, question, signal))
    .flatMap((signal) => itemsOf(definition.question, question, signal))
    .filter(({ signal, value }) => !question.where || holds(world, question.where, signal, value));
  const groups = new Map<string, Counts[]>();
  for (const item of items) {
    const key = JSON.stringify(question.by.map((dimension) => item.keys[dimension]));
    groups.set(key, [...(groups.get(key) ?? []), item.counts]);
  }
  return new Map([...groups].map(([key, all]) => [key, addCounts(all)]));
}

function visible(world: World, viewer: Viewer, question: Question, signal: RawSignal): boolean {
  if (viewer.placeIds !== 'all' && !viewer.placeIds.includes(signal.place_id)) return false;
  if (question.place !== undefined && !world.below(question.place).includes(signal.place_id)) return false;
  return signal.local_day >= question.period.from && signal.local_day <= question.period.to;
}

function itemsOf(asked: string | null, question: Question, signal: RawSignal): Item[] {
  const topics = question.by.includes('topic')
    ? [...new Set(signal.mentions.map((mention) => mention.aspect))]
    : [''];
  return topics.flatMap((topic): Item[] => {
    const keys = keysOf(signal, topic);
    if (asked !== null) {
      return signal.answers
        .filter(({ question }) => question === asked || (asked.endsWith('.') && question.startsWith(asked)))
        .map(({ question: key, value }) => ({
          ...{ signal, value },
          keys: { ...keys, question: key },
          counts: answerCounts(asked, value),
        }));
    }
    if (question.metric === 'sentiment' && signal.sentiment === '' && topic === '') return [];
    const feeling = topic === '' ? signal.sentiment : prevailing(signal, topic);
    const counts = question.metric === 'signals' ? countOf('none', 0) : countOf(feeling, 0);
    return [{ signal, value: signal.score, keys, counts }];
  });
}

function prevailing(signal: RawSignal, topic: string): string {
  const own = signal.mentions.filter((mention) => mention.aspect === topic);
  const net = own.reduce(
    (sum, { label }) => sum + (label === 'positive' ? 1 : label === 'negative' ? -1 : 0),
    0,
  );
  return net > 0 ? 'positive' : net < 0 ? 'negative' : 'neutral';
}

function answerCounts(question: string, value: number): Counts {
  const { favourableFrom, unfavourableTo } = answerClasses[question]!;
  return countOf(
    value >= favourableFrom ? 'positive' : value <= unfavourableTo ? 'negative' : 'neutral',
    value,
  );
}

function countOf(feeling: string, value: number): Counts {
  const promoters = feeling === 'positive' ? 1 : 0;
  const detractors = feeling === 'negative' ? 1 : 0;
  const passives = feeling === 'none' ? 0 : 1 - promoters - detractors;
  return { n: 1, promoters, passives, detractors, total: value, totalSquares: value * value };
}

const keysOf = (signal: RawSignal, topic: string): Record<string, string | number> => ({
  place: signal.place_id,
  day: signal.local_day,
  week: stepStart(signal.local_day, 'week'),
  month: stepStart(signal.local_day, 'month'),
  hour: Math.floor(signal.local_minute / 60),
  touchpoint: signal.touchpoint,
  stage: touchpointStages[signal.touchpoint] ?? '',
  channel: signal.channel,
  kind: signal.kind,
  topic,
  language: signal.language,
  campaign: signal.campaign,
});

function holds(world: World, filter: Filter, signal: RawSignal, value: number | null): boolean {
  if ('all' in filter) return filter.all.every((one) => holds(world, one, signal, value));
  if ('any' in filter) return filter.any.some((one) => holds(world, one, signal, value));
  if ('not' in filter) return !holds(world, filter.not, signal, value);
  if ('words' in filter) return saysAll(signal, filter.words);
  if ('atLeast' in filter) return compares(filter.field, signal, value, (found) => found >= filter.atLeast);
  if ('atMost' in filter) return compares(filter.field, signal, value, (found) => found <= filter.atMost);
  const wanted = 'in' in filter ? filter.in : [filter.is];
  return wanted.some((one) => valuesOf(world, filter.field, signal, value).includes(one));
}

function saysAll(signal: RawSignal, words: string): boolean {
  const each = words.toLowerCase().split(/\s+/).filter(Boolean);
  const says = (text: string) => each.every((word) => text.toLowerCase().includes(word));
  return (signal.text !== null && says(signal.text)) || (signal.title !== '' && says(signal.title));
}

function compares(
  field: string,
  signal: RawSignal,
  value: number | null,
  test: (found: number) => boolean,
): boolean {
  const found =
    field === 'score'
      ? value
      : field === 'hour'
        ? Math.floor(signal.local_minute / 60)
        : signal.sentiment === ''
          ? null
          : signal.sentiment_score;
  return found !== null && test(found);
}

/** Every value with which a signal would be found under a field. */
function valuesOf(world: World, field: string, signal: RawSignal, value: number | null): unknown[] {
  if (field === 'place') return world.places.filter((id) => world.below(id).includes(signal.place_id));
  if (field === 'topic') return topicsAbove(world, signal);
  if (field === 'flag') return signal.flags;
  if (field === 'score') return value === null ? [] : [value];
  if (field === 'has_text') return [signal.has_text];
  if (field === 'source') return [signal.source_id];
  if (field === 'hour') return [Math.floor(signal.local_minute / 60)];
  return [signal[field as 'touchpoint']];
}

const topicsAbove = (world: World, signal: RawSignal): string[] => {
  const named = signal.mentions.map((mention) => mention.aspect);
  const parents = named.flatMap((key) => key.split('.')[0]!);
  return [...named, ...parents].filter((key) => world.topicsBelow(key).some((one) => named.includes(one)));
};
