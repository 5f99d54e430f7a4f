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

it('an error is told without the rows and addresses that stores and mail servers quote', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const unique = Object.assign(new Error('duplicate key value violates unique constraint "people_email"'), {
    code: '23505',
    detail: 'Key (email)=(ada@example.org) already exists.',
    where: 'COPY people, line 1: "Ada Lovelace"',
    constraint: 'people_email',
  });
  log.error({ err: unique }, 'failed');
  const unread = new Error(
    'Code: 27. Cannot parse input: (at row 1)\nRow 1: name: text, parsed: "My leg hurts"',
  );
  log.error({ err: new Error('a commit failed', { cause: unread }) }, 'failed');
  const problem = '550 <ada@example.org>: no such user';
  log.warn({ problem, err: Object.assign(new Error(problem), { response: problem }) }, 'not sent');
  const text = lines.join('');
  for (const secret of ['ada@example.org', 'Lovelace', 'leg hurts']) expect(text).not.toContain(secret);
  expect(JSON.parse(lines[0]!).err).toMatchObject({ code: '23505', constraint: 'people_email' });
  expect(JSON.parse(lines[0]!).err.stack).toContain('log.test.ts');
  expect(JSON.parse(lines[2]!)).toMatchObject({ problem: '550 <[redacted]>: no such user' });
});
