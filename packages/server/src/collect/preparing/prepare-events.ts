// Prepares events of the product's own making (the demo company) in the thread that makes them, by the same keys and
// rows as everything that arrives at a door. They need no judging, so no object goes along with each of them.
import { identifierTypes, type OperationalEvent } from '@lyhord/contract';
import { type CommitRows, noRows } from '../commit/commit-rows.ts';
import { type EventMarks, eventWriter, writeTraits } from '../commit/event-rows.ts';
import { linkKey, writeIdentifier, writeNewLink } from '../commit/identity-rows.ts';
import { type RowContext, zoneOfPlace } from '../commit/row-context.ts';
import { type KeyedIdentifier, Keyring } from '../identifiers/keyring.ts';
import { KeyList } from '../keys/key-list.ts';
import { MessageKeys } from '../keys/key64.ts';
import { traitsOfEvent } from '../operational/read-event.ts';
import { placeCodes } from '../places/place-codes.ts';
import { MetIdentity } from './met-identity.ts';
import type { PreparedEvents, PreparingPlan } from './prepared-events.ts';

const withoutNumber = ['commit_no'];
/** The thread remembers by itself what it has met. */
const rememberedByKeyring = 1;

/** Prepares events as they are made, and gives what has come together as one block. */
interface Preparer {
  add(events: readonly OperationalEvent[]): void;
  /** Events since the last `take`. */
  readonly count: number;
  take(): PreparedEvents;
}

/** Remembers which identifiers and links it has met, so that each is told once. */
export function createPreparer(plan: PreparingPlan): Preparer {
  const { workspaceId, sourceId, timeZone } = plan;
  const messageKeys = new MessageKeys(workspaceId, sourceId);
  const placeOf = placeCodes(plan.places);
  const met = new MetIdentity(new Keyring(plan.identifierSecret, rememberedByKeyring));
  const zoneOf = zoneOfPlace(timeZone);
  const empty = () =>
    new PreparedBlock({ workspaceId, sourceId, importId: '', commitNo: 0, knownAt: Date.now(), zoneOf }, met);
  let block = empty();
  return {
    add(events) {
      for (const event of events) {
        const key = messageKeys.keyOf('event', event.messageId);
        const place = event.placeCode ? placeOf(event.placeCode) : null;
        block.add(event, { key, contentHash: key, place });
      }
    },
    get count() {
      return block.count;
    },
    take() {
      const prepared = block.packed();
      block = empty();
      return prepared;
    },
  };
}

/** Rows of some events, and what of the customers in them is new. */
class PreparedBlock {
  private readonly rows: CommitRows = noRows();
  private readonly keys = new KeyList();
  /** The number of the event that each row comes from. */
  private readonly lines: number[] = [];
  private readonly traits: number[] = [];
  private readonly newKeys = new KeyList();
  private readonly newTypes: number[] = [];
  private readonly linkKeys = new KeyList();
  private readonly linkedAt: number[] = [];
  private readonly context: RowContext;
  private readonly met: MetIdentity;
  private readonly writeEvent: ReturnType<typeof eventWriter>;
  private happenedAt = 0;

  constructor(context: RowContext, met: MetIdentity) {
    this.context = context;
    this.met = met;
    this.writeEvent = eventWriter(this.rows, context);
  }

  get count(): number {
    return this.keys.length;
  }

  add(event: OperationalEvent, marks: Omit<EventMarks, 'customer'>): void {
    const item = this.keys.add(marks.key);
    this.happenedAt = event.happenedAt;
    const named = this.met.read(event.identifiers, marks.place?.country ?? null, this.meet);
    const customer = named.length > 0 ? this.met.keyOf(named[0]!) : null;
    this.writeEvent(event, { ...marks, customer });
    for (let at = 0; at < event.lines.length; at += 1) this.lines.push(item);
    for (let at = 1; at < named.length; at += 1) this.link(named[0]!, named[at]!, event);
    if (event.kind !== 'identify' || customer === null) return;
    writeTraits(traitsOfEvent(event), customer, event.happenedAt, this.context, this.rows);
    while (this.traits.length < this.rows.traits.length) this.traits.push(item);
  }

  private readonly meet = (identifier: KeyedIdentifier): void => {
    this.newKeys.add(identifier.key);
    this.newTypes.push(identifierTypes.indexOf(identifier.type));
    writeIdentifier(identifier, this.happenedAt, this.context, this.rows);
  };

  private link(strongest: number, other: number, { messageId, happenedAt }: OperationalEvent): void {
    if (!this.met.link(strongest, other)) return;
    const [a, b] = [this.met.keyOf(strongest), this.met.keyOf(other)];
    const said = { a, b, rule: 'same_message' as const, linkedAt: happenedAt };
    const link = writeNewLink(said, linkKey(a, b, said.rule), messageId, this.context, '', this.rows);
    for (const key of [link.key, link.a, link.b]) this.linkKeys.add(key);
    this.linkedAt.push(happenedAt);
  }

  packed(): PreparedEvents {
    const { rows, keys } = this;
    const block = (table: keyof CommitRows) => rows[table].pack(withoutNumber);
    return {
      count: keys.length,
      keys: keys.copied(),
      rows: {
        events: {
          block: block('events'),
          items: Uint32Array.from({ length: keys.length }, (_, item) => item),
        },
        order_lines: { block: block('order_lines'), items: Uint32Array.from(this.lines) },
        traits: { block: block('traits'), items: Uint32Array.from(this.traits) },
      },
      identifiers: {
        block: block('identifiers'),
        keys: this.newKeys.copied(),
        types: Uint8Array.from(this.newTypes),
      },
      links: {
        block: block('identity_links'),
        keys: this.linkKeys.copied(),
        at: Float64Array.from(this.linkedAt),
      },
    };
  }
}
