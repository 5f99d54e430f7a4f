import { expect, test } from 'vitest';
import { originsIn } from './origins.ts';

test('a pasted address or a bare host becomes its origin, once; stars and ports stay', () => {
  expect(
    originsIn('https://acme.zendesk.com/agent/tickets/1\nacme.zendesk.com, https://*.apps.zdusercontent.com'),
  ).toEqual(['https://acme.zendesk.com', 'https://*.apps.zdusercontent.com']);
  expect(originsIn('http://localhost:4950/')).toEqual(['http://localhost:4950']);
});

test('what is no address stays as it was typed, for the server to say what would be right', () => {
  expect(originsIn('https://')).toEqual(['https://']);
});
