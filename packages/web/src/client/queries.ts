import type { Endpoint, ReplyReceived } from '@lyhord/contract';
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type CallInput, call } from './call.ts';
import { Problem } from './problem.ts';

const signedOut = new Set<() => void>();
/** Hears when the server no longer knows who asks. */
export function onSignedOut(heard: () => void): () => void {
  signedOut.add(heard);
  return () => signedOut.delete(heard);
}
function noticeSignedOut(failure: unknown): void {
  if (failure instanceof Problem && failure.code === 'not_signed_in') for (const heard of signedOut) heard();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      retry: (count, failure) => count < 2 && failure instanceof Problem && worthRepeating(failure),
      retryDelay: (count) => 400 * 2 ** count,
    },
  },
});

function worthRepeating({ code }: Problem): boolean {
  return code === 'overloaded' || code === 'offline' || code === 'too_many';
}

export function keyOf<E extends Endpoint>(endpoint: E, input?: CallInput<E>): unknown[] {
  return input ? [endpoint.id, input] : [endpoint.id];
}

export function replyQuery<E extends Endpoint>(endpoint: E, input?: CallInput<E>) {
  return {
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoint, input, signal),
  };
}

/** Asks and keeps asking: the reply of an endpoint, refreshed when live news concerns it. */
export function useReply<E extends Endpoint>(
  endpoint: E,
  input?: CallInput<E>,
  options: { enabled?: boolean; keep?: boolean; refetchInterval?: number | false } = {},
) {
  const { keep = true, ...rest } = options;
  return useQuery<ReplyReceived<E>, Problem>({
    ...replyQuery(endpoint, input),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
}

/** Does something; the replies of the endpoints in `refreshes` are asked for again. */
export function useDeed<E extends Endpoint>(
  endpoint: E,
  options: { refreshes?: readonly Endpoint[]; onDone?: (reply: ReplyReceived<E>) => void } = {},
) {
  const client = useQueryClient();
  return useMutation<ReplyReceived<E>, Problem, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: (reply) => {
      for (const { id } of options.refreshes ?? []) void client.invalidateQueries({ queryKey: [id] });
      options.onDone?.(reply);
    },
  });
}
