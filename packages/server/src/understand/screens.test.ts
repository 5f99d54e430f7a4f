import { AlikeComments, PlacesOverview, Pulse, type SignalInput, TopicPage } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../access/index.ts';
import { metricDefinitions } from './metrics/definitions.ts';
import { noCounts, scoreOf } from './metrics/score.ts';
import { addDays } from './questions/calendar.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from './testing/open-understand.ts';
import { type RawSignal, rawSignals } from './testing/question-oracle.ts';
import { dayCount, firstDay, randomSignals } from './testing/random-signals.ts';
import { TopicNames } from './topics/topic-names.ts';

let test: TestUnderstand;
let own: TestWorkspace;
let raw: RawSignal[];
const period = { from: addDays(firstDay, dayCount / 2), to: addDays(firstDay, dayCount - 1) };
const inPeriod = ({ local_day }: RawSignal) => local_day >= period.from && local_day <= period.to;
const npsOf = (signals: readonly RawSignal[]) => {
  const values = signals.flatMap(({ answers }) => answers.filter(({ question }) => question === 'nps'));
  const count = (test: (value: number) => boolean) => values.filter(({ value }) => test(value)).length;
  const [promoters, detractors] = [count((value) => value >= 9), count((value) => value <= 6)];
  return {
    ...noCounts,
    n: values.length,
    promoters,
    detractors,
    passives: values.length - promoters - detractors,
  };
};
const manager = (...codes: string[]): Viewer =>
  own.viewer({ role: 'manager', placeIds: codes.map(own.place) });

beforeAll(async () => {
  test = await openUnderstand();
  test.platform.clock.set(`${addDays(firstDay, dayCount)}T12:00:00Z`);
  own = await test.workspace();
  const other = await test.workspace();
  await other.record(randomSignals(50, 32));
  await own.record(randomSignals(600, 31));
  await test.collect.recordEvents(own, [
    order('o1', 'lund', 30_000, 20_000, 'SEK', 'u1'),
    order('o2', 'lund', 10_000, null, 'SEK', 'u2'),
    order('o3', 'arhus', 9_900, 5_000, 'DKK', 'u1'),
    ...['s1', 's2', 's3', 's4'].map((id) => event(id, 'survey_sent')),
    event('s5', 'survey_answered'),
    { ...event('s6', 'survey_sent'), reference: 'invitation-6' },
    { ...event('v1', 'visit'), identifiers: [user('sad'), { type: 'email', value: 'sad@example.org' }] },
    {
      ...order('o4', 'malmo', 5_000, null, 'NOK', ''),
      identifiers: [{ type: 'email', value: 'sad@example.org' }],
    },
    order('o5', 'malmo', 7_000, null, 'NOK', 'glad'),
  ]);
  await own.record([
    { ...answer('sad', 1), conversation: 'invitation-6' },
    { ...answer('glad', 10), conversation: 'something else' },
  ]);
  raw = await rawSignals(test.platform.warehouse, own.workspaceId);
});
afterAll(() => test.close());

const user = (value: string) => ({ type: 'user_id' as const, value });
const answer = (who: string, value: number): SignalInput => ({
  ...{ messageId: `nps-${who}`, kind: 'survey', channel: 'email', place: 'malmo', identifiers: [user(who)] },
  ...{ happenedAt: `${period.from}T11:00:00Z`, answers: [{ question: 'nps', value }] },
});
function event(messageId: string, kind: string) {
  return {
    ...{ messageId, kind, name: kind, placeCode: 'lund', happenedAt: Date.parse(`${period.from}T10:00:00Z`) },
    ...{
      identifiers: [],
      channel: null,
      touchpoint: null,
      reference: null,
      amountMinor: null,
      costMinor: null,
    },
    ...{ currency: null, dueAt: null, waitSeconds: null, lines: [], properties: {} },
  };
}
function order(
  id: string,
  placeCode: string,
  amountMinor: number,
  costMinor: number | null,
  currency: string,
  name: string,
) {
  const identifiers = [user(name)];
  return { ...event(id, 'order_placed'), placeCode, amountMinor, costMinor, currency, identifiers };
}

describe('Pulse', () => {
  it('says score, course, parts, money and answer rate as the rows do', async () => {
    const pulse = Pulse.parse(await test.understand.pulse(own.viewer(), { ...period, metric: 'nps' }));
    const expected = scoreOf(metricDefinitions.nps, npsOf(raw.filter(inPeriod)));
    expect(pulse.score).toEqual(expected);
    expect(pulse.previous.n).toBe(npsOf(raw.filter((one) => one.local_day < period.from)).n);
    expect(pulse.difference!.value).toBeCloseTo(pulse.score.value! - pulse.previous.value!, 9);
    expect(pulse.trend.reduce((sum, { n }) => sum + n, 0)).toBe(expected.n);
    const web = raw.filter((one) => inPeriod(one) && one.channel === 'web');
    expect(pulse.channels.find(({ key }) => key === 'web')?.score.n).toBe(npsOf(web).n);
    expect(pulse.commented).toBe(raw.filter((one) => inPeriod(one) && one.has_text).length);
    expect(pulse.responses).toEqual({ asked: 5, answered: 2, rate: 0.4 });
    const nok = pulse.money.find(({ currency }) => currency === 'NOK');
    expect(nok).toMatchObject({ revenueMinor: 12_000, unhappyRevenueMinor: 5_000 });
    const sek = pulse.money.find(({ currency }) => currency === 'SEK');
    expect(sek).toMatchObject({ revenueMinor: 40_000, marginMinor: 10_000, orders: 2 });
    expect(pulse.money.map(({ currency }) => currency).sort()).toEqual(['DKK', 'NOK', 'SEK']);
  });

  it('contributions are the score with and without the comments of a topic', async () => {
    const { topics } = await test.understand.topics(own.viewer(), { ...period, metric: 'nps' });
    const commented = raw.filter((one) => inPeriod(one) && one.has_text);
    const points = (signals: readonly RawSignal[]) => {
      const { n, promoters, detractors } = npsOf(signals);
      return (100 * (promoters - detractors)) / n;
    };
    const tree = new TopicNames(shippedTopics);
    for (const { key, contribution, volume } of topics) {
      const below = tree.below(key);
      const names = (one: RawSignal) => one.mentions.some(({ aspect }) => below.includes(aspect));
      expect(volume, key).toBe(commented.filter(names).length);
      if (contribution === null) continue;
      const rest = commented.filter((one) => !names(one));
      expect(contribution.points, key).toBeCloseTo(points(commented) - points(rest), 8);
    }
    expect(topics.length).toBeGreaterThan(4);
  });

  it('and the question of the answer rate agree', async () => {
    const question = { metric: 'response_rate' as const, by: ['place' as const], period, limit: 10 };
    const { rows } = await test.understand.ask(own.viewer(), question);
    const lund = rows.find(({ keys }) => keys.place === own.place('lund'));
    expect(lund).toMatchObject({ n: 5, tooFew: true, value: null });
    const topics = test.understand.ask(own.viewer(), { ...question, by: ['topic'] });
    await expect(topics).rejects.toThrow('response_rate cannot be split by topic; it knows place');
  });

  it('of a manager is made of own places only, and of nobody else’s place at all', async () => {
    const pulse = await test.understand.pulse(manager('lund'), { ...period, metric: 'nps' });
    const lund = raw.filter((one) => inPeriod(one) && one.place_id === own.place('lund'));
    expect(pulse.score.n).toBe(npsOf(lund).n);
    expect(pulse.money.map(({ currency }) => currency)).toEqual(['SEK']);
    const foreign = test.understand.pulse(manager('lund'), {
      ...period,
      metric: 'nps',
      place: own.place('arhus'),
    });
    await expect(foreign).rejects.toThrow('you may not see it');
  });

  it('shows what was committed a moment ago, though the answer was remembered', async () => {
    const before = await test.understand.pulse(own.viewer(), { ...period, metric: 'csat' });
    await own.record([
      {
        ...{ messageId: 'now', kind: 'survey', channel: 'web', place: 'lund' },
        ...{ happenedAt: `${period.to}T10:00:00Z`, answers: [{ question: 'csat', value: 5 }] },
      },
    ]);
    const after = await test.understand.pulse(own.viewer(), { ...period, metric: 'csat' });
    expect(after.score.n).toBe(before.score.n + 1);
    raw = await rawSignals(test.platform.warehouse, own.workspaceId);
  });
});

describe('Places', () => {
  it.each(['nps', 'csat'] as const)('compare %s without ranking noise', async (metric) => {
    const overview = PlacesOverview.parse(await test.understand.places(own.viewer(), { ...period, metric }));
    const shown = overview.rows.map(({ name }) => name).sort();
    expect(shown).toEqual(['arhus', 'eshop', 'lund', 'malmo', 'odense']);
    for (const row of overview.rows) {
      const mine = raw.filter((one) => inPeriod(one) && one.place_id === row.placeId);
      expect(row.score.n).toBe(
        mine.flatMap((one) => one.answers).filter((one) => one.question === metric).length,
      );
      expect(row.shrunken.low!).toBeLessThan(row.shrunken.value!);
      expect(row.shrunken.high!).toBeGreaterThan(row.shrunken.value!);
    }
    expect(overview.distinguishable).toBe(overview.groups.length > 1);
    const inGroups = overview.groups.flatMap((group) => group.places);
    expect(new Set(inGroups).size).toBe(inGroups.length);
  });

  it('show a manager own places only', async () => {
    const { rows } = await test.understand.places(manager('lund', 'malmo'), { ...period, metric: 'nps' });
    expect(rows.map(({ name }) => name).sort()).toEqual(['lund', 'malmo']);
  });
});

describe('the feed', () => {
  it('pages through every signal that the viewer may see, once, newest first', async () => {
    const seen: string[] = [];
    let before: string | undefined;
    let last = '9999';
    do {
      const page = await test.understand.feed(manager('lund', 'odense'), { before, limit: 37 });
      for (const card of page.signals) {
        expect(card.happenedAt <= last).toBe(true);
        last = card.happenedAt;
        seen.push(card.id);
      }
      before = page.next ?? undefined;
    } while (before !== undefined);
    const allowed = [own.place('lund'), own.place('odense')];
    const expected = raw
      .filter(({ place_id }) => allowed.includes(place_id))
      .map(({ signal_id }) => signal_id);
    expect(seen.sort()).toEqual(expected.sort());
  });

  it('shows answers, text, mentions in place, and who said it', async () => {
    const where = JSON.stringify({ all: [{ words: 'queue rude' }, { field: 'has_text', is: true }] });
    const { signals } = await test.understand.feed(own.viewer(), { where, limit: 200 });
    expect(signals.length).toBeGreaterThan(3);
    for (const card of signals) {
      const row = raw.find(({ signal_id }) => signal_id === card.id)!;
      expect(card.text).toBe(row.text);
      expect(card.answers.map(({ question }) => question).sort()).toEqual(
        row.answers.map(({ question }) => question).sort(),
      );
      const queue = card.mentions.find(({ aspect }) => aspect === 'queue')!;
      expect(card.text!.slice(queue.start, queue.end).toLowerCase()).toContain('queue');
    }
    expect(signals.some(({ customerKey }) => customerKey !== null)).toBe(true);
  });

  it('names what is wrong with a filter', async () => {
    const feed = (where: string) => test.understand.feed(own.viewer(), { where, limit: 5 });
    await expect(feed('{')).rejects.toThrow('not JSON');
    await expect(feed('{"field":"colour","is":"red"}')).rejects.toThrow('a shape that is not known');
    await expect(feed('{"field":"channel","atLeast":3}')).rejects.toThrow('channel is not a number');
    await expect(feed('{"field":"has_text","is":"yes"}')).rejects.toThrow(
      '"yes" cannot be a value of has_text',
    );
  });
});

describe('a topic', () => {
  it('shows its course, places, different quotes and its own words', async () => {
    const route = test.understand.routes.find(({ endpoint }) => endpoint.id === 'readTopic')!;
    const call = { viewer: own.viewer() } as never;
    const answer = await route.handle(
      { params: { id: 'queue' }, query: { ...period, metric: 'nps' }, body: undefined } as never,
      call,
    );
    const page = TopicPage.parse(answer);
    expect(page.topic.volume).toBe(page.trend.reduce((sum, { volume }) => sum + volume, 0));
    expect(page.quotes.length).toBeGreaterThan(1);
    expect(new Set(page.quotes.map(({ text }) => text)).size).toBeGreaterThan(1);
    expect(page.quotes.every(({ mentions }) => mentions.some(({ aspect }) => aspect === 'queue'))).toBe(true);
    const unknown = route.handle(
      { params: { id: 'nothing' }, query: { ...period, metric: 'nps' }, body: undefined } as never,
      call,
    );
    await expect(unknown).rejects.toThrow('no topic "nothing"');
  });

  it('is spoken of by language, with all its comments in one language or another', async () => {
    const route = test.understand.routes.find(({ endpoint }) => endpoint.id === 'readTopic')!;
    const input = { params: { id: 'queue' }, query: { ...period, metric: 'nps' }, body: undefined } as never;
    const page = TopicPage.parse(await route.handle(input, { viewer: own.viewer() } as never));
    const languages = page.by.find(({ dimension }) => dimension === 'language')!.rows;
    expect(languages.reduce((sum, { volume }) => sum + volume, 0)).toBe(page.topic.volume);
  });

  it('shows once what many say alike, and to nobody a comment that they may not see', async () => {
    const route = test.understand.routes.find(({ endpoint }) => endpoint.id === 'alikeComments')!;
    const input = { params: { id: 'queue' }, query: { ...period, metric: 'nps' }, body: undefined } as never;
    const readBy = async (over = {}) =>
      AlikeComments.parse(await route.handle(input, { viewer: own.viewer(over) } as never));
    const all = await readBy();
    expect(all.groups.length).toBeGreaterThan(0);
    for (const { comments, example } of all.groups) {
      expect(comments).toBeGreaterThan(1);
      expect(example.mentions.some(({ aspect }) => aspect === 'queue')).toBe(true);
    }
    const placeId = own.place('lund');
    const lund = await readBy({ role: 'manager', placeIds: [placeId] });
    expect(lund.read).toBeLessThan(all.read);
    for (const { example, places } of lund.groups) {
      expect(example.placeId).toBe(placeId);
      expect(places.every((place) => place.placeId === placeId)).toBe(true);
    }
  });
});

describe('a correction', () => {
  it('lies over the mention for all readers, and can take it away', async () => {
    const correct = test.understand.routes.find(({ endpoint }) => endpoint.id === 'correctMention')!;
    const call = { viewer: own.viewer() } as never;
    const id = raw.find(({ mentions }) => mentions.some(({ aspect }) => aspect === 'queue'))!.signal_id;
    const read = async () => (await test.understand.signalCards(own.viewer(), [id]))[0]!;
    const { aspect, start, end } = (await read()).mentions.find((one) => one.aspect === 'queue')!;
    const said = { aspect, start, end, correctAspect: 'service', correctLabel: 'neutral' };
    await correct.handle({ params: { id }, query: undefined, body: said } as never, call);
    expect((await read()).mentions).toContainEqual(
      expect.objectContaining({ aspect: 'service', start, label: 'neutral' }),
    );
    const away = { ...said, aspect: 'service', correctAspect: null, correctLabel: null };
    await correct.handle({ params: { id }, query: undefined, body: { ...away } } as never, call);
    expect((await read()).mentions.some((one) => one.start === start && one.end === end)).toBe(false);
    const foreign = { params: { id }, query: undefined, body: { ...said, aspect: 'price' } } as never;
    await expect(correct.handle(foreign, call)).rejects.toThrow('no mention of "price"');
  });
});
