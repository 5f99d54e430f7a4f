/** A source of uniform numbers in [0, 1). Every function of this package that needs chance takes one. */
export type Random = () => number;

/**
 * Seeded generator xoshiro128**: the same seed gives the same numbers on every machine.
 *
 * Each number has 53 random bits. Period 2^128 − 1. Not for secrets.
 *
 * @param seed any finite number; its integer part counts, modulo 2^32
 * @returns a function without parameters that gives the next number in [0, 1)
 * @throws RangeError when the seed is not finite
 *
 * Source: Blackman & Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS 47; the state is
 * filled by splitmix32.
 * @example xoshiro128(7)() // 0.2338277
 */
export function xoshiro128(seed: number): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`seed ${seed} is not a finite number`);
  let fill = Math.trunc(seed) | 0;
  const next32 = () => {
    fill = (fill + 0x9e3779b9) | 0;
    let z = fill;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) | 0;
  };
  let a = next32();
  let b = next32();
  let c = next32();
  let d = next32();
  const step = () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return () => (step() * 0x200000 + (step() >>> 11)) / 0x20000000000000;
}
