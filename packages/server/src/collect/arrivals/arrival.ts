import type {
  OperationalEvent,
  Purpose,
  SignalReceived,
  TextAnalysis,
  Verdict,
  WrongValue,
} from '@lyhord/contract';
import type { KeyedAccount, KeyedIdentifier } from '../identifiers/keyring.ts';
import { type Key64, type Noun, sameKey } from '../keys/key64.ts';
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
      /** What the message says of single purposes. */
      readonly purposes?: readonly { readonly purpose: Purpose; readonly allowed: boolean }[];
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
  /** What `detail` was written from, where it is a value that should have been another. */
  readonly wrong?: WrongValue;
}

/**
 * What reading one raw item gives. `content` is what tells a re-send from another message under the same id; null where
 * the id alone says what the message is.
 */
export type ReadItem =
  | {
      readonly messageId: string;
      readonly content: string | null;
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
  noun: Noun | null;
  key: Key64 | null;
  contentHash: Key64 | null;
  place: PlaceOfCode | null;
  identifiers: readonly KeyedIdentifier[];
  customer: Key64 | null;
  /** The company that it was done or said for. */
  account: KeyedAccount | null;
  remark: Remark | null;
  verdict: Verdict | null;
  /** True while it holds its key among those that are on their way. */
  claims: boolean;
  /** The same message is on its way already: what will be kept of it, or null where nothing is. */
  fate: Promise<Key64 | null> | null;
  /** Whoever waits for this one's fate; they hear the content that was kept, or null where nothing was. */
  copies: ((kept: Key64 | null) => void)[] | null;
}

export const newArrival = (raw: unknown, index: number): Arrival => ({
  index,
  raw,
  messageId: null,
  draft: null,
  noun: null,
  key: null,
  contentHash: null,
  place: null,
  identifiers: nobody,
  customer: null,
  account: null,
  remark: null,
  verdict: null,
  claims: false,
  fate: null,
  copies: null,
});
const nobody: readonly KeyedIdentifier[] = [];

export function refuse(arrival: Arrival, remark: Remark): void {
  arrival.verdict = { index: arrival.index, messageId: arrival.messageId, outcome: 'refused', ...remark };
}

export function accept(arrival: Arrival): void {
  const { index, messageId, remark } = arrival;
  arrival.verdict = { index, messageId, outcome: 'accepted', ...remark };
}

/** The verdict on a copy of a message that was kept with `kept` as the hash of its content. */
export function judgeCopy(arrival: Arrival, kept: Key64): void {
  const { index, messageId } = arrival;
  if (sameKey(kept, arrival.contentHash!)) {
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
