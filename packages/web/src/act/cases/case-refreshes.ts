import { endpoints } from '@lyhord/contract';

export const caseRefreshes = [endpoints.readCase, endpoints.listCases, endpoints.today, endpoints.feed];
