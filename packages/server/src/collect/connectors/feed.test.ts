import { describe, expect, it } from 'vitest';
import { entriesOf } from './feed.ts';
import { momentOfFeed, textOfFeed } from './feed-text.ts';

describe('a feed', () => {
  it('may be Atom, with markup of any kind', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title type="html">A &amp;amp; B</title>
      <link rel="self" href="https://x.example/self"/><link rel="alternate" href="https://x.example/1"/>
      <updated>2026-03-31T08:15:00Z</updated><im:rating>4</im:rating>
      <content type="html">&lt;p&gt;Trevlig &lt;i&gt;personal&lt;/i&gt;&lt;/p&gt;</content></entry></feed>`;
    const [entry] = entriesOf(atom, () => '');
    expect(entry!.body).toEqual({
      ...{ id: 'tag:1', reference: 'tag:1', title: 'A & B', link: 'https://x.example/1', stars: [4] },
      ...{ text: 'Trevlig personal', at: '2026-03-31T08:15:00.000Z' },
    });
  });

  it.each([
    [
      'entities that grow',
      `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item>&b;</item></channel></rss>`,
    ],
    [
      'a file of ours',
      `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item>&a;</item></channel></rss>`,
    ],
    ['tags a hundred thousand deep', `<rss><channel>${'<a>'.repeat(100_000)}`],
    ['no feed', '<html><body>Hello</body></html>'],
    ['half a document', '<rss><channel><item'],
  ])('with %s is told in plain words, at once', (_, xml) => {
    const started = process.cpuUsage();
    expect(() => entriesOf(xml, () => '')).toThrow(/feed/);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  });

  it.each([
    ['its declaration', 'latin1', '<?xml version="1.0" encoding="ISO-8859-1"?>', ''],
    ['its content type', 'latin1', '', 'application/rss+xml; charset="iso-8859-1"'],
    ['nothing, in the letters of files', 'latin1', '', 'text/xml'],
    ['a wrong content type', 'latin1', '', 'text/xml; charset=utf-8'],
    ['a byte order mark', 'utf16le', '\ufeff<?xml version="1.0" encoding="utf-16"?>', ''],
    ['UTF-8, as usual', 'utf8', '<?xml version="1.0"?>', ''],
  ] as const)('is read in the letters that it is written in, told by %s', (_, encoding, first, type) => {
    const body = Buffer.from(
      `${first}<rss><channel><item><title>Kön på Ångströmsgatan</title></item></channel></rss>`,
      encoding,
    );
    const [entry] = entriesOf(textOfFeed({ body, headers: { 'content-type': type } }), () => '');
    expect(entry!.body).toMatchObject({ title: 'Kön på Ångströmsgatan' });
  });

  it('may name a zone of Europe with its dates', () => {
    const at = (text: string) => new Date(momentOfFeed(text)).toISOString();
    expect(at('Tue, 31 Mar 2026 10:15:00 CEST')).toBe('2026-03-31T08:15:00.000Z');
    expect(at('Sat, 31 Jan 2026 10:15:00 EET')).toBe('2026-01-31T08:15:00.000Z');
    expect(at('Tue, 31 Mar 2026 10:15:00 GMT')).toBe('2026-03-31T10:15:00.000Z');
    expect(at('2026-03-31T10:15:00+02:00')).toBe('2026-03-31T08:15:00.000Z');
    expect(momentOfFeed('yesterday')).toBeNaN();
  });
});
