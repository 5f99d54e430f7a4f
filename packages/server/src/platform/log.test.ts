import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('a log line holds no secret and no personal value under a known name', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  log.info(
    {
      email: 'ada@example.org',
      user: { password: 'hunter2', phone: '+46701234567' },
      req: { headers: { authorization: 'Basic c2VjcmV0', cookie: 's=1' } },
    },
    'arrived',
  );
  log.info({ item: { traits: { name: 'Ada' }, kind: 'nps' } }, 'kept');
  const text = lines.join('');
  for (const secret of ['ada@example.org', 'hunter2', '+46701234567', 'c2VjcmV0', 's=1', 'Ada"'])
    expect(text).not.toContain(secret);
  expect(JSON.parse(lines[1]!)).toMatchObject({ item: { kind: 'nps', traits: '[redacted]' }, msg: 'kept' });
});
