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

/** The last that was said for all channels. */
interface LastSaid extends Pick<ConsentSaid, 'allowed' | 'at'> {
  /** When it was said again since it was written down, if ever. */
  readonly again?: ConsentSaid;
}

/** Keeps what customers say of consent in messages; every message repeats it, so only what is new is written. */
export class ConsentNotes {
  private readonly ledger: Ledger;
  private readonly hear: HearConsent;
  /** As far as it is known here. */
  private known = new Map<string, LastSaid>();

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
    await this.learn(batch.workspaceId, said);
    for (const one of said) this.hearAgain(batch.workspaceId, one);
    const fresh = said.flatMap((one) => this.toWrite(batch.workspaceId, one));
    await addConsents(this.ledger, batch.workspaceId, fresh);
    for (const one of fresh) this.remember(batch.workspaceId, one);
    if (fresh.length > 0)
      this.hear(batch.workspaceId, [...new Set(fresh.map(({ identifierKey }) => identifierKey))]);
  }

  /** Reads what was said by those who are strangers here. */
  private async learn(workspaceId: string, said: readonly ConsentSaid[]): Promise<void> {
    const strange = said.filter((one) => !this.known.has(nameOf(workspaceId, one)));
    const keys = [...new Set(strange.map(({ identifierKey }) => identifierKey))];
    const kept = keys.length > 0 ? await consentsOf(this.ledger, workspaceId, keys) : [];
    for (const one of kept) if (one.channel === '') this.remember(workspaceId, one);
  }

  /** What changes a mind; where it comes late, what was said again after it, too, so that it does not count as the last. */
  private toWrite(workspaceId: string, said: ConsentSaid): ConsentSaid[] {
    const last = this.known.get(nameOf(workspaceId, said));
    if (last === undefined) return [said];
    if (last.allowed === said.allowed) return [];
    return last.again !== undefined && last.again.at > said.at ? [said, last.again] : [said];
  }

  /** The same said once more is written only when something else turns out to have been said before it. */
  private hearAgain(workspaceId: string, said: ConsentSaid): void {
    const name = nameOf(workspaceId, said);
    const last = this.known.get(name);
    if (last?.allowed !== said.allowed || (last.again?.at ?? last.at) >= said.at) return;
    this.known.set(name, { ...last, again: said });
  }

  /** What comes late does not hide what was said after it. */
  private remember(workspaceId: string, said: ConsentSaid): void {
    const name = nameOf(workspaceId, said);
    const last = this.known.get(name);
    if (last && (last.again?.at ?? last.at) > said.at) return;
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
