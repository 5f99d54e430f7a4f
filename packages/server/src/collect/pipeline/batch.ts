import type { AskedPurpose } from '@lyhord/contract';
import type { Arrival } from '../arrivals/arrival.ts';
import type { Reader, Reading } from '../arrivals/reading.ts';
import type { Keyring } from '../identifiers/keyring.ts';
import type { MessageKeys } from '../keys/key64.ts';

/** Where a batch comes from. */
export interface Origin {
  readonly workspaceId: string;
  readonly sourceId: string;
  /** Such as `/v1/batch`; stands beside what is refused. */
  readonly endpoint: string;
  /** The import that the items belong to. */
  readonly importId?: string;
  /** What a reader needs beside the item to read it again, when it was refused; JSON. */
  readonly again?: Readonly<Record<string, unknown>>;
  /** True where an answer may be given as soon as the items are durable, before they can be read. */
  readonly early?: true;
  /** True for what was refused before and is read again: it is not kept as refused a second time. */
  readonly replayed?: true;
}

/** Items of one request on their way through the pipeline, with what every step may need. */
export interface Batch extends Origin {
  readonly arrivals: readonly Arrival[];
  readonly read: Reader;
  readonly reading: Reading;
  readonly keyring: Keyring;
  readonly messageKeys: MessageKeys;
  /** What customers must have allowed before anything of this source is kept; null for nothing. */
  readonly demands: AskedPurpose | null;
}

/** Items that no step has judged yet and that do not wait for another message. */
export function open(batch: Pick<Batch, 'arrivals'>): Arrival[] {
  return batch.arrivals.filter((arrival) => arrival.verdict === null && arrival.fate === null);
}
