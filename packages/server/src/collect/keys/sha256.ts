// SHA-256 (FIPS 180-4) in JavaScript, for the short texts that keys are made of: a call to the system's costs more
// than the one or two blocks themselves, and a beginning that many texts share is digested once.

const rounds = new Int32Array(64);
const start = new Uint32Array(8);
for (let candidate = 2, found = 0; found < 64; candidate += 1) {
  let prime = true;
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1)
    if (candidate % divisor === 0) prime = false;
  if (!prime) continue;
  if (found < 8) start[found] = fraction(Math.sqrt(candidate));
  rounds[found++] = fraction(Math.cbrt(candidate));
}
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x100000000) >>> 0;
}

const words = new Int32Array(64);

const big0 = (a: number) => ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
const big1 = (e: number) => ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));

/** Takes the 64 bytes that stand as 16 numbers in `words` into the state. */
function digestBlock(state: Uint32Array): void {
  const w = words;
  for (let t = 16; t < 64; t += 1) {
    const a = w[t - 15]!;
    const b = w[t - 2]!;
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
  }
  let a = state[0]! | 0;
  let b = state[1]! | 0;
  let c = state[2]! | 0;
  let d = state[3]! | 0;
  let e = state[4]! | 0;
  let f = state[5]! | 0;
  let g = state[6]! | 0;
  let h = state[7]! | 0;
  // eight rounds a turn: the eight numbers change places by name alone
  for (let t = 0; t < 64; t += 8) {
    h = (h + big1(e) + (g ^ (e & (f ^ g))) + rounds[t]! + w[t]!) | 0;
    d = (d + h) | 0;
    h = (h + big0(a) + ((a & b) | (c & (a | b)))) | 0;
    g = (g + big1(d) + (f ^ (d & (e ^ f))) + rounds[t + 1]! + w[t + 1]!) | 0;
    c = (c + g) | 0;
    g = (g + big0(h) + ((h & a) | (b & (h | a)))) | 0;
    f = (f + big1(c) + (e ^ (c & (d ^ e))) + rounds[t + 2]! + w[t + 2]!) | 0;
    b = (b + f) | 0;
    f = (f + big0(g) + ((g & h) | (a & (g | h)))) | 0;
    e = (e + big1(b) + (d ^ (b & (c ^ d))) + rounds[t + 3]! + w[t + 3]!) | 0;
    a = (a + e) | 0;
    e = (e + big0(f) + ((f & g) | (h & (f | g)))) | 0;
    d = (d + big1(a) + (c ^ (a & (b ^ c))) + rounds[t + 4]! + w[t + 4]!) | 0;
    h = (h + d) | 0;
    d = (d + big0(e) + ((e & f) | (g & (e | f)))) | 0;
    c = (c + big1(h) + (b ^ (h & (a ^ b))) + rounds[t + 5]! + w[t + 5]!) | 0;
    g = (g + c) | 0;
    c = (c + big0(d) + ((d & e) | (f & (d | e)))) | 0;
    b = (b + big1(g) + (a ^ (g & (h ^ a))) + rounds[t + 6]! + w[t + 6]!) | 0;
    f = (f + b) | 0;
    b = (b + big0(c) + ((c & d) | (e & (c | d)))) | 0;
    a = (a + big1(f) + (h ^ (f & (g ^ h))) + rounds[t + 7]! + w[t + 7]!) | 0;
    e = (e + a) | 0;
    a = (a + big0(b) + ((b & c) | (d & (b | c)))) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/** SHA-256 of texts that begin alike; the whole blocks of the beginning are digested once. */
export class Sha256 {
  private readonly middle = new Uint32Array(start);
  private readonly rest: Buffer;
  private readonly digested: number;

  constructor(beginning: Uint8Array | string = '') {
    const bytes = typeof beginning === 'string' ? Buffer.from(beginning, 'utf8') : Buffer.from(beginning);
    this.digested = bytes.length - (bytes.length % 64);
    for (let at = 0; at < this.digested; at += 64) {
      for (let word = 0; word < 16; word += 1) words[word] = bytes.readInt32BE(at + 4 * word);
      digestBlock(this.middle);
    }
    this.rest = bytes.subarray(this.digested);
  }

  /** The digest of the beginning and `text`, as eight numbers that are good until the next call. */
  digest(text: string): Uint32Array {
    const room = asBytes(this.rest, text);
    return this.finish(room);
  }

  /** The digest of the beginning and the first `count` numbers of another digest. */
  digestOf(numbers: Uint32Array, count = numbers.length): Uint32Array {
    const { rest } = this;
    for (let index = 0; index < rest.length; index += 1) scratch[index] = rest[index]!;
    for (let index = 0; index < count; index += 1) writeWord(numbers[index]!, rest.length + 4 * index);
    return this.finish(rest.length + 4 * count);
  }

  /** The digest of the beginning, two 64-bit numbers in decimal each with a `|` behind it, and `text`. */
  digestOfPair(first: Halves, second: Halves, text: string): Uint32Array {
    const { rest } = this;
    for (let index = 0; index < rest.length; index += 1) scratch[index] = rest[index]!;
    let at = writeDecimal(first, rest.length);
    scratch[at++] = bar;
    at = writeDecimal(second, at);
    scratch[at++] = bar;
    return this.finish(at + textAt(text, at));
  }

  /** Digests `length` bytes of the scratch, with the padding that the standard asks for. */
  private finish(length: number): Uint32Array {
    const padded = (length + 9 + 63) & ~63;
    if (padded > scratch.length) grow(padded);
    const total = this.digested + length;
    scratch[length] = 0x80;
    for (let at = length + 1; at < padded - 8; at += 1) scratch[at] = 0;
    writeWord(Math.floor(total / 0x20000000), padded - 8);
    writeWord(total << 3, padded - 4);
    for (let at = 0; at < 8; at += 1) state[at] = this.middle[at]!;
    for (let at = 0; at < padded; at += 64) {
      for (let word = 0, from = at; word < 16; word += 1, from += 4) {
        words[word] =
          (scratch[from]! << 24) |
          (scratch[from + 1]! << 16) |
          (scratch[from + 2]! << 8) |
          scratch[from + 3]!;
      }
      digestBlock(state);
    }
    return state;
  }
}

const state = new Uint32Array(8);
let scratch = Buffer.alloc(1_024);

/** Writes a number of 32 bits, the highest first. */
function writeWord(word: number, at: number): void {
  scratch[at] = word >>> 24;
  scratch[at + 1] = word >>> 16;
  scratch[at + 2] = word >>> 8;
  scratch[at + 3] = word;
}

function grow(size: number): void {
  const wider = Buffer.alloc(2 * size);
  scratch.copy(wider);
  scratch = wider;
}

/** Writes the rest of a beginning and a text to the scratch; says how many bytes they are. */
function asBytes(rest: Buffer, text: string): number {
  const length = rest.length + textAt(text, rest.length);
  for (let index = 0; index < rest.length; index += 1) scratch[index] = rest[index]!;
  return length;
}

/** Writes a text to the scratch, which is made wide enough for its padding, too; says how many bytes it is. */
function textAt(text: string, from: number): number {
  const most = from + 3 * text.length + 72;
  if (most > scratch.length) grow(most);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return scratch.write(text, from, 'utf8');
    scratch[from + index] = code;
  }
  return text.length;
}

interface Halves {
  readonly high: number;
  readonly low: number;
}
const [bar, zero] = [0x7c, 0x30];
const tenThousand = 10_000;

/** Writes an unsigned number of 64 bits in decimal digits; says where they end. */
function writeDecimal({ high, low }: Halves, from: number): number {
  // four digits a turn, of four limbs of 16 bits: no number on the way is too large for 32 bits
  let [l3, l2, l1, l0] = [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff];
  let at = from + 20;
  for (let turn = 0; turn < 5; turn += 1) {
    let part = l3;
    l3 = (part / tenThousand) | 0;
    part = ((part - l3 * tenThousand) << 16) | l2;
    l2 = (part / tenThousand) | 0;
    part = ((part - l2 * tenThousand) << 16) | l1;
    l1 = (part / tenThousand) | 0;
    part = ((part - l1 * tenThousand) << 16) | l0;
    l0 = (part / tenThousand) | 0;
    part -= l0 * tenThousand;
    for (let digit = 0; digit < 4; digit += 1) {
      const tenth = (part / 10) | 0;
      scratch[--at] = zero + part - 10 * tenth;
      part = tenth;
    }
  }
  let first = 0;
  while (first < 19 && scratch[from + first] === zero) first += 1;
  for (let index = first; index < 20; index += 1) scratch[from + index - first] = scratch[from + index]!;
  return from + 20 - first;
}
