import { describe, expect, it } from 'vitest';
import { entriesOf } from './feed.ts';

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
});
