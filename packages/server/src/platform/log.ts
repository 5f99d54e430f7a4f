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

/** JSON lines on standard output (or `destination`), with values under the names above taken out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: { paths, censor: '[redacted]' }, base: null };
  return destination ? pino(options, destination) : pino(options);
}
