import type { WebhookPreset } from '../presets.ts';

const number = {
  question: {
    $first: [
      { $path: '@.field.ref', $as: 'key' },
      { $path: '@.field.id', $as: 'key' },
    ],
  },
  value: '@.number',
} as const;

/** Answers to a Typeform: scores under their question, the first long text as the words; hidden fields name who and where. */
export const typeform: WebhookPreset = {
  preset: 'typeform',
  headers: {},
  mapping: [
    {
      to: 'signal',
      when: { '$.event_type': ['form_response'] },
      item: {
        messageId: '$.form_response.token',
        ...{ kind: 'survey', channel: 'web' },
        happenedAt: '$.form_response.submitted_at',
        campaign: '$.form_response.form_id',
        place: '$.form_response.hidden.place',
        reference: { $path: '$.form_response.hidden.reference', $as: 'text' },
        touchpoint: '$.form_response.hidden.touchpoint',
        answers: [
          { $each: '$.form_response.answers[field.type=nps]', $item: { question: 'nps', value: '@.number' } },
          {
            $each: '$.form_response.answers[field.type=opinion_scale]',
            $item: { ...number, min: 0, max: 11 },
          },
          { $each: '$.form_response.answers[field.type=rating]', $item: { ...number, min: 0, max: 11 } },
          // any other number is an answer without ends, such as how many live in the household
          { $each: '$.form_response.answers[field.type=number]', $item: number },
        ],
        text: {
          $first: [
            '$.form_response.answers[field.type=long_text].text',
            '$.form_response.answers[type=text].text',
          ],
        },
        identifiers: [
          {
            type: 'email',
            value: { $first: ['$.form_response.hidden.email', '$.form_response.answers[type=email].email'] },
          },
          { type: 'user_id', value: { $path: '$.form_response.hidden.user_id', $as: 'text' } },
          { type: 'phone', value: '$.form_response.answers[type=phone_number].phone_number' },
        ],
      },
    },
  ],
  example: {
    event_id: 'ev-example-1',
    event_type: 'form_response',
    form_response: {
      form_id: 'lT4Z3j',
      token: 'a3a12ec67a1365927098a606107fac15',
      submitted_at: '2026-03-31T08:15:00Z',
      hidden: { user_id: 'u-42' },
      answers: [
        { type: 'number', number: 9, field: { id: 'f1', type: 'nps', ref: 'recommend' } },
        { type: 'number', number: 4, field: { id: 'f2', type: 'rating', ref: 'Staff' } },
        { type: 'text', text: 'Friendly people.', field: { id: 'f3', type: 'long_text', ref: 'why' } },
        { type: 'email', email: 'kim@example.org', field: { id: 'f4', type: 'email', ref: 'mail' } },
      ],
    },
  },
};
