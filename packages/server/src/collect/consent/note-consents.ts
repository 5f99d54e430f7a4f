// Promise: what a message says of consent is kept before anything else of it, once for each change of mind. A source that
// repeats a yes says nothing new, so that a no that was said elsewhere since stands; a no counts whenever a yes was said
// elsewhere since. In whatever order messages come, their last word is the last; a copy of a message says nothing again.
import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import type { Sighting } from '../keys/seen-keys.ts';
import { type Batch, open } from '../pipeline/batch.ts';
import { noteIdentity } from '../pipeline/note-identity.ts';
import { addConsents, type ConsentSaid, lastOfSources, type SaidBySource } from './consent-store.ts';
import type { MembersOf } from './demand-purpose.ts';
import { type Said, saidIn } from './said-in-messages.ts';

export type HearConsent = (workspaceId: string, identifierKeys: readonly string[]) => void;

/** Keeps what customers said elsewhere than in messages, and tells who must know. */
export type NoteConsents = (workspaceId: string, said: readonly ConsentSaid[]) => Promise<void>;

export interface ConsentNotesParts {
  readonly ledger: Ledger;
  readonly hear: HearConsent;
  /** What is known of a message's key that comes with this content. */
  readonly seen: (arrival: Arrival) => Sighting;
  readonly membersOf: MembersOf;
}

/** The last word of one source about one purpose. */
interface Standing {
  readonly allowed: boolean;
  /** Since when it says so, and when it last did. */
  readonly since: Date;
  readonly at: Date;
  /** A no after which another said yes. */
  readonly overruled: boolean;
}

type Standings = Map<string, Standing>;
const remembered = 50_000;
const nameOf = ({ purpose, source }: Pick<ConsentSaid, 'purpose' | 'source'>): string =>
  `${purpose}|${source}`;

/** Keeps what customers say of consent in messages; every message repeats it, so only what is new is written. */
export class ConsentNotes {
  private readonly parts: ConsentNotesParts;
  /** By workspace and identifier: what each source said last for all channels. */
  private known = new Map<string, Standings>();
  private forgotten = 0;

  constructor(parts: ConsentNotesParts) {
    this.parts = parts;
  }

  async note(batch: Batch): Promise<void> {
    const saying = open(batch).filter(({ draft }) => draft?.noun === 'event' && draft.purposes?.length);
    if (saying.length === 0) return;
    noteIdentity(batch);
    const { workspaceId } = batch;
    const said = saidIn(saying, batch);
    const { forgotten } = this;
    const known = await this.standing(workspaceId, said);
    const fresh = said.flatMap((one) => this.fresh(one, known.get(one.identifierKey)!));
    await addConsents(this.parts.ledger, workspaceId, fresh);
    if (forgotten === this.forgotten)
      for (const [key, standings] of known) this.known.set(`${workspaceId}|${key}`, standings);
    if (fresh.length > 0)
      this.parts.hear(workspaceId, [...new Set(fresh.map(({ identifierKey }) => identifierKey))]);
  }

  /** Something was said of these elsewhere: what is known of them is read again. */
  forget(workspaceId: string, identifierKeys: readonly string[]): void {
    this.forgotten += 1;
    for (const key of identifierKeys)
      for (const member of [key, ...this.parts.membersOf(workspaceId, key)])
        this.known.delete(`${workspaceId}|${member}`);
  }

  forgetAll(): void {
    this.forgotten += 1;
    this.known = new Map();
  }

  /** What stood before, of each identifier; changed only once what is new is kept. */
  private async standing(workspaceId: string, said: readonly Said[]): Promise<Map<string, Standings>> {
    if (this.known.size >= remembered) this.known = new Map();
    const keys = [...new Set(said.map(({ identifierKey }) => identifierKey))];
    const found = new Map<string, Standings>();
    for (const key of keys) {
      const known = this.known.get(`${workspaceId}|${key}`);
      if (known) found.set(key, new Map(known));
    }
    const strange = keys.filter((key) => !found.has(key));
    if (strange.length === 0) return found;
    const membersOf = new Map(
      strange.map((key) => [key, new Set([key, ...this.parts.membersOf(workspaceId, key)])]),
    );
    const all = new Set([...membersOf.values()].flatMap((members) => [...members]));
    const rows = new Map<string, SaidBySource[]>();
    for (const row of await lastOfSources(this.parts.ledger, workspaceId, [...all]))
      rows.set(row.identifierKey, [...(rows.get(row.identifierKey) ?? []), row]);
    for (const key of strange) {
      const members = [...membersOf.get(key)!].flatMap((member) => rows.get(member) ?? []);
      const standings = (rows.get(key) ?? []).map((row): [string, Standing] => {
        const overruled = members.some(
          ({ purpose, allowed, at }) => purpose === row.purpose && allowed && at > row.at,
        );
        return [nameOf(row), { ...row, overruled: !row.allowed && overruled }];
      });
      found.set(key, new Map(standings));
    }
    return found;
  }

  /** What is to be written of a statement; what is only repeated is remembered with its moment. */
  private fresh({ arrival, ...said }: Said, standings: Standings): ConsentSaid[] {
    if (this.isCopy(arrival, said.allowed)) return [];
    const name = nameOf(said);
    const last = standings.get(name);
    const { allowed, at } = said;
    if (last?.allowed === allowed) {
      const again = last.overruled && last.at < at;
      const [since, lastAt] = [new Date(Math.min(+at, +last.since)), new Date(Math.max(+at, +last.at))];
      standings.set(name, {
        allowed,
        since,
        at: lastAt,
        overruled: last.overruled && !again,
      });
      return again || at < last.since ? [said] : [];
    }
    if (last && last.at > at) {
      if (at < last.since) return [said];
      // it came late: what was said after it, and only repeated then, stands with its own moment
      standings.set(name, { ...last, since: last.at });
      return [said, { ...said, allowed: last.allowed, at: last.at }];
    }
    if (last && allowed && last.at.getTime() === at.getTime()) return [];
    standings.set(name, { allowed, since: at, at, overruled: false });
    if (allowed) overrule(standings, said);
    return [said];
  }

  /** Of a message that is kept with other content, a no is heard all the same. */
  private isCopy(arrival: Arrival, allowed: boolean): boolean {
    const sighting = this.parts.seen(arrival);
    return sighting === 'same' || (sighting === 'other' && allowed);
  }
}

/** Other sources' no, repeated after this yes, is a new word. */
function overrule(standings: Standings, { purpose, source, at }: ConsentSaid): void {
  for (const [name, standing] of standings)
    if (
      !standing.allowed &&
      standing.at < at &&
      name.startsWith(`${purpose}|`) &&
      name !== `${purpose}|${source}`
    )
      standings.set(name, { ...standing, overruled: true });
}
