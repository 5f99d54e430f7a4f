import { type Connector, type ConnectorSettings, frontDoorEndpoints as endpoints } from '@lyhord/contract';
import type { z } from 'zod';
import type { Access, Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { canonicalJson } from '../keys/canonical-json.ts';
import type { ConnectorRow, ConnectorStore, RunRow } from './connector-store.ts';

export interface ConnectorRouteParts {
  readonly store: ConnectorStore;
  readonly access: Access;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly sealSecret: (id: string, secret: string) => string;
  readonly runNow: (id: string) => Promise<void>;
}

export function connectorRoutes(parts: ConnectorRouteParts): Route<Viewer>[] {
  const { store, access } = parts;
  const get = async (viewer: Viewer, id: string) => {
    const row = await store.find(viewer.workspaceId, id);
    if (!row) throw new Problem('not_found');
    return row;
  };
  return [
    route(endpoints.listConnectors, async (_, { viewer }) => {
      const [rows, runs] = await Promise.all([
        store.list(viewer.workspaceId),
        store.runs(viewer.workspaceId),
      ]);
      return { connectors: rows.map((row) => shown(row, runs, parts.now())) };
    }),
    route(endpoints.createConnector, async ({ body }, { viewer }) => {
      needSecret(body.settings, body.secret);
      const source = await access.madeSource(viewer.workspaceId, 'connector', body.name);
      const id = parts.newId();
      const row = {
        ...{
          id,
          workspaceId: viewer.workspaceId,
          sourceId: source.id,
          name: body.name,
          settings: body.settings,
        },
        secretSealed: body.secret === undefined ? null : parts.sealSecret(id, body.secret),
        ...{ state: {}, everyMinutes: body.everyMinutes, paused: false, failures: 0, runningUntil: null },
        nextRunAt: parts.now(),
      };
      await store.insert(row, parts.now());
      await access.audit(viewer, 'connector.created', `connector:${id}`, body.name);
      await parts.runNow(id);
      return { id };
    }),
    route(endpoints.changeConnector, async ({ params, body }, { viewer }) => {
      const before = await get(viewer, params.id);
      const { after, anew } = changed(before, body, parts);
      await store.update(after, anew);
      if (after.name !== before.name)
        await access.madeSource(viewer.workspaceId, 'connector', after.name, before.sourceId);
      await access.audit(viewer, 'connector.changed', `connector:${before.id}`, Object.keys(body).join(', '));
    }),
    route(endpoints.runConnector, async ({ params }, { viewer }) => {
      const { id } = await get(viewer, params.id);
      await parts.runNow(id);
    }),
  ];
}

function needSecret(settings: ConnectorSettings, secret: string | undefined): void {
  if (settings.kind === 'imap' && secret === undefined) {
    throw new Problem('invalid_input', because('mailbox_password'));
  }
}

type Change = z.output<typeof endpoints.changeConnector.body>;

/** Another address begins anew; what was read from it before is known by its ids. */
function changed(before: ConnectorRow, change: Change, parts: ConnectorRouteParts) {
  const { secret, settings, everyMinutes, paused, name } = change;
  const anew = settings !== undefined && canonicalJson(settings) !== canonicalJson(before.settings);
  const soon = anew || secret !== undefined || (before.paused && paused === false);
  const after: ConnectorRow = {
    ...before,
    name: name ?? before.name,
    settings: settings ?? before.settings,
    secretSealed: secret === undefined ? before.secretSealed : parts.sealSecret(before.id, secret),
    everyMinutes: everyMinutes ?? before.everyMinutes,
    paused: paused ?? before.paused,
    failures: soon ? 0 : before.failures,
    nextRunAt: soon ? parts.now() : before.nextRunAt,
  };
  return { after, anew };
}

function shown(row: ConnectorRow, runs: readonly RunRow[], now: Date): z.input<typeof Connector> {
  return {
    ...{ id: row.id, sourceId: row.sourceId, name: row.name, settings: row.settings },
    ...{ everyMinutes: row.everyMinutes, paused: row.paused, failures: row.failures },
    hasSecret: row.secretSealed !== null,
    running: row.runningUntil !== null && row.runningUntil > now,
    nextRunAt: row.paused ? null : row.nextRunAt.toISOString(),
    runs: runs
      .filter((run) => run.connectorId === row.id)
      .map(({ connectorId: _, startedAt, endedAt, ...run }) => ({
        ...run,
        startedAt: startedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      })),
  };
}
