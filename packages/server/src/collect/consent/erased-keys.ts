// Promise: who was erased does not come back by a re-send; only keyed hashes are remembered for that, of identifiers
// and of messages.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Keyring } from '../identifiers/keyring.ts';

export class ErasedKeys {
  private readonly ledger: Ledger;
  private byWorkspace = new Map<string, Set<string>>();
  /** What will be known instead, while it is being read; it hears of what is added meanwhile. */
  private heir: Map<string, Set<string>> | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Reads them anew; of several at once one after another, so that an older answer never takes a newer one's place. */
  load(): Promise<void> {
    const mine = this.turn.then(() => this.read());
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async read(): Promise<void> {
    const heir = new Map<string, Set<string>>();
    this.heir = heir;
    const rows = await this.ledger.query<{ workspace_id: string; key: string }>(
      sql`select workspace_id, key from erased_keys`,
    );
    for (const { workspace_id, key } of rows) note(heir, workspace_id, key);
    this.byWorkspace = heir;
    this.heir = null;
  }

  /** The hashes of a workspace; null where nobody was erased. */
  of(workspaceId: string): ReadonlySet<string> | null {
    return this.byWorkspace.get(workspaceId) ?? null;
  }

  /** Forgets one hash of an identifier; false where it is not among them. Those of messages stay. */
  async takeBack(workspaceId: string, key: string): Promise<boolean> {
    const gone = await this.ledger.query(sql`delete from erased_keys
      where workspace_id = ${workspaceId} and key = ${key} returning key`);
    this.byWorkspace.get(workspaceId)?.delete(key);
    return gone.length > 0;
  }

  /** Remembers keyed hashes for ever; the same again changes nothing. */
  async add(workspaceId: string, keys: readonly string[], at: Date): Promise<void> {
    await this.ledger.query(sql`insert into erased_keys (workspace_id, key, erased_at)
      select ${workspaceId}, key, ${at} from unnest(${keys}::text[]) as key on conflict do nothing`);
    for (const key of keys) {
      note(this.byWorkspace, workspaceId, key);
      if (this.heir) note(this.heir, workspaceId, key);
    }
  }
}

function note(into: Map<string, Set<string>>, workspaceId: string, key: string): void {
  const known = into.get(workspaceId) ?? new Set();
  into.set(workspaceId, known.add(key));
}

/** What is remembered of a message: its key under the workspace's secret, so that nobody can try message ids. */
export const erasedMessage = (keyring: Keyring, messageKey: string): string =>
  keyring.keyOf({ type: 'external_id', namespace: 'erased message', value: messageKey }).text;
