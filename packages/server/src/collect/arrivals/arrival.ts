import type { OperationalEvent, SignalReceived, TextAnalysis, Verdict } from '@lyhord/contract';
import type { KeyedIdentifier } from '../identifiers/keyring.ts';
import type { Key64, Noun } from '../keys/key64.ts';
import type { PlaceOfCode } from '../places/place-codes.ts';

export interface Trait {
  readonly name: string;
  readonly value: string;
}

/** What a source said, after its meaning was read. */
export type Draft =
  | {
      readonly noun: 'event';
      readonly event: OperationalEvent;
      readonly traits: readonly Trait[];
      readonly rule: 'same_message' | 'alias';
      /** false where the message says that the customer does not allow it to be used. */
      readonly consent: boolean;
    }
  | {
      readonly noun: 'signal';
      readonly signal: SignalReceived;
      readonly happenedAt: number;
      readonly traits: readonly Trait[];
      analysis: TextAnalysis | null;
      title: string;
    };

/** Why an item is refused, or a remark on one that is kept. */
export interface Remark {
  readonly reason: string;
  readonly field?: string;
  readonly detail: string;
}

/** What reading one raw item gives. `content` is what tells a re-send from another message under the same id. */
export type ReadItem =
  | {
      readonly messageId: string;
      readonly content: string;
      readonly draft: Draft;
      /** The key of a customer who is known without being named, such as the receiver of an invitation. */
      readonly customer?: Key64;
    }
  | { readonly messageId: string | null; readonly refused: Remark };

/** One item on its way through the pipeline. Steps fill it in; the first verdict ends its way. */
export interface Arrival {
  readonly index: number;
  readonly raw: unknown;
  messageId: string | null;
  draft: Draft | null;
  key: Key64 | null;
  contentHash: string;
  place: PlaceOfCode | null;
  identifiers: KeyedIdentifier[];
  customer: Key64 | null;
  remark: Remark | null;
  verdict: Verdict | null;
  /** Its own claim on its key, while it is on its way. */
  claim: Claim | null;
  /** The same message that is on its way already; its fate decides this one's verdict. */
  follows: Claim | null;
}

/** A message key that is on its way to being committed. */
export interface Claim {
  readonly settled: Promise<ClaimEnd>;
  /** Ends the claim and tells its copies; the second time does nothing. */
  readonly settle: (end: ClaimEnd) => void;
}
/** The content that was kept, or null where nothing was. */
export interface ClaimEnd {
  readonly kept: string | null;
}

export const newArrival = (raw: unknown, index: number): Arrival => ({
  index,
  raw,
  messageId: null,
  draft: null,
  key: null,
  contentHash: '',
  place: null,
  identifiers: [],
  customer: null,
  remark: null,
  verdict: null,
  claim: null,
  follows: null,
});

export function refuse(arrival: Arrival, remark: Remark): void {
  arrival.verdict = { index: arrival.index, messageId: arrival.messageId, outcome: 'refused', ...remark };
}

export function accept(arrival: Arrival): void {
  const { index, messageId, remark } = arrival;
  arrival.verdict = { index, messageId, outcome: 'accepted', ...remark };
}

/** The verdict on a copy of a message that was kept with `keptHash` as its content. */
export function judgeCopy(arrival: Arrival, keptHash: string): void {
  const { index, messageId } = arrival;
  if (keptHash === arrival.contentHash) {
    arrival.verdict = { index, messageId, outcome: 'duplicate' };
    return;
  }
  const detail = `A message with the id "${messageId}" was kept before with other content; that one stays. Send a changed message under an id of its own.`;
  arrival.verdict = {
    index,
    messageId,
    outcome: 'differs',
    reason: 'differs',
    field: 'messageId',
    detail,
  };
}

export type { Noun };
