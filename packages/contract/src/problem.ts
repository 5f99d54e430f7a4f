import { z } from 'zod';
import { Expected } from './expectation.ts';

/** Every error that the product can answer with: code → HTTP status and a plain sentence. */
export const errors = {
  bad_request: [400, 'The request could not be understood.'],
  invalid_input: [400, 'Some fields do not have a value that makes sense.'],
  not_signed_in: [401, 'You are not signed in.'],
  bad_key: [401, 'The write key is not known here.'],
  bad_signature: [401, 'The message is not signed as it should be.'],
  bad_sign_in: [401, 'The e-mail address or the password is wrong.'],
  forbidden: [403, 'Your role may not do this.'],
  foreign_origin: [403, 'The request comes from another site.'],
  not_found: [404, 'There is no such thing, or you may not see it.'],
  conflict: [409, 'Somebody changed this in the meantime.'],
  duplicate: [409, 'This exists already.'],
  gone: [410, 'This link is no longer valid.'],
  too_large: [413, 'The request is larger than allowed.'],
  unsupported_media: [415, 'This kind of content cannot be read here.'],
  too_many: [429, 'Too many requests; wait a little.'],
  overloaded: [503, 'The server is busy; send the same again shortly.'],
  missing_rate: [409, 'There is no exchange rate for that day.'],
  mail_not_configured: [409, 'Mail is not set up yet.'],
  storage_full: [507, 'The disk is full; nothing was stored.'],
  internal: [500, 'Something went wrong on our side; it has been logged.'],
} as const satisfies Record<string, readonly [number, string]>;
export type ErrorCode = keyof typeof errors;

/**
 * RFC 9457 problem. `fields` names each wrong value, quotes it and says what would be right; `reason` and `values` are what
 * `detail` was written from, where it is one of `problemReasons`.
 */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  reason: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string().optional(),
  fields: z
    .array(
      z.object({
        path: z.string(),
        received: z.string(),
        expected: z.string(),
        wanted: z.array(Expected).optional(),
      }),
    )
    .optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
