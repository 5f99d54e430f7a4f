// Makes the demo company from the digital twin: people, places, 18 months of events and signals.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlaceInput } from '@lyhord/contract';
import type { RunningServer } from '@lyhord/server';
import { solvik, type Twin } from '@lyhord/twin';
import { ProgressBar } from '../commands/progress-bar.ts';
import { goalOf, setUpCompany } from './company-set-up.ts';
import type { DemoBatch, DemoOrder, DemoRequest } from './demo-batch.ts';

export interface DemoSize {
  readonly customers: number;
  readonly months: number;
  readonly seed: number;
}

const batchSizes = { eventsPerBatch: 100_000, signalsPerBatch: 4_000 };
const adminEmail = 'admin@solvik.example';

const markFile = (dataDir: string) => join(dataDir, 'demo.json');

interface DemoMark {
  readonly workspaceId: string;
  readonly request: DemoRequest;
}

/** True when filling was begun and did not come to its end. */
export const isDemoUnfinished = (dataDir: string): boolean => existsSync(markFile(dataDir));

/** Fills an empty data folder with Solvik. `keep` gets the words that say how to sign in before anything is filled. */
export async function fillDemo(
  server: RunningServer,
  size: DemoSize,
  keep: (signIn: string) => void,
): Promise<void> {
  const now = Date.now();
  const until = new Date(now).toISOString().slice(0, 10);
  const request: DemoRequest = { ...size, until, cutAt: now };
  const twin = solvik(request);
  const password = randomBytes(9).toString('base64url');
  const { workspaceId, personId } = await server.access.createWorkspace({
    name: 'Solvik',
    admin: { email: adminEmail, name: 'Demo Administrator', password },
    demo: true,
    settings: { currency: 'SEK', target: 45 },
  });
  keep(
    [
      `Sign in with ${adminEmail} and the password ${password}`,
      '(the same password for lead@, manager@, agent@ and analyst@solvik.example; demo data, everybody in it is invented)',
    ].join('\n'),
  );
  const places = await createPlaces(server, workspaceId, twin);
  await server.collect.reference.addRates(
    workspaceId,
    twin.rates.map(({ from, to, day, rate }) => ({ currency: from, quote: to, day, rate })),
  );
  await assignPeople(server, workspaceId, personId, places, twin, password);
  await setUpCompany(server, workspaceId, personId, places, twin);
  writeFileSync(markFile(server.dataDir), JSON.stringify({ workspaceId, request } satisfies DemoMark));
  await finishDemo(server);
}

/** Goes on where filling stopped: what was stored already is known again and changes nothing. */
export async function finishDemo(server: RunningServer): Promise<void> {
  const { workspaceId, request } = JSON.parse(readFileSync(markFile(server.dataDir), 'utf8')) as DemoMark;
  await fill(server, workspaceId, request);
  rmSync(markFile(server.dataDir));
}

/** Ids of the places by code. */
function createPlaces(server: RunningServer, workspaceId: string, twin: Twin): Promise<Map<string, string>> {
  const inputs = twin.places.map(
    ({ parentCode, ...place }): PlaceInput => ({
      ...place,
      parentId: parentCode,
      ownerId: null,
      target: goalOf(place.code),
    }),
  );
  return server.unify.createPlaces(workspaceId, inputs);
}

/** The demo's manager looks after stores with something to do today; cases of other places go to the lead. */
async function assignPeople(
  server: RunningServer,
  workspaceId: string,
  adminId: string,
  ids: ReadonlyMap<string, string>,
  twin: Twin,
  password: string,
): Promise<void> {
  const codes = (...kinds: string[]) =>
    twin.places.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
  const managed = twin.truth.storesWithTrouble.slice(0, 4);
  const idOf = (code: string) => ids.get(code)!;
  const people = await server.access.demoPeople(workspaceId, managed.map(idOf), password);
  const ownerOf = (role: string) => people.find((person) => person.role === role)!.personId;
  const owned: [string[], string][] = [
    [codes('organisation'), ownerOf('lead')],
    [codes('eshop', 'call_centre'), ownerOf('agent')],
    [managed, ownerOf('manager')],
  ];
  const admin = await server.access.viewerOf(workspaceId, adminId);
  for (const [list, ownerId] of owned) {
    for (const code of list) await server.unify.changePlace(admin!, idOf(code), { ownerId });
  }
}

async function fill(server: RunningServer, workspaceId: string, request: DemoRequest): Promise<void> {
  const twin = solvik(request);
  const sender = { workspaceId, sourceId: (await server.access.ownSource(workspaceId, 'import')).id };
  const days = (Date.parse(twin.until) - Date.parse(twin.from)) / 86_400_000;
  const bar = new ProgressBar('Demo company');
  let items = 0;
  let reached = 0;
  const order = { request, plan: await server.collect.preparingPlan(sender), ...batchSizes };
  const take = async ({ day, events, signals }: DemoBatch) => {
    await Promise.all([
      events && server.collect.fillPrepared(sender, events),
      signals.length > 0 && server.collect.fill(sender, { events: [], signals }),
    ]);
    items += (events?.count ?? 0) + signals.length;
    // answers travel in smaller blocks than events and are ahead of them
    reached = Math.max(reached, (Date.parse(day) - Date.parse(twin.from)) / 86_400_000 / days);
    bar.show(reached, `${items.toLocaleString('en')} items`);
  };
  await server.understand.whileFilling(workspaceId, async () => {
    await eachBatch(order, take);
    await server.collect.flush();
  });
  await server.understand.settled(workspaceId);
  await server.understand.lookForChanges(workspaceId);
  bar.end(`(${items.toLocaleString('en')} items)`);
}

/** Takes batches from the twin's thread; a few are under way at once, in order. */
async function eachBatch(order: DemoOrder, take: (batch: DemoBatch) => Promise<void>): Promise<void> {
  const worker = new Worker(new URL('./twin.worker.js', import.meta.url), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 192 },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const running = new Set<Promise<void>>();
      worker.on('error', reject);
      worker.on('message', (batch: DemoBatch | null) => {
        if (batch === null) {
          Promise.all(running).then(() => resolve(), reject);
          return;
        }
        const work = take(batch).then(() => worker.postMessage('next'));
        running.add(work);
        work.then(() => running.delete(work), reject);
      });
    });
  } finally {
    await worker.terminate();
  }
}
