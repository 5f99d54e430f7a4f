import type { CommitRange } from './identity-store.ts';

/** Ranges of commits that this process has not made itself. */
export function foreignRanges(after: number, upTo: number, own: ReadonlySet<number>): CommitRange[] {
  const ranges: CommitRange[] = [];
  let from = after;
  for (const mine of [...own].filter((no) => no > after && no <= upTo).sort((a, b) => a - b)) {
    if (mine - 1 > from) ranges.push({ after: from, upTo: mine - 1 });
    from = mine;
  }
  if (upTo > from) ranges.push({ after: from, upTo });
  return ranges;
}
