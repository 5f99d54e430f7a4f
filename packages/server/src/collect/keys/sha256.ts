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
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + s1 + ((e & f) ^ (~e & g)) + rounds[t]! + w[t]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
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
    this.rest.copy(scratch, 0);
    let at = this.rest.length;
    for (let index = 0; index < count; index += 1) at = scratch.writeUInt32BE(numbers[index]!, at);
    return this.finish(at);
  }

  /** Digests `length` bytes of the scratch, with the padding that the standard asks for. */
  private finish(length: number): Uint32Array {
    const padded = (length + 9 + 63) & ~63;
    if (padded > scratch.length) grow(padded);
    const total = this.digested + length;
    scratch[length] = 0x80;
    scratch.fill(0, length + 1, padded - 8);
    scratch.writeUInt32BE(Math.floor(total / 0x20000000), padded - 8);
    scratch.writeUInt32BE((total << 3) >>> 0, padded - 4);
    state.set(this.middle);
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

function grow(size: number): void {
  const wider = Buffer.alloc(2 * size);
  scratch.copy(wider);
  scratch = wider;
}

/** Writes the rest of a beginning and a text to the scratch; says how many bytes they are. */
function asBytes(rest: Buffer, text: string): number {
  const most = rest.length + 3 * text.length + 72;
  if (most > scratch.length) grow(most);
  for (let index = 0; index < rest.length; index += 1) scratch[index] = rest[index]!;
  let at = rest.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return rest.length + scratch.write(text, rest.length, 'utf8');
    scratch[at++] = code;
  }
  return at;
}
