import { type Filter, type Period, Question } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGround } from '../ground.ts';
import { noCounts } from '../metrics/score.ts';
import { addDays } from '../questions/calendar.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { type RawSignal, rawSignals } from '../testing/question-oracle.ts';
import { dayCount, firstDay, randomSignals } from '../testing/random-signals.ts';

// Malmö comes to the south; Odense is lent to the north for five days; nothing else moves.
const toSouth = addDays(firstDay, 22);
const lent = addDays(firstDay, 30);
const back = addDays(firstDay, 35);
const period: Period = { from: addDays(firstDay, 15), to: addDays(firstDay, dayCount - 1) };
const regionOf = (code: string, day: string): string | null => {
  if (code === 'lund' || code === 'north') return 'north';
  if (code === 'arhus' || code === 'south') return 'south';
  if (code === 'malmo') return day >= toSouth ? 'south' : 'north';
  if (code === 'odense') return day >= lent && day < back ? 'north' : 'south';
  return null;
};

let test: TestUnderstand;
let own: TestWorkspace;
let raw: RawSignal[];
const codeOf = (id: string) =>
  ['north', 'south', 'lund', 'malmo', 'arhus', 'odense', 'eshop'].find((code) => own.place(code) === id) ??
  '';
const of = (region: string, { from, to }: Period = period) =>
  raw.filter(
    ({ place_id, local_day }) =>
      local_day >= from && local_day <= to && regionOf(codeOf(place_id), local_day) === region,
  );
const answersTo = (question: string, signals: readonly RawSignal[]) =>
  signals.flatMap(({ answers }) => answers.filter((one) => one.question === question));

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const move = async (code: string, parent: string, moment: string) => {
    test.platform.clock.set(moment);
    await test.unify.changePlace(own.viewer(), own.place(code), { parentId: own.place(parent) });
  };
  // half past midnight where the place is, though not yet in UTC
  await move('malmo', 'south', `${addDays(toSouth, -1)}T23:30:00Z`);
  await move('odense', 'north', `${lent}T09:00:00Z`);
  await move('odense', 'south', `${back}T09:00:00Z`);
  test.platform.clock.set(`${addDays(firstDay, dayCount)}T12:00:00Z`);
  await own.record(randomSignals(700, 77));
  raw = await rawSignals(test.platform.warehouse, own.workspaceId);
});
afterAll(() => test.close());

const ask = async (over: object, viewer = own.viewer()) =>
  (await test.understand.ask(viewer, Question.parse({ metric: 'nps', period, limit: 10_000, ...over }))).rows;
const place = (code: string) => ({ place: own.place(code) });
const counted = async (over: object) => (await ask(over))[0]?.n ?? noCounts.n;

describe('a place that was moved', () => {
  it('counts for the region that it belonged to on each day', async () => {
    for (const region of ['north', 'south']) {
      const days = await ask({ ...place(region), by: ['day'] });
      const expected = new Map<string, number>();
      for (const one of of(region)) {
        const n = answersTo('nps', [one]).length;
        if (n > 0) expected.set(one.local_day, (expected.get(one.local_day) ?? 0) + n);
      }
      expect(new Map(days.map(({ keys, n }) => [keys.day, n])), region).toEqual(expected);
    }
  });

  it('leaves periods before and after as the tree stood then', async () => {
    const before = { from: firstDay, to: addDays(toSouth, -1) };
    const after = { from: back, to: period.to };
    for (const [region, then, stores] of [
      ['north', before, ['lund', 'malmo']],
      ['south', before, ['arhus', 'odense']],
      ['north', after, ['lund']],
      ['south', after, ['arhus', 'malmo', 'odense']],
    ] as const) {
      const rows = await ask({ ...place(region), by: ['place'], period: then });
      expect(rows.map(({ keys }) => codeOf(String(keys.place))).sort()).toEqual(stores);
      expect(await counted({ ...place(region), period: then })).toBe(
        answersTo('nps', of(region, then)).length,
      );
    }
  });

  it('answers the same from rows, from rollups, by filter and on every screen', async () => {
    const viewer = own.viewer();
    for (const region of ['north', 'south']) {
      const n = answersTo('nps', of(region)).length;
      const told = { field: 'place', is: own.place(region) } satisfies Filter;
      expect(await counted(place(region))).toBe(n);
      expect(await counted({ ...place(region), where: { field: 'hour', atLeast: 0 } })).toBe(n);
      expect(await counted({ where: told })).toBe(n);
      expect(await counted({ where: { all: [told, { field: 'hour', atLeast: 0 }] } })).toBe(n);
      const languages = await ask({ ...place(region), by: ['language'] });
      expect(languages.reduce((sum, row) => sum + row.n, 0)).toBe(n);
      const at = { ...place(region), ...period, metric: 'nps' as const };
      const pulse = await test.understand.pulse(viewer, at);
      expect(pulse.score.n).toBe(n);
      const earlier = { from: firstDay, to: addDays(period.from, -1) };
      expect(pulse.previous.n).toBe(answersTo('nps', of(region, earlier)).length);
      const texts = of(region).filter(({ has_text }) => has_text).length;
      expect(pulse.commented).toBe(texts);
      const { rows } = await test.understand.places(viewer, at);
      expect(rows.reduce((sum, row) => sum + row.score.n, 0)).toBe(n);
      expect(rows.map(({ placeId }) => codeOf(placeId))).toContain('malmo');
      const { signals } = await test.understand.feed(viewer, { ...place(region), ...period, limit: 500 });
      expect(signals.length).toBe(of(region).length);
    }
  });

  it('is in no region twice and in none missing: regions add up to the whole', async () => {
    for (const metric of ['nps', 'csat', 'sentiment', 'signals'] as const) {
      const parts = await Promise.all(
        ['north', 'south', 'eshop', 'chain'].map((code) => counted({ metric, ...place(code) })),
      );
      expect(parts[0]! + parts[1]! + parts[2]!, metric).toBe(parts[3]!);
    }
  });

  it('is asked for piece by piece only in a period within which it moved', async () => {
    const { platform, access, collect, unify } = test;
    const { placesBelow } = await createGround(platform, access, collect, unify).context(
      own.viewer(),
      period,
    );
    const quiet = { from: toSouth, to: addDays(lent, -1) };
    expect(placesBelow([own.place('south')], quiet)).toMatchObject({ spells: [] });
    const { spells } = placesBelow([own.place('south')], period);
    expect([...spells].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))).toEqual([
      { ids: [own.place('odense')], from: null, before: lent },
      { ids: [own.place('malmo')], from: toSouth, before: null },
      { ids: [own.place('odense')], from: back, before: null },
    ]);
    expect(placesBelow([own.place('chain')], period)).toMatchObject({ spells: [] });
  });

  it('is seen by who has it today, with all of its past, and by nobody else', async () => {
    const today = ['south', 'arhus', 'malmo', 'odense'].map(own.place);
    const manager = own.viewer({ role: 'manager', placeIds: today });
    expect((await ask({ by: ['place'] }, manager)).map(({ keys }) => keys.place)).toContain(
      own.place('malmo'),
    );
    expect((await ask(place('south'), manager))[0]!.n).toBe(answersTo('nps', of('south')).length);
    await expect(ask(place('north'), manager)).rejects.toThrow('you may not see it');
    const other = own.viewer({ role: 'manager', placeIds: ['north', 'lund'].map(own.place) });
    const lund = of('north').filter(({ place_id }) => codeOf(place_id) === 'lund');
    expect((await ask(place('north'), other))[0]!.n).toBe(answersTo('nps', lund).length);
  });

  it('is known to every question of a region', async () => {
    const viewer = own.viewer();
    const at = { ...place('south'), ...period, metric: 'nps' as const };
    const { topics } = await test.understand.topics(viewer, at);
    expect(topics.length).toBeGreaterThan(0);
    await test.understand.drivers(viewer, at);
    await test.understand.support(viewer, at);
    await test.understand.loyalty(viewer, { ...at, days: 90 });
    await test.understand.thanks(viewer, period, own.place('south'));
    await test.understand.segmentExperience(viewer, { ...at, part: 'lifeCycle' });
    for (const metric of ['revenue', 'contacts', 'retention', 'conversion'] as const) {
      await ask({ metric, ...place('south') });
    }
  });
});
