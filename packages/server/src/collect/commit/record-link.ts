import { type Key64, keyOfText } from '../keys/key64.ts';
import type { GroupCommit } from './group-commit.ts';
import { type KnownIdentity, writeLink } from './identity-rows.ts';
import { zoneOfPlace } from './row-context.ts';

/** A decision about two identifiers, by a person or (`matched`) by probability; keys as decimal text. */
export interface DecidedLink {
  readonly a: string;
  readonly b: string;
  readonly rule: 'manual' | 'removed' | 'matched';
  /** The person who decided; empty for a match. */
  readonly by: string;
  readonly reason: string;
  /** When the decision was made that this one takes the place of, ms; a clock that was set back since does not count. */
  readonly after?: number;
}

/** Adds one decided link to the ledger of links; resolves once it is durable. */
export async function recordLink(
  groupCommit: GroupCommit,
  known: () => KnownIdentity,
  workspaceId: string,
  { a, b, rule, by, reason }: DecidedLink,
  linkedAt: number,
): Promise<void> {
  const keys: [Key64, Key64] = [keyOfText(a), keyOfText(b)];
  await groupCommit.add({
    workspaceId,
    items: 1,
    write: (commitNo, into, news) => {
      const context = {
        ...{ workspaceId, sourceId: '', commitNo, importId: '' },
        ...{ knownAt: linkedAt, zoneOf: zoneOfPlace('UTC') },
      };
      const link = { a: keys[0], b: keys[1], rule, linkedAt };
      writeLink(link, reason, context, by, known(), into, news);
    },
  });
}
