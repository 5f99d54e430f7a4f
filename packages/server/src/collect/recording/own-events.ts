import type { OperationalEvent, Verdict } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { operationalReader } from '../operational/read-event.ts';
import type { Redact } from '../segment/personal-fields.ts';
import type { Intake } from './intake.ts';

const job = 'collect.record-own';

interface OwnEvents {
  readonly workspaceId: string;
  readonly events: readonly OperationalEvent[];
}

/**
 * Records what the product itself did. In a process that is not the writer the events wait as a job for the one that
 * is; their verdicts are then `accepted` as soon as the job is kept.
 */
export function createOwnRecorder({ jobs }: Platform, access: Access, intake: Intake, redact: Redact) {
  const read = operationalReader(redact);
  const recordHere = async ({ workspaceId, events }: OwnEvents): Promise<Verdict[]> => {
    const { id } = await access.ownSource(workspaceId, 'system');
    return intake.record({ workspaceId, sourceId: id, endpoint: 'system' }, events, read);
  };
  return {
    start: () => jobs.work<OwnEvents>(job, async (own) => void (await recordHere(own))),
    async record(workspaceId: string, events: readonly OperationalEvent[]): Promise<Verdict[]> {
      if (intake.writes()) return recordHere({ workspaceId, events });
      await jobs.send<OwnEvents>(job, { workspaceId, events }, { retryLimit: 50 });
      return events.map(({ messageId }, index) => ({ index, messageId, outcome: 'accepted' }));
    },
  };
}
