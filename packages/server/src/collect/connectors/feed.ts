// News and review feeds: RSS 2.0, RSS 1.0 and Atom 1.0.
import type { FeedSettings, Mapping } from '@lyhord/contract';
import { XMLParser } from 'fast-xml-parser';
import type { z } from 'zod';
import { hashOf, hexOf } from '../keys/key64.ts';
import type { Message } from '../mapping/mapped-items.ts';
import { plainText } from '../mapping/plain-text.ts';
import { momentOfFeed, textOfFeed } from './feed-text.ts';
import { type Fetched, type FetchFrom, FetchProblem, type State, type Way } from './fetching.ts';
import { marksOf, politeRequest } from './polite-request.ts';

type Settings = z.output<typeof FeedSettings>;
type Xml = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: false,
  maxNestedTags: 60,
  processEntities: { enabled: true, maxTotalExpansions: 500_000, maxExpandedLength: 8_000_000 },
});
const mostEntries = 1_000;

export const feedWay: Way<Settings> = {
  mapping: ({ signalKind, place }): Mapping => [
    {
      to: 'signal',
      when: {},
      item: {
        messageId: '$.id',
        kind: signalKind,
        channel: signalKind === 'review' ? 'review_site' : signalKind === 'comment' ? 'web' : 'social',
        happenedAt: '$.at',
        title: '$.title',
        text: '$.text',
        reference: '$.reference',
        answers: { $each: '$.stars', $item: { question: 'stars', value: '@' } },
        ...(place ? { place } : {}),
        properties: { link: '$.link' },
      },
    },
  ],
  async *pages({ settings, state, egress, now }: FetchFrom<Settings>): AsyncGenerator<Fetched> {
    const accept = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8';
    const { marks = {}, undated = {} } = state as FeedState;
    const reply = await politeRequest(egress, { url: settings.url, headers: { accept }, marks });
    if (reply === null) return;
    const seen: Record<string, string> = {};
    const messages = entriesOf(textOfFeed(reply), (name) => {
      seen[name] ??= undated[name] ?? now().toISOString();
      return seen[name];
    });
    yield { messages, state: { marks: marksOf(reply), undated: seen } };
  },
};

interface FeedState {
  readonly marks?: State;
  /** When entries without a date were first read: the same entry must not be another one next time. */
  readonly undated?: Readonly<Record<string, string>>;
}

/**
 * The entries of a feed; throws a FetchProblem where the text is none. `undatedAt` gives the moment of an entry that tells
 * none, by a name that stays the entry's own.
 */
export function entriesOf(xml: string, undatedAt: (name: string) => string): Message[] {
  if (/<!ENTITY/i.test(xml)) {
    throw new FetchProblem('The feed declares entities of its own, which no feed needs; it is not read.');
  }
  const root = parsed(xml);
  const rss = root.rss as Xml | undefined;
  const rdf = root['rdf:RDF'] as Xml | undefined;
  const channel = rss?.channel as Xml | undefined;
  const atom = root.feed as Xml | undefined;
  const entries = listOf(channel?.item ?? rdf?.item ?? atom?.entry);
  if (!channel && !rdf && !atom) {
    throw new FetchProblem('What stands at this address is not a feed (RSS or Atom); check it.');
  }
  return entries.slice(0, mostEntries).map((entry) => ({ body: entryOf(entry as Xml, undatedAt) }));
}

function parsed(xml: string): Xml {
  try {
    return parser.parse(xml) as Xml;
  } catch (error) {
    throw new FetchProblem(`The feed could not be read: ${(error as Error).message.slice(0, 200)}`);
  }
}

function entryOf(entry: Xml, undatedAt: (name: string) => string) {
  const link = linkOf(entry.link);
  const written = textOf(entry['content:encoded']) || textOf(entry.content) || textOf(entry.description);
  const text = plainText(written || textOf(entry.summary));
  const title = plainText(textOf(entry.title));
  const at = momentOfFeed(textOf(entry.pubDate ?? entry.published ?? entry.updated ?? entry['dc:date']));
  const id = textOf(entry.guid ?? entry.id) || link || undefined;
  const stars = Number(textOf(entry['im:rating']) || Number.NaN);
  return {
    ...(id ? { id: id.slice(0, 255), reference: id.slice(-120) } : {}),
    ...(link ? { link: link.slice(0, 500) } : {}),
    ...(title ? { title: title.slice(0, 500) } : {}),
    text: text.slice(0, 20_000),
    at: Number.isNaN(at) ? undatedAt(hexOf(hashOf(id ?? `${title}\n${text}`))) : new Date(at).toISOString(),
    ...(Number.isFinite(stars) ? { stars: [stars] } : {}),
  };
}

const listOf = (value: unknown): unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/** The text of an element, with or without attributes, and of all that stands in it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  if (value === null || typeof value !== 'object') return '';
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('@'))
    .map(([, member]) => (Array.isArray(member) ? member.map(textOf).join('\n') : textOf(member)))
    .join('\n')
    .trim();
}

function linkOf(value: unknown): string {
  const links = listOf(value);
  const chosen = links.find((one) => (one as Xml)?.['@rel'] === 'alternate') ?? links[0];
  if (typeof chosen === 'string') return chosen.trim();
  return String((chosen as Xml | undefined)?.['@href'] ?? '');
}
