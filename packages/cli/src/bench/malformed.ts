// What goes wrong on the way to a front door: good requests, spoiled in bytes, in shape or in meaning.
export interface Malformed {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly packed: boolean;
}

type Chance = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const odd: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    0,
    1e308,
    -0,
    2 ** 53,
    '',
    ' ',
    'null',
    '\u0000',
    '\ud800',
    '💥'.repeat(50),
    'x'.repeat(5_000),
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { a: { b: { c: [] } } },
    '2026-02-30',
    '9999-99-99T99:99:99Z',
    'Infinity',
    '-1e999',
  ],
  ...[
    "'; drop table signals; --",
    '{{7*7}}',
    '../../etc/passwd',
    '<script>',
    '__proto__',
    'constructor',
    'toString',
  ],
];

const message = () => ({
  type: 'track',
  event: 'Order Completed',
  messageId: 'm',
  userId: 'u',
  timestamp: '2026-03-31T08:15:00Z',
  context: { externalIds: [{ id: '1', type: 'x' }], consent: { categoryPreferences: { Analytics: true } } },
  properties: {
    order_id: '1',
    total: 12.5,
    currency: 'SEK',
    products: [{ product_id: 'p', price: 1 }],
    due_at: '2026-04-01',
  },
});
const signal = () => ({
  ...{ messageId: 's', kind: 'review', channel: 'web', happenedAt: '2026-03-31T08:15:00Z', text: 'Bra' },
  answers: [{ question: 'nps', value: 9 }],
  identifiers: [{ type: 'email', value: 'a@example.org' }],
});
const cloudEvent = () => ({
  ...{ specversion: '1.0', id: '1', source: '/fuzz', type: 'com.example.order.completed' },
  ...{ time: '2026-03-31T08:15:00Z', data: { total: 1, currency: 'SEK' } },
});

interface Door {
  readonly path: string;
  readonly type: string;
  readonly good: () => unknown;
}

const doors = (hook: string): readonly Door[] => [
  { path: '/v1/batch', type: 'application/json', good: () => ({ batch: [message(), message()] }) },
  ...['track', 'identify', 'page', 'screen', 'group', 'alias', 't', 'i', 'p', 's', 'g', 'a'].map((call) => ({
    ...{ path: `/v1/${call}`, type: 'application/json', good: message },
  })),
  { path: '/v1/signals', type: 'application/json', good: () => ({ signals: [signal(), signal()] }) },
  { path: '/v1/cloudevents', type: 'application/cloudevents+json', good: cloudEvent },
  {
    path: '/v1/cloudevents',
    type: 'application/cloudevents-batch+json',
    good: () => [cloudEvent(), cloudEvent()],
  },
  {
    path: hook,
    type: 'application/json',
    good: () => ({ id: '1', at: '2026-03-31T08:15:00Z', text: 'Hej' }),
  },
];

export function malformedRequest(chance: Chance, given: { writeKey: string; hook: string }): Malformed {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const door = pick(doors(given.hook));
  const spoiled = spoil(door.good(), chance);
  let body: Buffer = Buffer.from(JSON.stringify(spoiled) ?? '', 'utf8');
  if (chance() < 0.35) body = spoilBytes(body, chance);
  const packed = chance() < 0.1;
  const encoding =
    packed || chance() < 0.03 ? { 'content-encoding': pick(['gzip', 'gzip', 'deflate', 'br', 'x']) } : {};
  const type =
    chance() < 0.9
      ? door.type
      : pick(['text/plain', 'application/json; charset=latin1', 'x', 'application/xml']);
  const key = chance() < 0.97 ? given.writeKey : pick(['', 'lyw_', 'x'.repeat(300)]);
  const credential = pick([`Basic ${Buffer.from(`${key}:`).toString('base64')}`, `Bearer ${key || 'x'}`]);
  return {
    path: door.path,
    headers: { authorization: credential, 'content-type': type, ...encoding },
    body,
    packed,
  };
}

/** Puts odd values in place of good ones, takes members away and adds others. */
function spoil(value: unknown, chance: Chance): unknown {
  const roll = chance();
  if (roll < 0.12) return odd[Math.floor(chance() * odd.length)];
  if (roll < 0.125) return deep(Math.floor(chance() * 2_000));
  if (Array.isArray(value)) return value.map((one) => spoil(one, chance));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value)
    .filter(() => chance() > 0.06)
    .map(([name, one]): [string, unknown] => [name, spoil(one, chance)]);
  if (chance() < 0.05) members.push([String(odd[Math.floor(chance() * odd.length)]), 1]);
  return Object.fromEntries(members);
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Cuts, doubles or changes bytes. */
function spoilBytes(body: Buffer, chance: Chance): Buffer {
  const at = Math.floor(chance() * (body.length + 1));
  const roll = chance();
  if (roll < 0.3) return body.subarray(0, at);
  if (roll < 0.5) return Buffer.concat([body.subarray(0, at), body.subarray(Math.floor(at / 2))]);
  const changed = Buffer.from(body);
  for (let count = 0; count < 1 + roll * 4 && changed.length > 0; count++) {
    changed[Math.floor(chance() * changed.length)] = Math.floor(chance() * 256);
  }
  return changed;
}
