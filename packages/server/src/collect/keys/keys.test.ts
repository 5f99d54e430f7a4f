import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { Claims } from './claims.ts';
import { KeyMap } from './key-map.ts';
import { decimal, hashOf, hashOfPair, hexOf, keyOfHalves, keyOfText, MessageKeys } from './key64.ts';
import { KeyedDigest } from './keyed-digest.ts';
import { SeenKeys } from './seen-keys.ts';
import { Sha256 } from './sha256.ts';

const half = fc.integer({ min: 0, max: 0xffffffff });

describe('64-bit keys', () => {
  it('keep all their bits through decimal text', () => {
    fc.assert(
      fc.property(half, half, (high, low) => {
        const { text, ...halves } = { ...keyOfText(decimal(high, low)), text: keyOfHalves(high, low).text };
        expect({ text, halves }).toEqual({ text: decimal(high, low), halves: { high, low } });
        expect(decimal(high, low)).toBe(((BigInt(high) << 32n) | BigInt(low)).toString());
      }),
    );
  });
  it('of a pair are hashed as their texts are', () => {
    fc.assert(
      fc.property(
        half,
        half,
        half,
        half,
        fc.string({ unit: 'binary', maxLength: 80 }),
        (a, b, c, d, text) => {
          const [first, second] = [keyOfHalves(a, b), keyOfHalves(c, d)];
          const { high, low } = hashOf(`${first.text}|${second.text}|${text}`);
          const found = hashOfPair(first, second, text);
          expect([found.high, found.low]).toEqual([high, low]);
        },
      ),
      {
        examples: [
          [0, 0, 0xffffffff, 0xffffffff, ''],
          [0, 9, 0, 10_000, 'same_message|'],
        ],
      },
    );
  });
  it('are the same for the same message and differ between nouns, sources and workspaces', () => {
    const key = new MessageKeys('w', 's').keyOf('event', 'm');
    expect(new MessageKeys('w', 's').keyOf('event', 'm')).toEqual(key);
    expect(hexOf(key)).toBe(createHash('sha256').update('w\ns\nevent\nm').digest('hex').slice(0, 16));
    const others = [
      new MessageKeys('w', 's').keyOf('signal', 'm'),
      new MessageKeys('w', 't').keyOf('event', 'm'),
      new MessageKeys('v', 's').keyOf('event', 'm'),
    ];
    expect(new Set([key, ...others].map(hexOf)).size).toBe(4);
  });
});

describe('KeyMap', () => {
  it('holds what a Map holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half, fc.integer({ min: 0, max: 1e9 }))), (entries) => {
        const [mine, theirs] = [new KeyMap(1), new Map<string, number>()];
        for (const [high, low, value] of entries) {
          expect(mine.set(high, low, value)).toBe(!theirs.has(`${high},${low}`));
          theirs.set(`${high},${low}`, value);
        }
        expect(mine.size).toBe(theirs.size);
        for (const [high, low] of entries) expect(mine.get(high, low)).toBe(theirs.get(`${high},${low}`));
      }),
    );
  });
  it('keeps 150,000 keys in less than 15 MB and finds no other', () => {
    const map = new KeyMap();
    const keys = Array.from({ length: 150_000 }, (_, n) => hashOf(`k${n}`));
    keys.forEach((key, n) => {
      map.set(key.high, key.low, n);
    });
    expect(keys.every((key, n) => map.get(key.high, key.low) === n)).toBe(true);
    expect(map.get(1, 2)).toBe(-1);
  });
});

describe('own digests', () => {
  const texts = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }));
  const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join('');
  it('are SHA-256, however the text is divided into beginning and rest', () => {
    fc.assert(
      fc.property(texts, texts, (beginning, rest) => {
        const theirs = createHash('sha256').update(Buffer.from(beginning)).update(Buffer.from(rest));
        expect(hex(new Sha256(beginning).digest(rest))).toBe(theirs.digest('hex'));
      }),
      { numRuns: 500 },
    );
  });
  it('are HMAC-SHA-256 under a secret of any length', () => {
    fc.assert(
      fc.property(texts, texts, (secret, text) => {
        const theirs = createHmac('sha256', secret).update(text).digest('hex');
        expect(hexOf(new KeyedDigest(secret).keyOf(text))).toBe(theirs.slice(0, 16));
      }),
      { numRuns: 500 },
    );
  });
  it('take texts longer than what they have seen before', () => {
    const long = 'å'.repeat(10_000);
    expect(hex(new Sha256('x').digest(long))).toBe(createHash('sha256').update(`x${long}`).digest('hex'));
    expect(hexOf(hashOf(long))).toBe(createHash('sha256').update(long).digest('hex').slice(0, 16));
  });
});

describe('Claims', () => {
  it('hold what a Map holds while keys come and go', () => {
    const few = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(few, few, fc.boolean()), { maxLength: 400 }), (turns) => {
        const [mine, theirs] = [new Claims<object>(), new Map<string, object>()];
        for (const [high, low, comes] of turns) {
          const [key, name] = [keyOfHalves(high * 0x1000, low * 0x100), `${high},${low}`];
          const standing = theirs.get(name) ?? null;
          if (comes) {
            const holder = { name };
            expect(mine.claim(key, holder)).toBe(standing);
            if (!standing) theirs.set(name, holder);
          } else if (standing) {
            mine.release(key, {});
            mine.release(key, standing);
            theirs.delete(name);
          }
          expect(mine.size).toBe(theirs.size);
        }
      }),
    );
  });
  it('hold many at once', () => {
    const claims = new Claims<object>();
    const keys = Array.from({ length: 20_000 }, (_, n) => hashOf(`claim ${n}`));
    const holders = keys.map((key) => ({ key }));
    expect(keys.every((key, n) => claims.claim(key, holders[n]!) === null)).toBe(true);
    expect(keys.every((key, n) => claims.claim(key, {}) === holders[n])).toBe(true);
    keys.forEach((key, n) => {
      claims.release(key, holders[n]!);
    });
    expect(claims.size).toBe(0);
    expect(claims.claim(keys[7]!, holders[7]!)).toBeNull();
  });
});

describe('SeenKeys', () => {
  it('finds every key that was added with its content and, of 100,000 others, none', () => {
    const seen = new SeenKeys();
    for (let n = 0; n < 100_000; n += 1) {
      const key = hashOf(`seen ${n}`);
      seen.add(key.high, key.low, n);
    }
    let [missed, mistaken] = [0, 0];
    for (let n = 0; n < 100_000; n += 1) {
      const [old, other] = [hashOf(`seen ${n}`), hashOf(`other ${n}`)];
      if (seen.sighting(old.high, old.low, n) !== 'same') missed += 1;
      if (seen.sighting(old.high, old.low, n + 1) !== 'other') missed += 1;
      if (seen.sighting(other.high, other.low, n) !== 'new') mistaken += 1;
    }
    expect([missed, mistaken, seen.size]).toEqual([0, 0, 100_000]);
    expect(seen.bytes / seen.size).toBeLessThan(11);
  });
  it('takes 7.5 bytes a key where their number is known before', () => {
    expect(new SeenKeys(1_000_000).bytes).toBeLessThan(7_500_000);
  });
  it('sends whoever asks for a key in doubt to the tables, however often it was taken out and came again', () => {
    const seen = new SeenKeys();
    const { high, low } = hashOf('row of an import');
    for (let time = 0; time < 3; time += 1) {
      seen.add(high, low, 7);
      expect(seen.sighting(high, low, 7)).toBe('same');
      seen.doubt(high, low);
      for (const content of [7, ~7 >>> 0, 8]) expect(seen.sighting(high, low, content)).toBe('other');
    }
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of fields', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: null }], a: 'x' })).toBe(
      canonicalJson({ a: 'x', b: [1, { c: null, d: 2 }] }),
    );
  });
  it('leaves named fields out at the top only', () => {
    expect(canonicalJson({ sentAt: 1, a: { sentAt: 2 } }, new Set(['sentAt']))).toBe('{"a":{"sentAt":2}}');
  });
  it('refuses what is nested too deep', () => {
    let deep: unknown = 1;
    for (let n = 0; n < 100; n += 1) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow('nested');
  });
});
