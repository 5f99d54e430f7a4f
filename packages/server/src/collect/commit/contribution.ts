import { Problem } from '../../platform/http/problem.ts';
import { type CommitNews, noNews } from './commit-news.ts';
import type { CommitRows } from './commit-rows.ts';

/** One request's part in a commit. */
export interface Contribution {
  readonly workspaceId: string;
  readonly items: number;
  /** True where durable is enough for an answer; otherwise the rows stand in the tables first. */
  readonly early?: boolean;
  readonly write: (commitNo: number, into: CommitRows, news: CommitNews) => void;
}

/** What a sealed commit has brought for one workspace. */
export interface Sealed {
  readonly workspaceId: string;
  readonly commitNo: number;
  readonly news: CommitNews;
}

/** A contribution and who waits for it. */
export interface Waiting extends Contribution {
  readonly done: (commitNo: number) => void;
  readonly failed: (error: unknown) => void;
}

/** What commits have brought, by workspace. */
export type NewsByWorkspace = Map<string, Sealed>;

/** Adds the rows of one contribution to those of its commit; what it brings to its workspace is added to `parts`. */
export function addRows(
  { workspaceId, write }: Contribution,
  commitNo: number,
  into: CommitRows,
  parts: NewsByWorkspace,
): void {
  const part = parts.get(workspaceId) ?? { workspaceId, commitNo, news: noNews() };
  parts.set(workspaceId, part);
  write(commitNo, into, part.news);
}

export function addNews(to: NewsByWorkspace, from: NewsByWorkspace): void {
  for (const [workspaceId, part] of from) {
    const standing = to.get(workspaceId);
    if (standing === undefined) {
      to.set(workspaceId, part);
      continue;
    }
    const { news } = standing;
    news.events += part.news.events;
    news.signals.addAll(part.news.signals);
    for (const one of part.news.identifiers) news.identifiers.push(one);
    for (const one of part.news.links) news.links.push(one);
  }
}

/** Of the warehouse, or of the folder in which blocks are handed to it. */
function isFull(error: unknown): boolean {
  const { full, code } = (error ?? {}) as { full?: unknown; code?: unknown };
  return full === true || code === 'ENOSPC' || code === 'EDQUOT' || code === '53100';
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isFull(error)) return new Problem('storage_full', {}, { cause: error });
  return new Problem('overloaded', { headers: { 'retry-after': '2' } }, { cause: error });
}
