import { endpoints } from '@lyhord/contract';
import { useIsFetching, useIsMutating } from '@tanstack/react-query';

/** What is asked for again after anything was done to a case. */
export const caseRefreshes = [endpoints.readCase, endpoints.listCases, endpoints.today, endpoints.feed];

/**
 * True while a change of one's own may not be on the case's page yet: what is sent then would carry an old version, and
 * look like a clash with somebody else.
 */
export const useCaseSettling = (): boolean =>
  useIsMutating() + useIsFetching({ queryKey: [endpoints.readCase.id] }) > 0;
