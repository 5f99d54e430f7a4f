import type { ErrorCode } from '@lyhord/contract';
import { countingIn } from '../numerals.ts';

const many = countingIn('en');
export const answers = (n: number) => many(n, 'answer', 'answers');
export const comments = (n: number) => many(n, 'comment', 'comments');
export const tooFew = (n: number) => `too few answers (${n})`;
export const nothingYet = 'no answers';
export const interval = (range: string) => `interval ${range}`;
export const range = (low: string, high: string) => `${low} to ${high}`;
export const rangeMeaning = 'The true value lies in this range with 95 % confidence.';
export const tryAgain = 'Try again';
export const save = 'Save';
export const saved = 'Saved';
export const cancel = 'Cancel';
export const undo = 'Undo';
export const undone = 'Undone';
export const remove = 'Remove';
export const edit = 'Edit';
export const add = 'Add';
export const copy = 'Copy';
export const copied = 'Copied';
export const open = 'Open';
export const close = 'Close';
export const all = 'All';
export const nobody = 'Nobody';
export const none = 'None';
export const unknown = 'Not known';
export const showMore = 'Show more';
export const showAll = (n: number) => `Show all ${n}`;
export const showFewer = 'Show fewer';
export const table = 'Table';
export const chart = 'Chart';
export const download = 'Download CSV';
export const asTable = 'Show as table';
export const asChart = 'Show as chart';
export const loading = 'Loading';
export const metric = 'Metric';
export const value = 'Value';
export const low = 'Low';
export const high = 'High';
export const day = 'Day';
export const count = 'Answers';
export const place = 'Place';
export const typeToConfirm = (name: string) => `Write “${name}” to go on.`;
export const optional = 'optional';
export const fieldSays = (received: string, expected: string) =>
  `${received === 'missing' ? 'it is missing' : `${received} does not work here`}; it should be ${expected}.`;
export const reference = (id: string) => `Reference ${id}`;
export const troubleTitle = 'This did not load';
export const problems: Record<ErrorCode | 'offline', string> = {
  bad_request: 'The server did not understand. Reload the page and try again.',
  invalid_input: 'Some fields need another value; each one says what.',
  not_signed_in: 'You have been signed out. Sign in again to go on.',
  bad_key: 'The write key is not known here.',
  bad_signature: 'The message is not signed as it should be.',
  bad_sign_in: 'The e-mail address or the password is wrong.',
  forbidden: 'Your role may not do this. Ask an administrator.',
  foreign_origin: 'The request came from another address than the one you signed in at.',
  not_found: 'There is no such thing, or you may not see it.',
  conflict: 'Somebody changed this in the meantime. Reload to see how it stands.',
  duplicate: 'This exists already.',
  gone: 'This link is no longer valid. Ask for a new one.',
  too_large: 'That is larger than the server takes. Split it and send the parts.',
  unsupported_media: 'This kind of file cannot be read here. Save it as CSV (UTF-8).',
  too_many: 'Too many tries in a short time. Wait a minute.',
  overloaded: 'The server is busy. It should answer again in a moment.',
  missing_rate: 'There is no exchange rate for that day. Load one as a file of exchange rates.',
  mail_not_configured: 'Mail is not set up yet. An administrator does that under Settings, Mail.',
  storage_full: 'The server’s disk is full; nothing was stored. Free some space and send the same again.',
  internal: 'Something went wrong on the server. It has been logged; try again.',
  offline: 'The server cannot be reached. Check the connection; what you wrote is still here.',
};
export const withheld = (n: number) =>
  `Nothing is said of how fewer than ${n} felt. Where that could be had by subtracting the rest from a total, the next smallest group is withheld, too.`;
export const heldBack = 'withheld';
export const goalReached = (goal: string) => `goal ${goal} reached`;
export const goalAhead = (goal: string, missing: string) => `goal ${goal}: ${missing} to go`;
export const goalUnclear = (goal: string) => `goal ${goal}: within the interval`;
export const longerPeriod = 'Look at a whole year';
