// The composition of connectors: what is due is woken every minute and run as a job.
import { type Access, seal, unseal, type Viewer } from '../../access/index.ts';
import type { Route } from '../../platform/http/endpoints.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Reader } from '../arrivals/reading.ts';
import { type ItemReaders, mappedReader } from '../mapping/mapped-items.ts';
import type { Intake } from '../recording/intake.ts';
import { connectorRoutes } from './connector-routes.ts';
import { type ConnectorRow, connectorStore } from './connector-store.ts';
import { mappingOf, runConnector } from './run-connector.ts';

const wakeJob = 'collect.wake-connectors';
const runJob = 'collect.run-connector';

interface RunNow {
  readonly id: string;
  readonly when: 'due' | 'now';
}

export interface Connectors {
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  /** Runs a connector here and now; resolves when the run has ended. */
  run(id: string, when: 'due' | 'now'): Promise<void>;
  /** The reader of what came from a source; null where no connector has it. */
  readerOf(workspaceId: string, sourceId: string): Promise<Reader | null>;
}

export function createConnectors(
  platform: Platform,
  access: Access,
  intake: Intake,
  readers: ItemReaders,
): Connectors {
  const { ledger, jobs, clock, ids, egress, log } = platform;
  const store = connectorStore(ledger);
  const key = access.keyFor('connector-secrets');
  const now = () => clock.now();
  const parts = {
    ...{ store, record: intake.record, readers, egress, newId: ids.next, now, log },
    openSecret: ({ id, secretSealed }: ConnectorRow) => secretSealed && unseal(key, secretSealed, id),
  };
  const run = (id: string, when: RunNow['when']) => runConnector(parts, id, when);
  const order = (id: string, when: RunNow['when']) =>
    jobs.send<RunNow>(runJob, { id, when }, { singletonKey: id, retryLimit: 0 });

  return {
    routes: connectorRoutes({
      ...{ store, access, newId: ids.next, now },
      sealSecret: (id, secret) => seal(key, secret, id),
      runNow: (id) => order(id, 'now'),
    }),
    async start() {
      await jobs.work<RunNow>(runJob, async ({ id, when }) => {
        if (intake.writes()) await run(id, when);
      });
      await jobs.work(wakeJob, async () => {
        if (!intake.writes()) return;
        for (const id of await store.due(now())) await order(id, 'due');
      });
      await jobs.schedule(wakeJob, '* * * * *');
    },
    run,
    async readerOf(workspaceId, sourceId) {
      const row = await store.findBySource(workspaceId, sourceId);
      return row && mappedReader(mappingOf(row.settings), readers);
    },
  };
}
