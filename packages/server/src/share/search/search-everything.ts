// One box for everything: places, topics, customers, comments and cases, each as its own step finds it.
import { type ReplyOf, type shareEndpoints, unifyEndpoints } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { ShareParts } from '../share-parts.ts';

type Hit = ReplyOf<typeof shareEndpoints.search>['hits'][number];
const mostOfEach = 5;
const fewestLetters = 2;
const excerptLength = 120;

export async function searchEverything(parts: ShareParts, viewer: Viewer, typed: string): Promise<Hit[]> {
  const words = typed.trim();
  if (words.length < fewestLetters) return [];
  const found = await Promise.all([
    places(parts, viewer, words),
    topics(parts, viewer, words),
    cases(parts, viewer, words),
    customers(parts, viewer, words),
    comments(parts, viewer, words),
  ]);
  return found.flatMap((hits) => hits.slice(0, mostOfEach));
}

async function places({ unify }: ShareParts, viewer: Viewer, words: string): Promise<Hit[]> {
  const wanted = words.toLowerCase();
  const all = await unify.listPlaces(viewer);
  const starts = (name: string) => Number(name.toLowerCase().startsWith(wanted));
  return all
    .filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(wanted))
    .sort((a, b) => starts(b.name) - starts(a.name))
    .map(({ id, name, kind }) => ({ kind: 'place', id, label: name, detail: kind }));
}

async function topics({ understand }: ShareParts, viewer: Viewer, words: string): Promise<Hit[]> {
  const found = await understand.findTopics(viewer, words);
  return found.map(({ key, label }) => ({ kind: 'topic', id: key, label, detail: null }));
}

async function cases({ act }: ShareParts, viewer: Viewer, words: string): Promise<Hit[]> {
  const found = await act.findCases(viewer, words);
  return found.map(({ id, number, title, placeName }) => ({
    kind: 'case',
    id,
    label: `#${number} ${title}`,
    detail: placeName,
  }));
}

async function customers({ unify }: ShareParts, viewer: Viewer, words: string): Promise<Hit[]> {
  const route = unify.routes.find(({ endpoint }) => endpoint.id === unifyEndpoints.findCustomers.id)!;
  const input = { params: undefined, query: { search: words, limit: mostOfEach }, body: undefined };
  const answer = (await route.handle(input, { viewer } as Parameters<typeof route.handle>[1])) as ReplyOf<
    typeof unifyEndpoints.findCustomers
  >;
  return answer.customers.map(({ key, name, identifiers }) => {
    const known = identifiers[0]?.value ?? key;
    return { kind: 'customer', id: key, label: name ?? known, detail: name === null ? null : known };
  });
}

async function comments({ understand }: ShareParts, viewer: Viewer, words: string): Promise<Hit[]> {
  const where = JSON.stringify({ words: words.slice(0, 200) });
  const { signals } = await understand.feed(viewer, { where, limit: mostOfEach });
  return signals.map(({ id, text, title, placeName }) => ({
    kind: 'comment',
    id,
    label: excerpt(text ?? title ?? '', words),
    detail: placeName,
  }));
}

/** The part of a text around the first of the words. */
function excerpt(text: string, words: string): string {
  const first = words.split(/\s+/)[0]!.toLowerCase();
  const at = Math.max(0, text.toLowerCase().indexOf(first) - excerptLength / 3);
  const part = text.slice(at, at + excerptLength);
  return `${at > 0 ? '…' : ''}${part}${at + excerptLength < text.length ? '…' : ''}`;
}
