// Promise: secrets and personal values that stand under these names never reach the log.
import { type DestinationStream, type Logger, pino } from 'pino';

const secretNames = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'writeKey',
  'apiKey',
  'key',
  'databaseUrl',
  'clickHouseUrl',
  'smtpUrl',
];
const personalNames = [
  'email',
  'to',
  'phone',
  'firstName',
  'lastName',
  'fullName',
  'address',
  'comment',
  'text',
  'traits',
  'userId',
  'anonymousId',
];
const depths = ['', '*.', '*.*.'];
const paths = [
  ...depths.flatMap((depth) => [...secretNames, ...personalNames].map((name) => `${depth}${name}`)),
  'req.headers["set-cookie"]',
  'res.headers["set-cookie"]',
];

const mailAddress = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;
/** The engine quotes rows that it cannot read. */
const quotedRows = /\(at row \d+\)[\s\S]*?(?=\n {4}at |$)/g;
const impersonal = (text: string): string =>
  text.replace(quotedRows, '(at a row)').replace(mailAddress, '[redacted]');

/** Stores and mail servers put what somebody wrote, or where they live, into their errors. */
function withoutValues(error: Error): unknown {
  const told = pino.stdSerializers.err(error);
  if (typeof told?.message !== 'string') return told;
  const { type, message, stack, code, routine, table, constraint } = told;
  return { type, code, routine, table, constraint, message: impersonal(message), stack: impersonal(stack) };
}

const serializers = {
  err: withoutValues,
  error: withoutValues,
  problem: (text: unknown) => (typeof text === 'string' ? impersonal(text) : text),
};

/** JSON lines on standard output (or `destination`), with values under the names above taken out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: { paths, censor: '[redacted]' }, serializers, base: null };
  return destination ? pino(options, destination) : pino(options);
}
