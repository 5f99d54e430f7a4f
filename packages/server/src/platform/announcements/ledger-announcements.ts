import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Ledger } from '../stores/ledger.ts';
import { sql } from '../stores/sql.ts';
import type { Announcements } from './announcements.ts';

export interface RunningAnnouncements extends Announcements {
  stop(): Promise<void>;
}

interface Message {
  readonly from: string;
  readonly topic: string;
  readonly payload: unknown;
}

type Heard = (payload: unknown) => void;

const channel = 'lyhord_announcements';
/** PostgreSQL takes 7,999 bytes per notification. */
const longestMessage = 7500;

/** Announcements in this process; with a ledger, to and from every other process on the same ledger as well. */
export async function createAnnouncements(log: Logger, ledger: Ledger | null): Promise<RunningAnnouncements> {
  const own = randomUUID();
  const topics = new Map<string, Set<Heard>>();
  const tell = (topic: string, payload: unknown) => {
    for (const heard of topics.get(topic) ?? []) {
      try {
        heard(payload);
      } catch (error) {
        log.error({ err: error, topic }, 'a subscriber of an announcement failed');
      }
    }
  };
  const hear = (text: string) => {
    const message = JSON.parse(text) as Message;
    if (message.from !== own) tell(message.topic, message.payload);
  };
  const tellAll = () => {
    log.info('what other processes said while the connection was lost is read anew');
    for (const topic of [...topics.keys()]) tell(topic, null);
  };
  const stopListening = await ledger?.listen(channel, hear, tellAll);
  return {
    announce(topic, payload) {
      tell(topic, payload);
      if (!ledger) return;
      const text = fitting({ from: own, topic, payload });
      ledger.query(sql`select pg_notify(${channel}, ${text})`).catch((error) => {
        log.warn({ err: error, topic }, 'other processes did not hear an announcement');
      });
    },
    subscribe(topic, heard) {
      const all = topics.get(topic) ?? new Set<Heard>();
      topics.set(topic, all.add(heard));
      return () => {
        all.delete(heard);
        if (all.size === 0 && topics.get(topic) === all) topics.delete(topic);
      };
    },
    async stop() {
      await stopListening?.();
      topics.clear();
    },
  };
}

function fitting(message: Message): string {
  const text = JSON.stringify(message);
  return Buffer.byteLength(text) <= longestMessage ? text : JSON.stringify({ ...message, payload: null });
}
