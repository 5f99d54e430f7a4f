// What administrators meet: making, trying and changing webhooks; and the door that other systems send to.
import { createHash } from 'node:crypto';
import { frontDoorEndpoints as endpoints, type Webhook } from '@lyhord/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Access, seal, unseal, type Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Reading } from '../arrivals/reading.ts';
import { parseItems } from '../http/source-bodies.ts';
import { type ItemReaders, itemsOf, madeItem, mappedReader } from '../mapping/mapped-items.ts';
import { receiptOf } from '../recording/receipt.ts';
import type { Take } from '../recording/take.ts';
import { presets } from './presets.ts';
import { signatureFault } from './signatures.ts';
import { type WebhookRow, type WebhookStore, webhookStore } from './webhook-store.ts';

export interface WebhookParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly take: Take;
  readonly readers: ItemReaders;
  /** What a reader knows of a workspace beside the item. */
  readonly readingOf: (workspaceId: string) => Promise<Reading>;
}

const hashOfToken = (token: string) => createHash('sha256').update(token).digest('base64url');
const tokenBytes = 24;
export const webhookEndpoint = 'webhook';

export function webhookRoutes(parts: WebhookParts): Route<Viewer>[] {
  const store = webhookStore(parts.platform.ledger);
  return [
    listRoute(store),
    createRoute(parts, store),
    changeRoute(parts, store),
    tryRoute(parts),
    receiveRoute(parts, store),
  ];
}

const secretKey = (access: Access) => access.keyFor('webhook-secrets');

function listRoute(store: WebhookStore) {
  const shown = (
    row: WebhookRow,
  ): Omit<z.input<typeof Webhook>, 'lastArrivalAt' | 'accepted' | 'refused'> => {
    const { workspaceId: _, secretSealed, createdAt, ...rest } = row;
    return { ...rest, hasSecret: secretSealed !== null, createdAt: createdAt.toISOString() };
  };
  return route<typeof endpoints.listWebhooks, Viewer>(endpoints.listWebhooks, async (_, { viewer }) => {
    const [rows, arrivals] = await Promise.all([
      store.list(viewer.workspaceId),
      store.arrivals(viewer.workspaceId),
    ]);
    const webhooks = rows.map((row) => {
      const count = arrivals.get(row.sourceId);
      return {
        ...shown(row),
        lastArrivalAt: count?.lastAt?.toISOString() ?? null,
        accepted: count?.accepted ?? 0,
        refused: count?.refused ?? 0,
      };
    });
    return {
      webhooks,
      presets: Object.values(presets).map(({ preset, mapping, example, headers }) => ({
        ...{ preset, mapping, example, headers },
      })),
    };
  });
}

function createRoute({ platform, access }: WebhookParts, store: WebhookStore) {
  return route<typeof endpoints.createWebhook, Viewer>(
    endpoints.createWebhook,
    async ({ body }, { viewer }) => {
      const preset = body.preset ? presets[body.preset] : null;
      const mapping = body.mapping ?? preset?.mapping;
      if (!mapping) throw new Problem('invalid_input', { detail: 'A webhook needs a mapping or a preset.' });
      const signature = body.signature ?? preset?.preset ?? 'none';
      if (signature !== 'none' && body.secret === undefined) {
        throw new Problem('invalid_input', because('webhook_secret', { signature }));
      }
      const token = platform.ids.token(tokenBytes);
      const source = await access.madeSource(viewer.workspaceId, 'webhook', body.name);
      const id = platform.ids.next();
      await store.insert(
        {
          ...{
            id,
            workspaceId: viewer.workspaceId,
            sourceId: source.id,
            name: body.name,
            mapping,
            signature,
          },
          preset: body.preset,
          secretSealed: body.secret === undefined ? null : seal(secretKey(access), body.secret, id),
          active: true,
          createdAt: platform.clock.now(),
        },
        hashOfToken(token),
      );
      await access.audit(viewer, 'webhook.created', `webhook:${id}`, body.name);
      return { id, url: `${access.publicUrl()}/v1/hooks/${token}` };
    },
  );
}

function changeRoute({ access }: WebhookParts, store: WebhookStore) {
  return route<typeof endpoints.changeWebhook, Viewer>(
    endpoints.changeWebhook,
    async ({ params, body }, { viewer }) => {
      const before = await store.find(viewer.workspaceId, params.id);
      if (!before) throw new Problem('not_found');
      const { secret, name = before.name, ...rest } = body;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const secretSealed =
        secret === undefined ? before.secretSealed : seal(secretKey(access), secret, before.id);
      await store.update({ ...before, ...given, name, secretSealed });
      if (name !== before.name) await access.madeSource(viewer.workspaceId, 'webhook', name, before.sourceId);
      await access.audit(viewer, 'webhook.changed', `webhook:${before.id}`, Object.keys(body).join(', '));
    },
  );
}

function tryRoute({ readers, readingOf }: WebhookParts) {
  return route<typeof endpoints.tryWebhook, Viewer>(endpoints.tryWebhook, async ({ body }, { viewer }) => {
    const reading = await readingOf(viewer.workspaceId);
    const message = { body: body.body, headers: lowerCase(body.headers) };
    const read = mappedReader(body.mapping, readers);
    return {
      items: itemsOf(body.mapping, message)
        .slice(0, 50)
        .map((mapped) => {
          const made = madeItem(body.mapping, mapped)!;
          const judged = read(mapped, reading);
          const wrong = 'refused' in judged ? judged.refused : null;
          return {
            ...made,
            outcome: wrong ? ('refused' as const) : ('accepted' as const),
            field: wrong?.field ?? null,
            detail: wrong?.detail ?? null,
          };
        }),
    };
  });
}

function receiveRoute({ platform, access, take, readers }: WebhookParts, store: WebhookStore) {
  return route<typeof endpoints.receiveWebhook, Viewer>(
    endpoints.receiveWebhook,
    async ({ params }, { request }) => {
      const webhook = await store.findByToken(hashOfToken(params.token));
      if (!webhook?.active)
        throw new Problem('not_found', { detail: 'There is no webhook at this address.' });
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const secret = webhook.secretSealed && unseal(secretKey(access), webhook.secretSealed, webhook.id);
      const headers = headersOf(request);
      const now = platform.clock.now().getTime();
      const fault = signatureFault(webhook.signature, secret, headers, bytes, now);
      if (fault) throw new Problem('bad_signature', { detail: fault });
      const message = { body: parseItems(bytes), headers: topicHeaders(headers) };
      const origin = {
        workspaceId: webhook.workspaceId,
        sourceId: webhook.sourceId,
        endpoint: webhookEndpoint,
      };
      const items = itemsOf(webhook.mapping, message);
      const read = mappedReader(webhook.mapping, readers);
      return receiptOf(items.length === 0 ? [] : await take(origin, items, read, message.body));
    },
  );
}

const headersOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** Only headers that say what a message is about go on; those that sign it or name its sender do not. */
const topicHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => /^x-/.test(name) && !/signature|hmac|token|forwarded|real-ip|key|secret/.test(name),
    ),
  );

const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
