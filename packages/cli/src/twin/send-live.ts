// Sends the living twin to a running server, as a company's own systems would: by its public endpoints and a write key.
import { setTimeout as sleep } from 'node:timers/promises';
import { liveBatches, segmentMessage } from '@lyhord/twin';
import type { TwinTask } from './twin-options.ts';

type LiveTask = Extract<TwinTask, { kind: 'live' }>;
const sayEveryMs = 10_000;

/** Runs until Ctrl+C. @throws Error in one sentence, when the server refuses the key or cannot be reached for long */
export async function sendLive(task: LiveTask): Promise<void> {
  console.error('Living through the history, so that every customer stands where it left them …');
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  const sent = { events: 0, signals: 0 };
  let said = 0;
  for await (const batch of liveBatches({
    ...task.options,
    from: new Date(),
    pacePerSecond: task.pacePerSecond,
  })) {
    if (stopped) break;
    const messages = batch.events.flatMap((event) => segmentMessage(event) ?? []);
    if (messages.length > 0) await post(task, '/v1/batch', { batch: messages });
    if (batch.signals.length > 0) await post(task, '/v1/signals', { signals: batch.signals });
    sent.events += messages.length;
    sent.signals += batch.signals.length;
    if (Date.now() - said < sayEveryMs) continue;
    said = Date.now();
    console.error(`${sent.events} events and ${sent.signals} signals sent; Ctrl+C stops.`);
  }
  console.error(`Stopped after ${sent.events} events and ${sent.signals} signals.`);
}

const tries = 5;

async function post(task: LiveTask, path: string, body: unknown): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send(task, path, body);
    if (answer instanceof Response) {
      if (answer.ok) return;
      if (answer.status === 401 || answer.status === 403)
        throw new Error(
          `${task.url.origin} does not accept this key; Settings, Sources shows the right one.`,
        );
      const told = (await answer.text()).slice(0, 300);
      if (answer.status < 500 && answer.status !== 429)
        throw new Error(`${path} answered ${answer.status}: ${told}`);
    }
    if (attempt === tries) {
      const why =
        answer instanceof Response ? `answers ${answer.status}` : `cannot be reached (${answer.message})`;
      throw new Error(`${task.url.origin} ${why}. Is the server running?`);
    }
    await sleep(500 * 2 ** attempt);
  }
}

async function send(task: LiveTask, path: string, body: unknown): Promise<Response | Error> {
  const authorization = `Basic ${Buffer.from(`${task.key}:`).toString('base64')}`;
  try {
    return await fetch(new URL(path, task.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (problem) {
    const { cause, message } = problem as Error & { cause?: { code?: string } };
    return new Error(cause?.code ?? message);
  }
}
