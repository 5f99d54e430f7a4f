import { type ExpectationKey, expectations } from '@lyhord/contract';

/** What a value should have been; names in braces are filled in. */
export const wanted: Readonly<Record<ExpectationKey, string>> = {
  ...expectations,
  moment: 'a date and time such as 2026-03-31 08:15',
  moment_iso: 'a date and time such as 2026-03-31 08:15',
  currency: 'three capitals such as SEK',
  customer: 'given: the customer number, or anonymousId',
};
/** Between several that would all be right. */
export const or = 'or';
export const wrong = (field: string, received: string, expected: string) =>
  `${field} is ${received}, but should be ${expected}.`;
export const missing = (field: string, expected: string) => `${field} is missing; it should be ${expected}.`;
/** Why an item was refused, by its key; beside the name of the field. */
export const short: Readonly<Record<string, string>> = {
  invalid: 'A value that cannot be',
  missing: 'Something is missing',
  empty: 'Nothing said',
  differs: 'There already with other content',
  too_large: 'Too large',
  too_deep: 'Nested too deeply',
  bad_encoding: 'Letters that cannot be read',
  no_consent: 'The customer has not agreed',
  erased: 'The customer was erased',
  named_twice: 'Named twice',
  broken_row: 'The row is broken',
  no_rule: 'No rule reads it',
  not_replayable: 'Cannot be read again',
  bad_key: 'Unknown key',
};
/** The same as a sentence, with what to do. */
export const whole: Readonly<Record<string, string>> = {
  empty: 'There is neither a score nor a text; at least one of them should be there.',
  differs:
    'The same id came before with other content, which stays. Send what is changed under an id of its own.',
  too_large: 'It takes more than 32 kB. Send less of it.',
  too_deep: 'Its properties are nested too deeply. Send them flatter.',
  bad_encoding: 'It holds letters that cannot be read. Send it as UTF-8.',
  no_consent: 'The customer has not agreed to this use, so it was not kept. Nothing to do.',
  erased: 'The customer was erased on request, so nothing about them is kept. Nothing to do.',
  broken_row:
    'The row has more or fewer cells than the header, or a quote is never closed. Put cells that hold the separator in "quotes".',
  no_rule: 'No rule of the mapping reads this message. Add one, and read it again.',
  not_replayable: 'What came this way cannot be read again. Send it anew.',
};
