import { endpoints } from '@lyhord/contract';

/** What is asked for again after anything was done to a case. */
export const caseRefreshes = [endpoints.readCase, endpoints.listCases, endpoints.today, endpoints.feed];
