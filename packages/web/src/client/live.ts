// Listens to /api/live and asks again for what has changed, at once for the first news and then at a calm pace.
import { type Endpoint, endpoints, type LiveMessage } from '@lyhord/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';

/** `unanswered`: the server has not answered for some seconds; `offline`: this device has no network. */
export type LiveState = 'live' | 'connecting' | 'unanswered' | 'offline';
export const LiveContext = createContext<LiveState>('connecting');
export const useLiveState = (): LiveState => useContext(LiveContext);

const concerned: Record<LiveMessage['topic'], readonly Endpoint[]> = {
  signals: [
    endpoints.feed,
    endpoints.today,
    endpoints.pulse,
    endpoints.placesOverview,
    endpoints.listTopics,
    endpoints.readTopic,
    endpoints.ask,
    endpoints.dataQuality,
    endpoints.readCustomer,
    endpoints.listSurveys,
  ],
  cases: [endpoints.listCases, endpoints.readCase, endpoints.today, endpoints.feed, endpoints.placesOverview],
  changes: [endpoints.listChanges, endpoints.today, endpoints.placesOverview, endpoints.pulse],
};

/** Calls at once, then at most once in `everyMs`, and never forgets the last. */
export function atPace(run: () => void, everyMs: number): { poke(): void; stop(): void } {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  const poke = () => {
    if (waiting) {
      again = true;
      return;
    }
    run();
    waiting = setTimeout(() => {
      waiting = null;
      if (again) {
        again = false;
        poke();
      }
    }, everyMs);
  };
  return { poke, stop: () => waiting && clearTimeout(waiting) };
}

export function useLive(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const paces = Object.entries(concerned).map(([topic, asked]) => {
      const ids = new Set<unknown>(asked.map(({ id }) => id));
      const refresh = () => void client.invalidateQueries({ predicate: (q) => ids.has(q.queryKey[0]) });
      return [topic, atPace(refresh, 2_000)] as const;
    });
    const pace = new Map<string, { poke(): void; stop(): void }>(paces);
    const hear = (event: MessageEvent<string>) => {
      try {
        pace.get((JSON.parse(event.data) as LiveMessage).topic)?.poke();
      } catch {
        // A line that is no message, such as a greeting, is no news.
      }
    };
    const missed = () => {
      for (const { poke } of pace.values()) poke();
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    };
    const stop = stayConnected(hear, [...pace.keys()], setState, missed);
    return () => {
      stop();
      for (const { stop } of pace.values()) stop();
    };
  }, [client]);
  return state;
}

/** An event stream that is opened again when it was refused or broke; what happened meanwhile is asked for. */
function stayConnected(
  hear: (event: MessageEvent<string>) => void,
  topics: readonly string[],
  tell: (state: LiveState) => void,
  missed: () => void,
): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const open = () => {
    source = new EventSource(endpoints.live.path);
    source.onopen = () => {
      tell('live');
      if (failures > 0) missed();
      failures = 0;
    };
    source.onerror = () => {
      failures += 1;
      tell(!navigator.onLine ? 'offline' : failures > 1 ? 'unanswered' : 'connecting');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, 4_000);
    };
    source.onmessage = hear;
    for (const topic of topics) source.addEventListener(topic, hear as EventListener);
  };
  const away = () => tell('offline');
  open();
  window.addEventListener('offline', away);
  return () => {
    clearTimeout(timer);
    source.close();
    window.removeEventListener('offline', away);
  };
}
