// Promise: an identifier is written once, with the first message that showed it; a link between two with the first message
// that showed them, and again with one that shows them earlier: who came first does not hinge on what arrived first.
import type { Arrival, Trait } from '../arrivals/arrival.ts';
import type { KeyedIdentifier } from '../identifiers/keyring.ts';
import { KeyMap } from '../keys/key-map.ts';
import { hashOfPair, type Key64 } from '../keys/key64.ts';
import { RecentPairs } from '../keys/recent-pairs.ts';
import type { IdentityLink, IdentityNews, LinkRule } from './commit-news.ts';
import type { CommitRows } from './commit-rows.ts';
import { writeTraits } from './event-rows.ts';
import type { RowContext } from './row-context.ts';

/** Links are told apart by the second. */
const secondOf = (at: number): number => Math.floor(at / 1_000);
/** Whole seconds since 1990, when the first message can have happened, fit into a key map until 2058. */
const since = Date.UTC(1990, 0, 1) / 1_000;
const mostSeconds = 2 ** 31 - 1;

/** Which identifiers and links stand in the tables already. */
export class KnownIdentity {
  readonly identifiers: KeyMap;
  /** With the second of the earliest message that showed it. */
  readonly links: KeyMap;
  /** Pairs of one message that stand among the links: most customers come with the same pair again and again. */
  readonly pairs = new RecentPairs();
  /** What will be known instead, once it has been read; it hears of everything new meanwhile. */
  heir: KnownIdentity | null = null;

  constructor(identifiers: number, links: number) {
    this.identifiers = new KeyMap(identifiers);
    this.links = new KeyMap(links);
  }

  /** True when the identifier is new. */
  noteIdentifier({ high, low }: Pick<Key64, 'high' | 'low'>): boolean {
    this.heir?.identifiers.set(high, low, 1);
    return this.identifiers.set(high, low, 1);
  }

  /** True when the link is new, or was not shown so early yet. */
  noteLink({ high, low }: Pick<Key64, 'high' | 'low'>, at: number): boolean {
    if (this.heir) noteEarlier(this.heir.links, high, low, at);
    return noteEarlier(this.links, high, low, at);
  }
}

/** Notes a moment under a key unless an earlier one of the same second or before stands there; true where it did not. */
export function noteEarlier(moments: KeyMap, high: number, low: number, at: number): boolean {
  const seconds = Math.min(mostSeconds, Math.max(0, secondOf(at) - since));
  const known = moments.get(high, low);
  if (known >= 0 && known <= seconds) return false;
  moments.set(high, low, seconds);
  return true;
}

/** The moment that a message shows a link at. */
export const shownAt = (happenedAt: number): number => 1_000 * secondOf(happenedAt);

const smallerFirst = (a: Key64, b: Key64): [Key64, Key64] =>
  a.high < b.high || (a.high === b.high && a.low < b.low) ? [a, b] : [b, a];

/** The key of a link: the pair, whichever way round, and the rule. */
export function linkKey(a: Key64, b: Key64, rule: LinkRule, distinct = ''): Key64 {
  const [first, second] = smallerFirst(a, b);
  return hashOfPair(first, second, `${rule}|${distinct}`);
}

/** Writes the identifiers and links of one item that are new, and its traits. */
export function writeIdentity(
  arrival: Arrival,
  happenedAt: number,
  rule: LinkRule,
  traits: readonly Trait[],
  context: RowContext,
  known: KnownIdentity,
  into: CommitRows,
  news: IdentityNews,
): void {
  const { identifiers } = arrival;
  if (identifiers.length === 0) return;
  const strongest = identifiers[0]!;
  for (const identifier of identifiers) {
    if (!known.noteIdentifier(identifier.key)) continue;
    news.identifiers.push(identifier);
    writeIdentifier(identifier, happenedAt, context, into);
  }
  for (let at = 1; at < identifiers.length; at += 1) {
    const link = { a: strongest.key, b: identifiers[at]!.key, rule, linkedAt: shownAt(happenedAt) };
    writeLink(link, arrival.messageId ?? '', context, '', known, into, news);
  }
  if (traits.length > 0) writeTraits(traits, strongest.key, happenedAt, context, into);
}

/** Writes an identifier that is new. */
export function writeIdentifier(
  { key, type, value, namespace }: KeyedIdentifier,
  firstSeenAt: number,
  { workspaceId, commitNo }: RowContext,
  into: Pick<CommitRows, 'identifiers'>,
): void {
  const { column } = into.identifiers;
  column.workspace_id.add(workspaceId);
  column.commit_no.add(commitNo);
  column.identifier_key.add(key);
  column.type.add(type);
  column.value.add(value);
  column.namespace.add(namespace);
  column.first_seen_at.add(firstSeenAt);
  into.identifiers.rowDone();
}

/** Writes one link unless it stands already. `by` names the person behind a manual one, or nothing. */
export function writeLink(
  link: Omit<IdentityLink, 'key'>,
  evidence: string,
  context: RowContext,
  by: string,
  known: KnownIdentity,
  into: CommitRows,
  news: IdentityNews,
): void {
  // what people decide may be decided again; what messages show is noted once
  const decided = link.rule === 'manual' || link.rule === 'removed' || link.rule === 'matched';
  const repeats = link.rule === 'same_message' && context.importId === '';
  if (repeats && known.pairs.has(link.a, link.b, link.linkedAt)) return;
  // an import notes what it shows for itself: it may be taken back, and what others show, too, stays
  const distinct = decided ? `${link.linkedAt}|${evidence}` : context.importId;
  const key = linkKey(link.a, link.b, link.rule, distinct);
  if (repeats) known.pairs.add(link.a, link.b, link.linkedAt);
  if (!known.noteLink(key, link.linkedAt)) return;
  news.links.push(writeNewLink(link, key, evidence, context, by, into));
}

/** Writes a link that is new; `key` is its `linkKey`. Gives it with its ends in order. */
export function writeNewLink(
  link: Omit<IdentityLink, 'key'>,
  key: Key64,
  evidence: string,
  context: RowContext,
  by: string,
  into: Pick<CommitRows, 'identity_links'>,
): IdentityLink {
  const [a, b] = smallerFirst(link.a, link.b);
  const { column } = into.identity_links;
  column.workspace_id.add(context.workspaceId);
  column.commit_no.add(context.commitNo);
  column.link_id.add(key);
  column.key_a.add(a);
  column.key_b.add(b);
  column.rule.add(link.rule);
  column.source_id.add(context.sourceId);
  column.evidence.add(evidence);
  column.linked_at.add(link.linkedAt);
  column.by.add(by);
  into.identity_links.rowDone();
  return { key, a, b, rule: link.rule, linkedAt: link.linkedAt };
}
