import { expect, it } from 'vitest';
import { readCardToken, signCard } from './card-token.ts';

const secret = 'lyc_a-secret';
const now = new Date('2026-11-22T08:00:00Z');
const claims = { type: 'email' as const, value: 'anna@example.org', exp: now.getTime() / 1000 + 300 };

it('a card opens with what its tool signed, for as long as it says', () => {
  const token = signCard(secret, claims);
  expect(readCardToken(secret, token, now)).toEqual(claims);
  expect(readCardToken(secret, token, new Date(now.getTime() + 300_000))).toBe('expired');
});

it('a card does not open with another secret, another payload, or anything that is no token', () => {
  const [payload, proof] = signCard(secret, claims).split('.');
  const other = Buffer.from(JSON.stringify({ ...claims, value: 'bo@example.org' })).toString('base64url');
  const wrong = [
    `${other}.${proof}`,
    `${payload}.`,
    `${payload}.${proof}x`,
    `${payload}.${proof}.${proof}`,
    '',
    '.',
  ];
  for (const token of wrong) expect(readCardToken(secret, token, now), token).toBe('unsigned');
  expect(readCardToken('lyc_another', `${payload}.${proof}`, now)).toBe('unsigned');
  const empty = signCard(secret, { ...claims, value: '' });
  expect(readCardToken(secret, empty, now)).toBe('unsigned');
});

it('a token that would last long is refused', () => {
  const token = signCard(secret, { ...claims, exp: now.getTime() / 1000 + 86_400 });
  expect(readCardToken(secret, token, now)).toBe('too_long');
});
