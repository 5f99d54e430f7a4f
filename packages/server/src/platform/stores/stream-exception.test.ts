import { describe, expect, it } from 'vitest';
import { unbroken } from './stream-exception.ts';

async function* cut(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}
const whole = async (text: string, size: number, tag?: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of unbroken(cut(text, size), tag)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

describe('an answer of a server', () => {
  it('passes unchanged, however it is cut', async () => {
    const text = 'row\n'.repeat(20_000);
    for (const size of [1000, 7919, 80_000]) expect(await whole(text, size, 'TAGTAGTAGTAGTAGT')).toBe(text);
    expect(await whole('', 10, 'TAG')).toBe('');
  });

  it('that ends in an exception is an error with its number, also when a chunk cuts through it', async () => {
    const message = 'Code: 241. DB::Exception: memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)\n';
    const broken = `${'row\n'.repeat(9000)}\r\n__exception__\r\nFOOBAR\r\n${message}${message.length} FOOBAR\r\n__exception__\r\n`;
    for (const size of [13, 4096, 100_000])
      await expect(whole(broken, size, 'FOOBAR')).rejects.toMatchObject({ code: 241, overLimit: true });
  });

  it('may quote the marker in its rows', async () => {
    const text = 'somebody wrote __exception__\r\n';
    expect(await whole(text, 10, 'FOOBAR')).toBe(text);
  });
});
