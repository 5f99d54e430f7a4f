import type { WebhookPreset } from '../presets.ts';

const reference = { $path: '$.data.item.id', $as: 'text' } as const;
const about = {
  kind: 'ticket',
  channel: 'chat',
  touchpoint: 'support',
  conversation: reference,
  reference,
} as const;
const contact = [
  {
    type: 'email',
    value: {
      $first: [
        '$.data.item.contacts.contacts[0].email',
        '$.data.item.source.author.email',
        '$.data.item.user.email',
      ],
    },
  },
  {
    type: 'user_id',
    value: { $first: ['$.data.item.contacts.contacts[0].external_id', '$.data.item.user.user_id'] },
  },
  {
    type: 'external_id',
    namespace: 'intercom',
    value: {
      $path: '$.data.item.contacts.contacts[0].id',
      $as: 'text',
    },
  },
] as const;
const part = '$.data.item.conversation_parts.conversation_parts[-1]';
const reply = (author: 'customer' | 'staff') => ({
  messageId: { $join: ['part', { $path: `${part}.id`, $as: 'text' }], $with: '-' },
  ...about,
  happenedAt: { $path: `${part}.created_at`, $as: 'seconds' },
  text: { $path: `${part}.body`, $as: 'plain' },
  author,
  identifiers: contact,
});

/** Notifications of Intercom about conversations and their ratings. */
export const intercom: WebhookPreset = {
  preset: 'intercom',
  headers: {},
  mapping: [
    {
      to: 'signal',
      when: { '$.topic': ['conversation.user.created'] },
      item: {
        messageId: { $join: ['conversation', reference], $with: '-' },
        ...about,
        happenedAt: { $path: '$.data.item.created_at', $as: 'seconds' },
        title: { $path: '$.data.item.source.subject', $as: 'plain' },
        text: { $path: '$.data.item.source.body', $as: 'plain' },
        identifiers: contact,
      },
    },
    {
      to: 'signal',
      when: { '$.topic': ['conversation.user.replied'], [`${part}.body`]: true },
      item: reply('customer'),
    },
    {
      to: 'signal',
      when: { '$.topic': ['conversation.admin.replied'], [`${part}.body`]: true },
      item: reply('staff'),
    },
    {
      to: 'signal',
      when: { '$.topic': ['conversation.rating.added'], '$.data.item.conversation_rating.rating': true },
      item: {
        messageId: { $join: ['rating', reference], $with: '-' },
        ...{ ...about, kind: 'survey' },
        happenedAt: { $path: '$.data.item.conversation_rating.created_at', $as: 'seconds' },
        text: { $path: '$.data.item.conversation_rating.remark', $as: 'plain' },
        answers: [{ question: 'csat', value: '$.data.item.conversation_rating.rating' }],
        identifiers: contact,
      },
    },
    {
      to: 'event',
      when: { '$.topic': ['conversation.admin.closed'] },
      item: {
        ...{ type: 'track', event: 'Ticket Closed', messageId: '$.id' },
        timestamp: { $path: '$.created_at', $as: 'seconds' },
        traits: { email: '$.data.item.source.author.email' },
        properties: { ticket_id: reference },
      },
    },
  ],
  example: {
    type: 'notification_event',
    id: 'notif_example_1',
    topic: 'conversation.user.replied',
    created_at: 1_774_944_900,
    data: {
      type: 'notification_event_data',
      item: {
        type: 'conversation',
        id: '900123',
        created_at: 1_774_940_000,
        source: { subject: '', body: '<p>Hi</p>', author: { type: 'user', email: 'kim@example.org' } },
        contacts: { contacts: [{ id: 'c-77', external_id: 'u-42' }] },
        conversation_parts: {
          conversation_parts: [
            {
              ...{ id: '15001', part_type: 'comment', created_at: 1_774_944_900 },
              body: '<p>Still <b>no answer</b> about my invoice.</p>',
              author: { type: 'user', id: 'c-77' },
            },
          ],
        },
      },
    },
  },
};
