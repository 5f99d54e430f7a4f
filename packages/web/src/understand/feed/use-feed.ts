import { endpoints } from '@lyhord/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../client/call.ts';
import type { Problem } from '../../client/problem.ts';

export interface FeedQuery {
  from?: string;
  to?: string;
  place?: string;
  where?: string;
}
type FeedPage = Awaited<ReturnType<typeof call<typeof endpoints.feed>>>;

/** Signals newest first, page by page; live news asks for the pages again. */
export function useFeed(query: FeedQuery) {
  return useInfiniteQuery<FeedPage, Problem, { pages: FeedPage[] }, unknown[], string | undefined>({
    queryKey: [endpoints.feed.id, query],
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoints.feed,
        { query: { ...query, limit: 40, ...(pageParam ? { before: pageParam } : {}) } },
        signal,
      ),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
