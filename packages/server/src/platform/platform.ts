import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Announcements } from './announcements/announcements.ts';
import type { Clock } from './clock.ts';
import type { Egress } from './egress/egress.ts';
import type { Ids } from './ids.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { MailTransport } from './mail/mail-transport.ts';
import type { Ledger } from './stores/ledger.ts';
import type { Warehouse } from './stores/warehouse.ts';

/** What every part of the product stands on; knows nothing of customer experience. */
export interface Platform {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly warehouse: Warehouse;
  readonly ledger: Ledger;
  readonly jobs: Jobs;
  readonly mail: MailTransport;
  readonly egress: Egress;
  readonly announcements: Announcements;
}
