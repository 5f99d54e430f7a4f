// Promise: nothing is stored or sent before the visitor agrees; after that nothing is lost, offline neither, and what is sent
// twice counts once, because each message has an id of its own.
import { forget, nameOf, read, write } from './keeping.ts';

type Members = Record<string, unknown>;
interface Message extends Members {
  readonly messageId: string;
}

const mostWaiting = 100;
const mostBytes = 200_000;
const mostInBeacon = 60_000;
const longestMessage = 32_000;
const longestPauseMs = 60_000;

const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

export interface Tracker {
  consent(agreed: boolean): void;
  identify(userId: string, traits?: Members): void;
  track(event: string, properties?: Members): void;
  page(name?: string, properties?: Members): void;
  group(groupId: string, traits?: Members): void;
  reset(): void;
  /** Sends what waits; for pages that want to know. */
  flush(): Promise<void>;
}

export function createTracker(server: string, writeKey: string): Tracker {
  const address = `${server}/v1/batch`;
  // asked each time: the visitor may have taken it back in another window
  const agreed = () => read('consent') === '1';
  let held: Message[] = [];
  let sending = false;
  let pauseMs = 1_000;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const waiting = (): Message[] => JSON.parse(read('queue') ?? '[]');
  const keep = (queue: Message[]) => {
    const bounded = queue.slice(-mostWaiting);
    while (bounded.length > 0 && !write('queue', JSON.stringify(bounded), mostBytes)) bounded.shift();
    if (bounded.length === 0) forget('queue');
  };
  const own = (name: string) => {
    const id = read(name) ?? randomId();
    write(name, id);
    return id;
  };
  const add = (message: Message) => {
    try {
      addNow(message);
    } catch (error) {
      // such as a ring of objects, which cannot be written down; the shop's own script goes on
      console.warn('lyhord:', error);
    }
  };
  const addNow = (message: Message) => {
    if (!agreed()) {
      // this page's calls wait in memory for the visitor's word, and are gone with the page
      held = [...held, message].slice(-mostWaiting);
      return;
    }
    if (message.type === 'identify' && message.userId != null) write('user', String(message.userId));
    const whole = { ...message, anonymousId: own('visitor'), userId: message.userId ?? read('user') };
    if (JSON.stringify(whole).length > longestMessage) return;
    keep([...waiting(), whole]);
    later(50);
  };
  const addHeld = () => {
    const before = held;
    held = [];
    for (const message of before) add(message);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, ms);
  };
  const bodyOf = (batch: readonly Message[]) =>
    JSON.stringify({ writeKey, sentAt: new Date().toISOString(), batch });

  async function flush(): Promise<void> {
    const batch = agreed() && !sending ? waiting().slice(0, 50) : [];
    if (batch.length === 0) return;
    sending = true;
    let again = pauseMs;
    try {
      const { status } = await fetch(address, { method: 'POST', body: bodyOf(batch), credentials: 'omit' });
      if (status === 429 || status >= 500) throw status;
      const done = new Set(batch.map((one) => one.messageId));
      keep(waiting().filter((one) => !done.has(one.messageId)));
      pauseMs = 1_000;
      again = 0;
    } catch {
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
    sending = false;
    if (agreed() && waiting().length > 0) later(again);
  }

  const forgetAll = () => {
    for (const name of ['consent', 'queue', 'visitor', 'user']) forget(name);
  };
  /** What still waits leaves with the page; it stays in the queue, for nobody says whether it arrived. */
  const leave = () => {
    let batch = agreed() ? waiting() : [];
    while (batch.length > 0 && bodyOf(batch).length > mostInBeacon) batch = batch.slice(0, -1);
    if (batch.length > 0) navigator.sendBeacon(address, bodyOf(batch));
  };
  const say = (type: string, more: Members) =>
    add({
      ...{ messageId: randomId(), type, timestamp: new Date().toISOString() },
      context: {
        page: { path: location.pathname, title: document.title, referrer: document.referrer },
        locale: navigator.language,
        library: { name: 'lyhord.js', version: '1' },
      },
      ...more,
    });

  addEventListener('online', () => later(0));
  // a window may have written once more before it hears what was said in another
  addEventListener('storage', ({ key }) => {
    if (key !== nameOf('consent')) return;
    if (agreed()) addHeld();
    else forgetAll();
  });
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  if (agreed()) later(0);

  return {
    consent(yes) {
      if (yes) {
        write('consent', '1');
        addHeld();
      } else {
        forgetAll();
        held = [];
      }
    },
    identify(userId, traits) {
      say('identify', { userId, traits });
    },
    track: (event, properties) => say('track', { event, properties }),
    page: (name, properties) =>
      // the server takes names of so many letters
      say('page', {
        name: `${name ?? document.title}`.slice(0, 255),
        properties: { path: location.pathname, ...properties },
      }),
    group: (groupId, traits) => say('group', { groupId, traits }),
    reset() {
      forget('user');
      forget('visitor');
    },
    flush,
  };
}
