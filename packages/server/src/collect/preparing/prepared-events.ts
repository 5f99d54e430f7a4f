import type { PackedBlock } from '../../platform/stores/blocks/packed-block.ts';
import type { PlaceOfCode } from '../places/place-codes.ts';

/** What a thread must know of a workspace to prepare events for it; can be sent to the thread. */
export interface PreparingPlan {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly identifierSecret: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly places: readonly PlaceOfCode[];
}

/** Rows of one table without their commit number, and from which event each comes. */
export interface PreparedRows {
  readonly block: PackedBlock;
  readonly items: Uint32Array;
}

/** Events that were read, keyed and written down beside the main thread: what is left is to tell copies and commit. */
export interface PreparedEvents {
  readonly count: number;
  /** The message keys, two halves each; the high one first, as in all lists of keys here. */
  readonly keys: Uint32Array;
  /** Hashes of the contents in the same way; null where the keys stand for them. */
  readonly contents: Uint32Array | null;
  readonly rows: Readonly<Record<'events' | 'order_lines' | 'account_facts' | 'traits', PreparedRows>>;
  /** Identifiers that this thread has not met before; `types` are positions in the contract's list of them. */
  readonly identifiers: {
    readonly block: PackedBlock;
    readonly keys: Uint32Array;
    readonly types: Uint8Array;
    /** As they are kept, for whoever knows which values are blocked; null where nobody asks. */
    readonly values: readonly string[] | null;
  };
  /** Links that this thread has not met before, by the keys of link, one end and other end. */
  readonly links: { readonly block: PackedBlock; readonly keys: Uint32Array; readonly at: Float64Array };
}

const buffersOf = (value: object): ArrayBuffer[] =>
  Object.values(value).flatMap((one: unknown) => {
    if (ArrayBuffer.isView(one)) return [one.buffer as ArrayBuffer];
    return one !== null && typeof one === 'object' && !Array.isArray(one) ? buffersOf(one) : [];
  });

/** What moves to the receiving thread rather than being copied. */
export const transferOf = (prepared: PreparedEvents): ArrayBuffer[] => buffersOf(prepared);
