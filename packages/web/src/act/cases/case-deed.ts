import { type BodyToSend, type Endpoint, endpoints, type ReplyReceived } from '@lyhord/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../../client/call.ts';
import type { Problem } from '../../client/problem.ts';
import { keyOf } from '../../client/queries.ts';
import type { CasePage } from './case-screen.tsx';

/** What is asked for again after anything was done to a case, beside the case itself. */
const concerned = [endpoints.listCases, endpoints.today, endpoints.feed];

/**
 * Does something to a case. Deeds go one after another, and what a deed says of the case's version is the one that the
 * deed before it left: two that are done quickly never look like a clash with somebody else.
 */
export function useCaseDeed<E extends Endpoint & { body: object }>(
  endpoint: E,
  caseId: string,
  options: { onDone?: () => void } = {},
) {
  const client = useQueryClient();
  const params = { id: caseId };
  const page = keyOf(endpoints.readCase, { params });
  return useMutation<ReplyReceived<E>, Problem, BodyToSend<E> & object>({
    scope: { id: `case ${caseId}` },
    mutationFn: (said) => {
      const version = client.getQueryData<CasePage>(page)?.version;
      const body = 'version' in said && version !== undefined ? { ...said, version } : said;
      return call(endpoint, { params, body } as unknown as CallInput<E>);
    },
    onSuccess: () => {
      options.onDone?.();
      for (const { id } of concerned) void client.invalidateQueries({ queryKey: [id] });
    },
    // the deed ends when the page knows of it, or of what somebody else did before it
    onSettled: () => client.invalidateQueries({ queryKey: page }),
  });
}
