// Promise: what a message says of consent is kept before anything else of it, once for each change of mind.
import type { Purpose } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Batch, open } from '../pipeline/batch.ts';
import { noteIdentity } from '../pipeline/note-identity.ts';
import { addConsents, type ConsentSaid, consentsOf } from './consent-store.ts';

export type HearConsent = (workspaceId: string, identifierKeys: readonly string[]) => void;

/** Keeps what customers said elsewhere than in messages, and tells who must know. */
export type NoteConsents = (workspaceId: string, said: readonly ConsentSaid[]) => Promise<void>;

const remembered = 50_000;

/** Keeps what customers say of consent in messages; every message repeats it, so only what is new is written. */
export class ConsentNotes {
  private readonly ledger: Ledger;
  private readonly hear: HearConsent;
  /** The last that was said for all channels, as far as it is known here. */
  private known = new Map<string, Pick<ConsentSaid, 'allowed' | 'at'>>();

  constructor(ledger: Ledger, hear: HearConsent) {
    this.ledger = ledger;
    this.hear = hear;
  }

  async note(batch: Batch): Promise<void> {
    const saying = open(batch).filter(({ draft }) => draft?.noun === 'event' && draft.purposes?.length);
    if (saying.length === 0) return;
    noteIdentity(batch);
    const said = saying.flatMap(({ draft, identifiers }): ConsentSaid[] => {
      const key = identifiers[0]?.key.text;
      if (key === undefined || draft?.noun !== 'event') return [];
      const at = new Date(draft.event.happenedAt);
      return (draft.purposes ?? []).map(({ purpose, allowed }) => ({
        ...{ identifierKey: key, purpose, allowed, at, channel: '', wording: '', source: batch.sourceId },
      }));
    });
    const fresh = await this.unknown(batch.workspaceId, said);
    await addConsents(this.ledger, batch.workspaceId, fresh);
    for (const one of fresh) this.remember(batch.workspaceId, one);
    if (fresh.length > 0)
      this.hear(batch.workspaceId, [...new Set(fresh.map(({ identifierKey }) => identifierKey))]);
  }

  private async unknown(workspaceId: string, said: readonly ConsentSaid[]): Promise<ConsentSaid[]> {
    const strange = said.filter((one) => !this.known.has(nameOf(workspaceId, one)));
    const keys = [...new Set(strange.map(({ identifierKey }) => identifierKey))];
    const kept = keys.length > 0 ? await consentsOf(this.ledger, workspaceId, keys) : [];
    for (const one of kept) if (one.channel === '') this.remember(workspaceId, one);
    return said.filter((one) => this.known.get(nameOf(workspaceId, one))?.allowed !== one.allowed);
  }

  /** What comes late does not hide what was said after it. */
  private remember(workspaceId: string, said: ConsentSaid): void {
    const name = nameOf(workspaceId, said);
    const standing = this.known.get(name);
    if (standing && standing.at > said.at) return;
    if (this.known.size >= remembered) this.known = new Map();
    this.known.set(name, { allowed: said.allowed, at: said.at });
  }
}

const nameOf = (workspaceId: string, { identifierKey, purpose }: ConsentSaid): string =>
  `${workspaceId}|${identifierKey}|${purpose}`;

const purposesByCategory: readonly [RegExp, Purpose][] = [
  [/^(analytics|statistics|performance|measurement)$/i, 'analytics'],
  [/^(marketing|advertising|ads|targeting)$/i, 'marketing'],
  [/^(profiling|personali[sz]ation)$/i, 'profiling'],
];

/** Purposes that consent categories name; others are no business of ours. */
export function purposesIn(preferences: unknown): { purpose: Purpose; allowed: boolean }[] {
  if (preferences === null || typeof preferences !== 'object') return [];
  return Object.entries(preferences).flatMap(([category, allowed]) => {
    const purpose = purposesByCategory.find(([pattern]) => pattern.test(category))?.[1];
    return purpose !== undefined && typeof allowed === 'boolean' ? [{ purpose, allowed }] : [];
  });
}
