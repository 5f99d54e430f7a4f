import type { Settings } from '../access.ts';

/** What a workspace begins with. Deadlines are hours within which a case is to be answered, by severity. */
export const defaultSettings: Omit<Settings, 'name'> = {
  currency: 'EUR',
  timeZone: 'Europe/Stockholm',
  target: null,
  touchpointTargets: {},
  knownTotals: [],
  falseCardsPerMonth: 1,
  mail: {
    fromName: '',
    fromAddress: '',
    smtpUrl: '',
    digestHour: 7,
    quietFrom: 20,
    quietTo: 7,
    maxMailsPerDay: 5,
    criticalWords: [],
  },
  deadlines: { low: 120, normal: 48, high: 24, critical: 4 },
  retention: { events: null, texts: null, refusals: 90, imports: 30, logs: 90, audit: null },
};
