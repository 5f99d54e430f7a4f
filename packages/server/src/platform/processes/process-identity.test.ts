import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { commandOf, gone, identityOf, lives } from './process-identity.ts';

describe('a process', () => {
  it('is known by pid and start time', () => {
    const own = identityOf(process.pid);
    expect(own).toMatchObject({ pid: process.pid });
    expect(lives(own!)).toBe(true);
    expect(lives({ pid: process.pid, startedAt: 'another time' })).toBe(false);
  });

  it('is gone after it ended', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const identity = identityOf(child.pid!)!;
    expect(commandOf(child.pid!)).toContain('sleep 60');
    expect(await gone(identity, 50)).toBe(false);
    child.kill('SIGKILL');
    expect(await gone(identity, 5000)).toBe(true);
  });
});
