import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../access/index.ts';
import type { Call } from '../../platform/http/endpoints.ts';
import { sql } from '../../platform/stores/sql.ts';
import { addDays } from '../questions/calendar.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { plantHistory } from '../testing/planted-history.ts';

const today = '2026-06-30';
const from = addDays(today, -219);
let test: TestUnderstand;
let own: TestWorkspace;
const look = () => test.understand.lookForChanges(own.workspaceId);
const changes = (over = {}) => test.understand.listChanges(own.viewer(over), {});
/** The watch looks by itself, too: whichever look comes first tells a change, and the other tells nothing. */
const told = (count: number) =>
  expect
    .poll(async () => {
      await look();
      return (await changes()).changes.length;
    })
    .toBe(count);

beforeAll(async () => {
  test = await openUnderstand();
  test.platform.clock.set(`${today}T20:00:00Z`);
  own = await test.workspace();
  const places = ['lund', 'malmo', 'arhus', 'odense', 'eshop'].map(own.place);
  const history = { workspaceId: own.workspaceId, places, from, answersPerDay: 6, seed: 5 };
  const planted = [{ place: own.place('lund'), from: addDays(today, -35), share: 0.4, topic: 'queue' }];
  await plantHistory(test.platform, { ...history, days: 220, planted, commitNo: 1_000 });
  await test.understand.settled(own.workspaceId);
});
afterAll(() => test.close());

describe('a change', () => {
  it('is told once, where it is, with what it is about and who says so', async () => {
    await told(1);
    const { changes: found, watched, budgetPerMonth } = await changes();
    expect(watched).toBeGreaterThan(10);
    expect(budgetPerMonth).toBeGreaterThan(0);
    expect(found).toHaveLength(1);
    const [change] = found;
    expect(change).toMatchObject({ placeName: 'lund', metric: 'nps', direction: 'down', state: 'new' });
    const daysOff = Math.abs(Date.parse(change!.since) - Date.parse(addDays(today, -35))) / 86_400_000;
    expect(daysOff).toBeLessThanOrEqual(10);
    expect(change!.after.value).toBeLessThan(change!.before.value! - 20);
    expect(change!.size.high).toBeLessThan(0);
    expect(change!.evidence).toBeGreaterThan(1);
    expect(change!.likelyTopics[0]).toMatchObject({ topic: 'queue' });
    expect(change!.likelyTopics[0]!.share).toBeGreaterThan(0.4);
    expect(change!.quotes).toHaveLength(2);
    expect(change!.quotes[0]!.text).toContain('queue was negative');
    expect(change!.firstStep).toContain('waiting times');
  });

  it('is not told again by looking again, nor after the memory of the watch was lost', async () => {
    expect(await look()).toBe(0);
    await test.platform.ledger.query(
      sql`delete from detector_states where workspace_id = ${own.workspaceId}`,
    );
    await test.platform.ledger.query(sql`update detector_looks set plan = null, looked_to_commit = 0
      where workspace_id = ${own.workspaceId}`);
    expect(await look()).toBe(0);
  });

  it('elsewhere is unknown to a manager of another place, and counted at its own', async () => {
    expect((await changes({ role: 'manager', placeIds: [own.place('malmo')] })).changes).toEqual([]);
    expect((await changes({ role: 'manager', placeIds: [own.place('lund')] })).changes).toHaveLength(1);
    const overview = await test.understand.places(own.viewer(), { from, to: today, metric: 'nps' });
    expect(overview.rows.find(({ name }) => name === 'lund')?.openChanges).toBe(1);
    expect(overview.rows.find(({ name }) => name === 'malmo')?.openChanges).toBe(0);
    const pulse = await test.understand.pulse(own.viewer(), {
      from: addDays(today, -59),
      to: today,
      metric: 'nps',
    });
    expect(pulse.marks).toEqual([
      expect.objectContaining({ kind: 'change', label: expect.stringMatching(/^↓ lund: Queue/) }),
    ]);
  });

  it('belongs to somebody who may work on it and would see it; anybody else is refused in words', async () => {
    const [lead, manager, agent, analyst] = await test.access.demoPeople(
      own.workspaceId,
      [own.place('malmo')],
      'a long password',
    );
    const [change] = (await changes()).changes;
    const { handle } = test.understand.routes.find(({ endpoint }) => endpoint.id === 'judgeChange')!;
    const give = (ownerId: string) =>
      handle({ params: { id: change!.id }, query: {}, body: { state: 'taken', ownerId } }, {
        viewer: own.viewer(),
      } as Call<Viewer>);
    const owner = async () => (await changes()).changes[0]!.ownerId;
    await test.platform.ledger.query(sql`update members set active = false
      where workspace_id = ${own.workspaceId} and person_id = ${agent!.personId}`);
    const refused = (reason: string, values: object) => ({
      code: 'invalid_input',
      details: { reason, values },
    });
    for (const id of ['nobody', agent!.personId, analyst!.personId])
      await expect(give(id)).rejects.toMatchObject(refused('change_owner_unfit', { given: id }));
    const elsewhere = refused('change_owner_elsewhere', { name: manager!.name });
    await expect(give(manager!.personId)).rejects.toMatchObject(elsewhere);
    expect(await owner()).toBeNull();
    expect(await give(lead!.personId)).toMatchObject({ ownerName: 'Linnea Ek', state: 'taken' });
    expect(await owner()).toBe(lead!.personId);
  });

  it('that ends is told as one for the better, after new days only', async () => {
    test.platform.clock.set('2026-08-10T20:00:00Z');
    const places = ['lund', 'malmo', 'arhus', 'odense', 'eshop'].map(own.place);
    const history = {
      workspaceId: own.workspaceId,
      places,
      from: addDays(today, 1),
      answersPerDay: 6,
      seed: 6,
    };
    await plantHistory(test.platform, { ...history, days: 40, planted: [], commitNo: 1_001 });
    await test.understand.settled(own.workspaceId);
    await told(2);
    const { changes: found } = await changes();
    expect(found[0]).toMatchObject({ placeName: 'lund', direction: 'up' });
    expect(found).toHaveLength(2);
  });
});
