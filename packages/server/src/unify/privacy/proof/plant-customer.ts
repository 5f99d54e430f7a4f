// Plants one customer with a hundred strings in every kind of place that data of customers gets to, through the front
// doors only. Half of the strings are random; half repeat themselves, so that stores pack them and a plain search of
// the files does not see them.
export interface PlantingSession {
  readonly origin: string;
  /** Cookie of an admin. */
  readonly cookie: string;
  readonly writeKey: string;
}

/** Signs an admin in and makes the source that customers are planted through. */
export async function plantingSession(
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<PlantingSession> {
  const reply = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const who = { origin, cookie, writeKey: '' };
  const { writeKey } = await ask<{ writeKey: string }>(who, 'POST', '/api/sources', { name: 'Till' });
  return { ...who, writeKey };
}

export interface PlantedCustomer {
  readonly userId: string;
  readonly email: string;
  /** A hundred strings that stand in what is held of the customer, and nowhere else. */
  readonly strings: readonly string[];
  /** The very requests, to be sent again after the erasure. */
  readonly batch: object;
  readonly signals: object;
}

const letters = 'bcdfghjklmnpqrstvwxz';

/** Words by a small generator of their own, so that the same seed plants the same customer. */
export function plantedStrings(seed: number, count = 100): string[] {
  let state = seed * 2_654_435_761 + 12_345;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (length: number) => Array.from({ length }, () => letters[next(letters.length)]).join('');
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? `zq${word(14)}` : `zq${word(3)}`.padEnd(24, `${word(2)}a`),
  );
}

export async function plantCustomer(session: PlantingSession, seed = 1): Promise<PlantedCustomer> {
  const strings = plantedStrings(seed);
  let taken = 0;
  const take = (count: number) => {
    taken += count;
    return strings.slice(taken - count, taken);
  };
  const [userId, mailName, loyalty, device] = take(4) as [string, string, string, string];
  const email = `${mailName}@customer.example`;
  const at = Date.now() - 3_600_000;
  const moment = (minute: number) => new Date(at + minute * 60_000).toISOString();
  const traits = take(12);
  const [orders, products, properties] = [take(8), take(8), take(10)];
  const batch = {
    batch: [
      {
        ...{ type: 'identify', messageId: `zi-${seed}`, userId, anonymousId: device, timestamp: moment(0) },
        traits: {
          ...{ email, name: `${traits[0]} ${traits[1]}` },
          ...Object.fromEntries(traits.slice(2).map((value, n) => [`note_${n}`, repeated(value, n)])),
        },
      },
      ...orders.map((order, n) => ({
        ...{
          type: 'track',
          event: 'Order Completed',
          messageId: `zo-${seed}-${n}`,
          userId,
          timestamp: moment(n),
        },
        properties: {
          ...{ order_id: order, total: 99, currency: 'SEK', coupon: properties[n] },
          products: [{ product_id: products[n], name: `${products[n]} tea`, price: 99, quantity: 1 }],
        },
      })),
      ...properties.slice(orders.length).map((value, n) => ({
        ...{ type: 'track', event: 'Viewed', messageId: `zv-${seed}-${n}`, userId, timestamp: moment(n) },
        properties: { shelf: value },
      })),
    ],
  };
  const [texts, conversations, titles] = [take(16), take(4), take(2)];
  const signals = {
    signals: texts.map((text, n) => ({
      ...{ messageId: `zs-${seed}-${n}`, kind: n === 0 ? 'survey' : 'review', channel: 'web' },
      identifiers: [
        { type: 'email', value: email },
        ...(n === 1 ? [{ type: 'loyalty_number', value: loyalty }] : []),
      ],
      ...(n === 0 ? { answers: [{ question: 'nps', value: 1 }] } : {}),
      ...(n < 2 ? { title: `${titles[n]} bad` } : {}),
      ...(n < 4 ? { conversation: conversations[n] } : {}),
      happenedAt: moment(n),
      text: `The service was bad and the ${repeated(text, n)} was worse.`,
    })),
  };
  await send(session, '/v1/batch', batch);
  await send(session, '/v1/signals', signals);
  await refuseItems(session, take(12), email, userId, seed);
  await workOnCase(session, email, take(8), take(6), seed);
  await inviteToSurvey(session, email, take(2), seed);
  await importFile(session, email, take(strings.length - taken), seed);
  return { userId, email, strings, batch, signals };
}

/** Reads the profile until it comes from the table of profiles at hand, in which the customer then stands, too. */
export async function readProfileAtHand(session: PlantingSession, email: string): Promise<void> {
  for (;;) {
    const path = `/api/customers?search=${encodeURIComponent(email)}`;
    const { customers } = await ask<{ customers: { key: string }[] }>(session, 'GET', path);
    const profile = await ask<{ freshness: { from: string } }>(
      session,
      'GET',
      `/api/profiles/${customers[0]!.key}`,
    );
    if (profile.freshness.from === 'store') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Some stand once, some so often that they are kept packed and in pieces. */
const repeated = (text: string, n: number): string =>
  n % 3 === 0 ? Array.from({ length: 15 }, () => text).join(' ') : text;

async function refuseItems(
  session: PlantingSession,
  words: readonly string[],
  email: string,
  userId: string,
  seed: number,
): Promise<void> {
  const half = words.length / 2;
  await send(session, '/v1/signals', {
    signals: words.slice(0, half).map((text, n) => ({
      ...{
        messageId: `zr-${seed}-${n}`,
        kind: 'nonsense',
        identifiers: [{ type: 'email', value: email }],
        text,
      },
    })),
  });
  await send(session, '/v1/batch', {
    batch: words.slice(half).map((text, n) => ({
      ...{
        type: 'track',
        messageId: `zt-${seed}-${n}`,
        userId,
        timestamp: 'never',
        properties: { shelf: text },
      },
      event: '',
    })),
  });
}

async function workOnCase(
  session: PlantingSession,
  email: string,
  notes: readonly string[],
  replies: readonly string[],
  seed: number,
): Promise<void> {
  const id = await caseOf(session, email);
  for (const [n, note] of notes.entries()) {
    await ask(session, 'POST', `/api/cases/${id}/notes`, {
      text: repeated(`${note} was called`, n).repeat(7).slice(0, 4_900),
    });
  }
  for (const [n, reply] of replies.entries()) {
    await ask(session, 'POST', `/api/cases/${id}/replies`, {
      ...{ text: `We are sorry about ${repeated(reply, n)}.`, messageKey: `planted-${seed}-${n}` },
    });
  }
}

/** The case that the first bad answer opened; cases follow a commit within moments. */
async function caseOf(session: PlantingSession, email: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const found = await ask<{ customers: { key: string }[] }>(
      session,
      'GET',
      `/api/customers?search=${encodeURIComponent(email)}`,
    );
    const [customer] = found.customers;
    if (customer) {
      const page = await ask<{ cases: { id: string }[] }>(session, 'GET', `/api/customers/${customer.key}`);
      if (page.cases[0]) return page.cases[0].id;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No case was opened for the planted customer.');
}

async function inviteToSurvey(
  session: PlantingSession,
  email: string,
  [name, reference]: readonly string[],
  seed: number,
): Promise<void> {
  const survey = await ask<{ id: string }>(session, 'POST', '/api/surveys', { name: `Planted ${seed}` });
  const recipients = [{ email, name: `${name}`, reference: `${reference}` }];
  await ask(session, 'POST', `/api/surveys/${survey.id}/send`, { recipients });
}

async function importFile(
  session: PlantingSession,
  email: string,
  words: readonly string[],
  seed: number,
): Promise<void> {
  const rows = words.map(
    (word, n) => `zf-${seed}-${n},${email},${n % 2 ? 'never' : '2026-01-05'},It was ${word}`,
  );
  const csv = `Id,Mail,Day,Comment\n${rows.join('\n')}\n`;
  const mapping = {
    target: 'signals',
    columns: { messageId: 'Id', email: 'Mail', happenedAt: 'Day', text: 'Comment' },
  };
  const query = new URLSearchParams({ fileName: 'planted.csv', mapping: JSON.stringify(mapping) });
  const { origin, cookie } = session;
  const reply = await fetch(`${origin}/api/imports?${query}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'text/csv' },
    body: csv,
  });
  const said = await reply.text();
  if (!reply.ok) throw new Error(`importing the planted file answered ${reply.status}: ${said}`);
}

export async function ask<T = unknown>(
  { origin, cookie }: PlantingSession,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const reply = await fetch(`${origin}${path}`, {
    method,
    headers: { cookie, origin, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** Sends as a source does; what comes back are the verdicts. */
export async function send(
  { origin, writeKey }: PlantingSession,
  path: string,
  body: object,
): Promise<{ verdicts: { outcome: string; reason?: string }[] }> {
  const reply = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${text}`);
  return JSON.parse(text);
}
