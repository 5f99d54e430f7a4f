// Promise: a tool that an admin has let in shows one customer's card to those who work in it, for minutes, and in its own
// pages only; every card that was opened stands in the audit.
import { type CardTool, cardEndpoints as endpoints } from '@lyhord/contract';
import type { FastifyReply } from 'fastify';
import { type Access, systemViewer, type Viewer } from '../../access/index.ts';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Page, readCustomer } from '../customers/read-customer.ts';
import { findProfile, type ProfileParts, readProfile } from '../profiles/read-profile.ts';
import { cardPage, cardPolicy, emptyCard } from './card-page.ts';
import { type CardClaims, readCardToken } from './card-token.ts';
import { type CardToolRow, cardToolStore } from './card-tool-store.ts';
import { type CardLanguage, cardWords, isCardLanguage } from './card-words.ts';

export interface CardParts {
  readonly platform: Pick<Platform, 'ledger' | 'clock' | 'ids'>;
  readonly access: Access;
  readonly profiles: () => ProfileParts;
}
const lookedAtForWords = 30;

export function customerCardRoutes({ platform, access, profiles }: CardParts): Route<Viewer>[] {
  const { clock, ids } = platform;
  const store = cardToolStore(platform.ledger);
  /** Made of the installation's secret and the tool's id, so that none is kept. */
  const secretOf = (id: string) => `lyc_${access.keyFor(`card ${id}`).toString('base64url')}`;
  const mustBe = (known: boolean) => {
    if (!known) throw new Problem('not_found');
  };

  /** Tools are used by people in service, who see what an agent of all places sees. */
  const agentOf = ({ workspaceId, name }: CardToolRow): Viewer => ({
    ...systemViewer(workspaceId),
    ...{ role: 'agent', name },
  });

  async function cardOf(tool: CardToolRow, claims: CardClaims, language: CardLanguage): Promise<string> {
    const viewer = agentOf(tool);
    const { type, value, ...more } = claims;
    const found = await (type === 'customer'
      ? readProfile(profiles(), viewer, value)
      : findProfile(profiles(), viewer, { type, value, ...more })
    ).catch(unlessUnknown);
    if (!found) return emptyCard(language, cardWords[language].unknown);
    const page = await readCustomer(profiles(), viewer, found.key, { limit: lookedAtForWords }).catch(
      unlessUnknown,
    );
    await access.audit(viewer, 'customer.card_opened', `customer:${found.key}`, tool.name);
    await store.used(tool.id, clock.now());
    return cardPage(language, {
      profile: found,
      lastSaid: lastSaid(page),
      cases: (page?.cases ?? []).filter(({ state }) => state !== 'closed'),
      address: `${access.publicUrl()}/customers/${found.key}`,
    });
  }

  async function open(id: string, token: string, language: CardLanguage, reply: FastifyReply) {
    const tool = await store.byId(id);
    const claims = tool ? readCardToken(secretOf(id), token, clock.now()) : 'unsigned';
    const refused = typeof claims === 'string';
    const html =
      tool && !refused
        ? await cardOf(tool, claims, language)
        : emptyCard(language, cardWords[language].refused[refused ? claims : 'unsigned']);
    sendFramed(reply, html, refused ? [] : tool!.origins, refused ? 410 : 200);
  }

  return [
    route<typeof endpoints.customerCard, Viewer>(
      endpoints.customerCard,
      async ({ params, query }, { request, reply }) => {
        const wishes = [query.lang, ...(request.headers['accept-language'] ?? '').split(','), 'en'];
        const language = wishes
          .map((wish) => wish?.trim().slice(0, 2).toLowerCase() ?? '')
          .find(isCardLanguage)!;
        await open(params.id, query.token, language, reply);
        return undefined;
      },
    ),
    route(endpoints.listCardTools, async (_, { viewer }) => ({
      tools: (await store.list(viewer.workspaceId)).map(shown),
    })),
    route(endpoints.addCardTool, async ({ body }, { viewer }) => {
      const id = ids.next();
      const { workspaceId } = viewer;
      await store.add({ id, workspaceId, name: body.name, origins: body.origins, createdAt: clock.now() });
      await access.audit(
        viewer,
        'card_tool.added',
        `card-tool:${id}`,
        `${body.name}: ${body.origins.join(', ')}`,
      );
      return { id, secret: secretOf(id), address: `${access.publicUrl()}/card/${id}` };
    }),
    route(endpoints.changeCardTool, async ({ params, body }, { viewer }) => {
      mustBe(await store.change(viewer.workspaceId, params.id, body.name, body.origins));
      await access.audit(viewer, 'card_tool.changed', `card-tool:${params.id}`, body.origins.join(', '));
    }),
    route(endpoints.removeCardTool, async ({ params }, { viewer }) => {
      mustBe(await store.remove(viewer.workspaceId, params.id));
      await access.audit(viewer, 'card_tool.removed', `card-tool:${params.id}`);
    }),
  ];
}

const shown = ({ id, name, origins, createdAt, lastUsedAt }: CardToolRow): CardTool => ({
  ...{ id, name, origins },
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

function unlessUnknown(error: unknown): null {
  if (error instanceof Problem && error.code === 'not_found') return null;
  throw error;
}

/** What the customer said last, with words where there are some. */
function lastSaid(page: Page | null) {
  const signals = (page?.timeline ?? []).flatMap((entry) => (entry.type === 'signal' ? [entry.signal] : []));
  return signals.find(({ text }) => text) ?? signals[0] ?? null;
}

/** The usual headers forbid frames altogether; this page names those that may. */
function sendFramed(reply: FastifyReply, html: string, origins: readonly string[], status: number): void {
  reply.removeHeader('x-frame-options');
  void reply
    .code(status)
    .headers({
      'content-security-policy': cardPolicy(origins),
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    .send(html);
}
