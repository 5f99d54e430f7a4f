// Promise: rows of events written down beside the main thread are those that the main thread would write.
import { identifierTypes, type OperationalEvent } from '@lyhord/contract';
import type { Trait } from '../arrivals/arrival.ts';
import type { CommitRows } from '../commit/commit-rows.ts';
import { type EventMarks, eventWriter, writeTraits } from '../commit/event-rows.ts';
import { linkKey, shownAt, writeIdentifier, writeNewLink } from '../commit/identity-rows.ts';
import type { RowContext } from '../commit/row-context.ts';
import type { KeyedIdentifier } from '../identifiers/keyring.ts';
import { KeyList } from '../keys/key-list.ts';
import { traitsOfEvent } from '../operational/read-event.ts';
import type { MetIdentity } from './met-identity.ts';
import type { PreparedEvents } from './prepared-events.ts';

const withoutNumber = ['commit_no'];
const tables = ['events', 'order_lines', 'account_facts', 'traits', 'identifiers', 'identity_links'] as const;

/** Rows of some events, and what of the customers in them is new. */
export class PreparedBlock {
  private readonly rows: CommitRows;
  private readonly keys = new KeyList();
  private readonly contents: KeyList | null;
  /** The number of the event that each row comes from. */
  private readonly lines: number[] = [];
  private readonly accounts: number[] = [];
  private readonly traits: number[] = [];
  private readonly newKeys = new KeyList();
  private readonly newTypes: number[] = [];
  private readonly newValues: string[] = [];
  private readonly linkKeys = new KeyList();
  private readonly linkedAt: number[] = [];
  private readonly context: RowContext;
  private readonly met: MetIdentity;
  private readonly writeEvent: ReturnType<typeof eventWriter>;
  private happenedAt = 0;

  /**
   * `room` is emptied and written to: blocks made one after another in a thread share it. `contentsApart`: the events'
   * contents are told from one another by hashes of their own, not by their keys.
   */
  constructor(context: RowContext, met: MetIdentity, room: CommitRows, contentsApart = false) {
    for (const table of tables) room[table].clear();
    this.rows = room;
    this.contents = contentsApart ? new KeyList() : null;
    this.context = context;
    this.met = met;
    this.writeEvent = eventWriter(this.rows, context);
  }

  get count(): number {
    return this.keys.length;
  }

  add(
    event: OperationalEvent,
    { key, contentHash, place }: Omit<EventMarks, 'customer' | 'account'>,
    traits: readonly Trait[] = traitsOfEvent(event),
  ): void {
    const item = this.keys.add(key);
    this.contents?.add(contentHash);
    this.happenedAt = event.happenedAt;
    const named = this.met.read(event.identifiers, place?.country ?? null, this.meet);
    const customer = named.length > 0 ? this.met.keyOf(named[0]!) : null;
    const account = this.met.accountOf(event.account);
    if (account !== null) this.accounts.push(item);
    // member by member: spread, the marks of a million events take longer than their digests
    this.writeEvent(event, { key, contentHash, customer, place, account });
    for (let at = 0; at < event.lines.length; at += 1) this.lines.push(item);
    for (let at = 1; at < named.length; at += 1) this.link(named[0]!, named[at]!, event);
    if (traits.length === 0 || customer === null) return;
    writeTraits(traits, customer, event.happenedAt, this.context, this.rows);
    while (this.traits.length < this.rows.traits.length) this.traits.push(item);
  }

  private readonly meet = (identifier: KeyedIdentifier): void => {
    this.newKeys.add(identifier.key);
    this.newTypes.push(identifierTypes.indexOf(identifier.type));
    if (this.contents) this.newValues.push(identifier.value);
    writeIdentifier(identifier, this.happenedAt, this.context, this.rows);
  };

  private link(strongest: number, other: number, { messageId, happenedAt }: OperationalEvent): void {
    const linkedAt = shownAt(happenedAt);
    if (!this.met.link(strongest, other, linkedAt)) return;
    const [a, b] = [this.met.keyOf(strongest), this.met.keyOf(other)];
    const said = { a, b, rule: 'same_message' as const, linkedAt };
    const link = writeNewLink(
      said,
      linkKey(a, b, said.rule, this.context.importId),
      messageId,
      this.context,
      '',
      this.rows,
    );
    for (const key of [link.key, link.a, link.b]) this.linkKeys.add(key);
    this.linkedAt.push(linkedAt);
  }

  packed(): PreparedEvents {
    const { rows, keys } = this;
    const block = (table: keyof CommitRows) => rows[table].pack(withoutNumber);
    return {
      count: keys.length,
      keys: keys.copied(),
      contents: this.contents?.copied() ?? null,
      rows: {
        events: {
          block: block('events'),
          items: Uint32Array.from({ length: keys.length }, (_, item) => item),
        },
        order_lines: { block: block('order_lines'), items: Uint32Array.from(this.lines) },
        account_facts: { block: block('account_facts'), items: Uint32Array.from(this.accounts) },
        traits: { block: block('traits'), items: Uint32Array.from(this.traits) },
      },
      identifiers: {
        block: block('identifiers'),
        keys: this.newKeys.copied(),
        types: Uint8Array.from(this.newTypes),
        values: this.contents ? this.newValues : null,
      },
      links: {
        block: block('identity_links'),
        keys: this.linkKeys.copied(),
        at: Float64Array.from(this.linkedAt),
      },
    };
  }
}
