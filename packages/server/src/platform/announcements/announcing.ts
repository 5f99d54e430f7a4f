import type { Logger } from 'pino';
import type { Ledger } from '../stores/ledger.ts';
import { sql } from '../stores/sql.ts';
import type { Announcements } from './announcements.ts';

export interface Announcing extends Announcements {
  stop(): Promise<void>;
}

const channel = 'lyhord_announcements';
/** PostgreSQL carries at most 8,000 bytes in one notification. */
const maxBytes = 7_500;

/** Announcements to subscribers here at once, and to other processes by NOTIFY. `self` names this process. */
export async function startAnnouncements(ledger: Ledger, log: Logger, self: string): Promise<Announcing> {
  const subscribers = new Map<string, Set<(payload: unknown) => void>>();

  const tell = (topic: string, payload: unknown) => {
    for (const heard of subscribers.get(topic) ?? []) {
      try {
        heard(payload);
      } catch (error) {
        log.error({ err: error, topic }, 'a subscriber failed');
      }
    }
  };
  const stopListening = await ledger.listen(channel, (text) => {
    const { from, topic, payload } = JSON.parse(text) as { from: string; topic: string; payload: unknown };
    if (from !== self) tell(topic, payload);
  });

  return {
    announce(topic, payload) {
      tell(topic, payload);
      const whole = JSON.stringify({ from: self, topic, payload });
      const text =
        Buffer.byteLength(whole) <= maxBytes ? whole : JSON.stringify({ from: self, topic, payload: null });
      ledger
        .query(sql`select pg_notify(${channel}, ${text})`)
        .catch((error) => log.warn({ err: error, topic }, 'other processes were not told'));
    },
    subscribe(topic, heard) {
      const all = subscribers.get(topic) ?? new Set();
      subscribers.set(topic, all.add(heard));
      return () => void all.delete(heard);
    },
    stop: stopListening,
  };
}
