// Readers of blocks that the product made itself (the demo company): nothing is checked, only given its meaning.
// What it makes under one id is always the same, so the id alone says what a message is.
import type { OperationalEvent, SignalInput, SignalReceived } from '@lyhord/contract';
import type { Reader } from '../arrivals/reading.ts';
import { traitsOfEvent } from '../operational/read-event.ts';
import { signalDraft } from '../signals/read-signal.ts';

export const readTrustedEvent: Reader = (raw) => {
  const event = raw as OperationalEvent;
  return {
    messageId: event.messageId,
    content: null,
    draft: { noun: 'event', event, traits: traitsOfEvent(event), rule: 'same_message', consent: true },
  };
};

const none: never[] = [];

export const readTrustedSignal: Reader = (raw) => {
  // copied first, then completed: defaults spread under it take ten times as long
  const said = { ...(raw as SignalInput) };
  said.channel ??= 'other';
  said.identifiers ??= none;
  said.answers ??= none;
  said.author ??= 'customer';
  said.properties ??= {};
  const signal = said as SignalReceived;
  const { happenedAt } = signal;
  const at = typeof happenedAt === 'number' ? happenedAt : Date.parse(happenedAt);
  return { messageId: signal.messageId, content: null, draft: signalDraft(signal, at) };
};
