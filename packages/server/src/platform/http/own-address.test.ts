import { expect, test } from 'vitest';
import { addressForPeople, addressOnThisMachine } from './own-address.ts';

test('an address of the server can be opened, whatever it listens on', () => {
  const hosts = ['127.0.0.1', '0.0.0.0', '::', '::1', 'fd00::7', 'cx.example.org'];
  const people = hosts.map((host) => addressForPeople(host, 4600));
  const commands = hosts.map((host) => addressOnThisMachine(host, 4600));
  for (const address of [...people, ...commands]) expect(URL.canParse(address), address).toBe(true);
  expect(people.slice(1, 4)).toEqual(['http://localhost:4600', 'http://localhost:4600', 'http://[::1]:4600']);
  expect(commands.slice(1, 3)).toEqual(['http://127.0.0.1:4600', 'http://[::1]:4600']);
});
