import type { SegmentMessage } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import { wrongField } from '../arrivals/wrong-field.ts';
import { readHappened, readMoment } from '../moments/read-moment.ts';

/** Clocks that differ by less are taken to be right, so that a re-send lands at the same moment. */
const toleratedMs = 60_000;

/**
 * When a message happened, corrected for a device's wrong clock as Segment does: what the device says, moved by how
 * far its clock at sending (`sentAt`) was from ours at receiving.
 */
export function messageTime(
  message: SegmentMessage,
  batchSentAt: unknown,
  receivedAt: number,
): { at: number } | { wrong: Remark } {
  const field = message.originalTimestamp == null ? 'timestamp' : 'originalTimestamp';
  const said = message.originalTimestamp ?? message.timestamp;
  if (said === null || said === undefined) return { at: receivedAt };
  const device = readMoment(said);
  if ('wrong' in device) return { wrong: wrongField(field, said, device.wrong) };
  const corrected = device.at + clockError(message.sentAt ?? batchSentAt, receivedAt);
  const happened = readHappened(corrected, receivedAt);
  return 'wrong' in happened ? { wrong: wrongField(field, said, happened.wrong) } : happened;
}

function clockError(sentAt: unknown, receivedAt: number): number {
  if (sentAt === null || sentAt === undefined) return 0;
  const sent = readMoment(sentAt);
  if ('wrong' in sent) return 0;
  const error = receivedAt - sent.at;
  return Math.abs(error) > toleratedMs ? error : 0;
}
