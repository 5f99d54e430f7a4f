// What a way of fetching is: pages of messages, each with the state in which reading goes on once the page is committed.
import type { ConnectorSettings, Mapping } from '@lyhord/contract';
import type { Egress } from '../../platform/egress/egress.ts';
import type { Message } from '../mapping/mapped-items.ts';

export type State = Readonly<Record<string, unknown>>;

export interface Fetched {
  readonly messages: readonly Message[];
  /** Kept after the page is committed, and not before. */
  readonly state: State;
}

export interface FetchFrom<S> {
  readonly settings: S;
  readonly secret: string | null;
  readonly state: State;
  readonly egress: Egress;
  readonly now: () => Date;
}

/** How many of a page's items were new; given back for each page. */
export interface Taken {
  readonly fresh: number;
}

export interface Way<S> {
  /** How the messages of this way become items. */
  mapping(settings: S): Mapping;
  pages(from: FetchFrom<S>): AsyncGenerator<Fetched, void, Taken>;
}

export type SettingsOf<K extends ConnectorSettings['kind']> = Extract<ConnectorSettings, { kind: K }>;

/** Something that an administrator can put right, or must wait for; said in plain words. */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem';
  readonly retryAfterMs: number | null;
  /** True where the other side said that it does not know what it was asked for. */
  readonly isUnknownAddress: boolean;
  constructor(message: string, retryAfterMs: number | null = null, status = 0) {
    super(message);
    this.retryAfterMs = retryAfterMs;
    this.isUnknownAddress = [400, 404, 410, 422].includes(status);
  }
}
