import type { WebhookPreset } from '../presets.ts';

const ticket = {
  conversation: { $path: '$.detail.id', $as: 'text' },
  reference: { $path: '$.detail.id', $as: 'text' },
  touchpoint: 'support',
} as const;
const requester = {
  $each: '$.detail.requester_id',
  $item: { type: 'external_id', namespace: 'zendesk', value: { $path: '@', $as: 'text' } },
} as const;
const subject = { $path: '$.detail.subject', $as: 'text' } as const;
const ticketEvent = (name: string) =>
  ({
    messageId: '$.id',
    type: 'track',
    event: name,
    timestamp: '$.time',
    context: {
      externalIds: {
        $each: '$.detail.requester_id',
        $item: { type: 'zendesk', id: { $path: '@', $as: 'text' } },
      },
    },
    properties: { ticket_id: { $path: '$.detail.id', $as: 'text' }, priority: '$.detail.priority' },
  }) as const;

/** Event webhooks (`zen:event-type:…`), as Zendesk sends them for ticket events. */
export const zendesk: WebhookPreset = {
  preset: 'zendesk',
  headers: {},
  mapping: [
    {
      to: 'event',
      when: { '$.type': ['zen:event-type:ticket.created'] },
      item: ticketEvent('Ticket Created'),
    },
    {
      to: 'signal',
      when: { '$.type': ['zen:event-type:ticket.created'], '$.detail.description': true },
      item: {
        ...{ messageId: { $join: ['$.id', 'text'] }, kind: 'ticket', channel: 'email', ...ticket },
        ...{ happenedAt: '$.time', title: subject, text: '$.detail.description', identifiers: requester },
      },
    },
    {
      to: 'signal',
      when: {
        '$.type': ['zen:event-type:ticket.comment_added'],
        '$.event.comment.is_public': [true],
      },
      item: {
        ...{ messageId: '$.id', kind: 'ticket', channel: 'email', ...ticket },
        ...{ happenedAt: '$.time', title: subject, text: '$.event.comment.body' },
        author: { $path: '$.event.comment.author.is_staff', $values: { true: 'staff', false: 'customer' } },
        identifiers: requester,
      },
    },
    {
      to: 'signal',
      when: {
        '$.type': ['zen:event-type:ticket.csat_received', 'zen:event-type:ticket.survey_response_submitted'],
      },
      item: {
        ...{ messageId: '$.id', kind: 'survey', channel: 'email', ...ticket, happenedAt: '$.time' },
        text: { $first: ['$.event.csat.comment', '$.event.comment'] },
        answers: [{ question: 'csat', value: { $path: '$.event.csat.rating', $as: 'number' } }],
        identifiers: requester,
      },
    },
    {
      to: 'event',
      when: {
        '$.type': ['zen:event-type:ticket.status_changed'],
        '$.event.current': ['SOLVED', 'solved', 'Solved'],
      },
      item: ticketEvent('Ticket Solved'),
    },
  ],
  example: {
    account_id: 12345,
    id: '01HXAMPLE0000000000000001',
    type: 'zen:event-type:ticket.comment_added',
    time: '2026-03-31T08:15:00Z',
    zendesk_event_version: '2022-11-06',
    subject: 'zen:ticket:4711',
    detail: { id: '4711', subject: 'Broken lamp', status: 'OPEN', priority: 'NORMAL', requester_id: '998' },
    event: {
      comment: {
        id: '8812',
        is_public: true,
        body: 'The lamp arrived broken, and nobody answers the phone.',
        author: { id: '998', is_staff: false, name: 'Kim Example' },
      },
    },
  },
};
