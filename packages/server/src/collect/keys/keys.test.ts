import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { KeyMap } from './key-map.ts';
import { decimal, hashOf, hexOf, keyOfText, messageKey } from './key64.ts';
import { SeenKeys } from './seen-keys.ts';

const half = fc.integer({ min: 0, max: 0xffffffff });

describe('64-bit keys', () => {
  it('keep all their bits through decimal text', () => {
    fc.assert(
      fc.property(half, half, (high, low) => {
        expect(keyOfText(decimal(high, low))).toEqual({ high, low, text: decimal(high, low) });
        expect(decimal(high, low)).toBe(((BigInt(high) << 32n) | BigInt(low)).toString());
      }),
    );
  });
  it('are the same for the same message and differ between nouns, sources and workspaces', () => {
    const key = messageKey('w', 's', 'event', 'm');
    expect(messageKey('w', 's', 'event', 'm')).toEqual(key);
    const others = [
      messageKey('w', 's', 'signal', 'm'),
      messageKey('w', 't', 'event', 'm'),
      messageKey('v', 's', 'event', 'm'),
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
  it('keeps 300,000 keys in less than 30 MB and finds no other', () => {
    const map = new KeyMap();
    const keys = Array.from({ length: 300_000 }, (_, n) => hashOf(`k${n}`));
    keys.forEach((key, n) => {
      map.set(key.high, key.low, n);
    });
    expect(keys.every((key, n) => map.get(key.high, key.low) === n)).toBe(true);
    expect(map.get(1, 2)).toBe(-1);
  });
});

describe('SeenKeys', () => {
  it('finds every key that was added and, of 200,000 others, none', () => {
    const seen = new SeenKeys();
    for (let n = 0; n < 200_000; n += 1) {
      const key = hashOf(`seen ${n}`);
      seen.add(key.high, key.low);
    }
    let [missed, mistaken] = [0, 0];
    for (let n = 0; n < 200_000; n += 1) {
      const [old, other] = [hashOf(`seen ${n}`), hashOf(`other ${n}`)];
      if (!seen.has(old.high, old.low)) missed += 1;
      if (seen.has(other.high, other.low)) mistaken += 1;
    }
    expect([missed, mistaken, seen.size]).toEqual([0, 0, 200_000]);
    expect(seen.bytes / seen.size).toBeLessThan(12);
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
