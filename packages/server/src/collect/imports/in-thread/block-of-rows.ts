// What travels between the thread that reads a file of events and the one that records them.
import type { ImportMapping } from '@lyhord/contract';
import type { PreparedEvents, PreparingPlan } from '../../preparing/prepared-events.ts';
import type { RowToRead } from '../row-reader.ts';

export interface FileToRead {
  readonly path: string;
  readonly mapping: ImportMapping;
  readonly importId: string;
  /** Rows at its start that are settled already. */
  readonly skipped: number;
}

/** What is known of the workspace when a block is read. */
export interface BlockAsked {
  readonly receivedAt: number;
  /** Left out where it is the one of the block before. */
  readonly plan?: PreparingPlan;
}

/** The next rows of a file. */
export interface BlockOfRows {
  /** Of blocks, from 0. */
  readonly number: number;
  /** How many rows of the file it settles. */
  readonly rows: number;
  readonly prepared: PreparedEvents;
  /** Rows that cannot be taken as they are; whoever judges them one by one finds the same and says why. */
  readonly wrong: readonly RowToRead[];
  /** How often the thread had forgotten whom it has met: what earlier blocks since then have named is not named again. */
  readonly forgotten: number;
  readonly share: number | null;
}

export type Question =
  | { readonly ask: 'open' }
  | { readonly ask: 'next'; readonly asked: BlockAsked }
  /** The rows of a block that was given and not yet settled. */
  | { readonly ask: 'rows'; readonly number: number; readonly forget: boolean }
  | { readonly ask: 'settled'; readonly number: number };

export type Answer =
  | { readonly columns: readonly string[] }
  | { readonly block: BlockOfRows | null; readonly remarks: readonly string[]; readonly share: number | null }
  | { readonly rows: readonly RowToRead[] }
  | { readonly failed: { readonly detail: string; readonly ofFile: boolean } };
