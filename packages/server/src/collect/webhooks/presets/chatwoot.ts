import type { WebhookPreset } from '../presets.ts';

const conversation = {
  $join: ['conversation', { $path: '$.conversation.id', $as: 'text' }],
  $with: '-',
} as const;
const channel = {
  $first: [
    {
      $path: '$.conversation.channel',
      $values: {
        'Channel::WebWidget': 'chat',
        'Channel::Email': 'email',
        'Channel::Sms': 'sms',
        'Channel::TwilioSms': 'sms',
        'Channel::Whatsapp': 'chat',
        'Channel::Telegram': 'chat',
        'Channel::FacebookPage': 'social',
        'Channel::TwitterProfile': 'social',
        'Channel::Instagram': 'social',
      },
    },
    'chat',
  ],
} as const;

/** Webhooks of Chatwoot: each message of a conversation, and when it was resolved. */
export const chatwoot: WebhookPreset = {
  preset: 'chatwoot',
  headers: {},
  mapping: [
    {
      to: 'signal',
      when: {
        '$.event': ['message_created'],
        '$.private': [false],
        '$.message_type': ['incoming', 'outgoing', 0, 1],
        '$.content': true,
      },
      item: {
        messageId: { $join: ['message', { $path: '$.id', $as: 'text' }], $with: '-' },
        ...{ kind: 'ticket', channel, touchpoint: 'support', conversation, reference: conversation },
        happenedAt: { $path: '$.created_at', $as: 'seconds' },
        text: { $path: '$.content', $as: 'plain' },
        author: {
          $path: '$.message_type',
          $values: { incoming: 'customer', outgoing: 'staff', 0: 'customer', 1: 'staff' },
        },
        identifiers: [
          { type: 'email', value: { $first: ['$.conversation.meta.sender.email', '$.contact.email'] } },
          {
            type: 'phone',
            value: { $first: ['$.conversation.meta.sender.phone_number', '$.contact.phone_number'] },
          },
          {
            type: 'external_id',
            namespace: 'chatwoot',
            value: { $path: '$.conversation.contact_inbox.contact_id', $as: 'text' },
          },
        ],
      },
    },
    {
      to: 'event',
      when: { '$.event': ['conversation_created'] },
      item: {
        ...{ type: 'track', event: 'Ticket Opened' },
        messageId: { $join: ['opened', { $path: '$.id', $as: 'text' }], $with: '-' },
        timestamp: { $path: '$.timestamp', $as: 'seconds' },
        traits: { email: '$.meta.sender.email', phone: '$.meta.sender.phone_number' },
        properties: { ticket_id: { $join: ['conversation', { $path: '$.id', $as: 'text' }], $with: '-' } },
      },
    },
    {
      to: 'event',
      when: { '$.event': ['conversation_status_changed', 'conversation_resolved'], '$.status': ['resolved'] },
      item: {
        ...{ type: 'track', event: 'Ticket Solved' },
        messageId: {
          $join: ['solved', { $path: '$.id', $as: 'text' }, { $path: '$.timestamp', $as: 'text' }],
          $with: '-',
        },
        timestamp: { $path: '$.timestamp', $as: 'seconds' },
        traits: { email: '$.meta.sender.email', phone: '$.meta.sender.phone_number' },
        properties: { ticket_id: { $join: ['conversation', { $path: '$.id', $as: 'text' }], $with: '-' } },
      },
    },
  ],
  example: {
    event: 'message_created',
    id: 3001,
    content: 'Hello, my order has not come yet.',
    content_type: 'text',
    message_type: 'incoming',
    private: false,
    created_at: '2026-03-31T08:15:00.000Z',
    sender: { id: 77, name: 'Kim Example', email: 'kim@example.org', type: 'contact' },
    inbox: { id: 1, name: 'Website' },
    conversation: {
      id: 512,
      channel: 'Channel::WebWidget',
      status: 'open',
      contact_inbox: { contact_id: 77 },
      meta: { sender: { id: 77, email: 'kim@example.org', phone_number: '+46701740605' } },
    },
    account: { id: 1, name: 'Example' },
  },
};
