// Promise: a listener hears again by itself after its connection was lost, and knows that it may have missed something.
import pg from 'pg';

const firstPauseMs = 100;
const longestPauseMs = 10_000;

/** Listens on a connection of its own; `missed` is called whenever it hears again after a loss. Returns how to stop. */
export async function listenOn(
  settings: pg.ClientConfig,
  channel: string,
  heard: (payload: string) => void,
  missed: () => void,
): Promise<() => Promise<void>> {
  if (!/^[a-z_][a-z0-9_]*$/.test(channel)) throw new TypeError(`"${channel}" cannot be a channel's name.`);
  let stopped = false;
  let current: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;

  const connect = async () => {
    const client = new pg.Client(settings);
    client.on('notification', (message) => heard(message.payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => {
      if (current !== client) return;
      current = null;
      again(firstPauseMs);
    });
    await client.connect();
    await client.query(`listen "${channel}"`);
    current = client;
    if (stopped) await client.end();
  };
  const again = (pauseMs: number) => {
    if (stopped) return;
    retry = setTimeout(() => {
      connect().then(missed, () => again(Math.min(pauseMs * 2, longestPauseMs)));
    }, pauseMs);
    retry.unref();
  };

  await connect();
  return async () => {
    stopped = true;
    if (retry) clearTimeout(retry);
    await current?.end().catch(() => undefined);
  };
}
