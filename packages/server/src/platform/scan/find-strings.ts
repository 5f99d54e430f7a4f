// Promise: every occurrence of any of many strings in bytes that come in pieces is found, also across pieces.

/** Looks for many strings at once (Wu–Manber with blocks of two bytes). Strings have at least four bytes. */
export class StringFinder {
  readonly #strings: readonly Buffer[];
  readonly #shortest: number;
  readonly #longest: number;
  readonly #shift = new Uint8Array(65_536);
  readonly #endingIn = new Map<number, number[]>();

  constructor(strings: readonly string[]) {
    this.#strings = strings.map((text) => Buffer.from(text, 'utf8'));
    const lengths = this.#strings.map(({ length }) => length);
    if (lengths.some((length) => length < 4)) throw new RangeError('A string to look for needs four bytes.');
    this.#shortest = Math.min(...lengths, 255);
    this.#longest = Math.max(...lengths, 4);
    this.#shift.fill(this.#shortest - 1);
    for (const [index, bytes] of this.#strings.entries()) this.#learn(index, bytes);
  }

  #learn(index: number, bytes: Buffer): void {
    for (let end = 1; end < this.#shortest; end += 1) {
      const block = (bytes[end - 1]! << 8) | bytes[end]!;
      const left = this.#shortest - 1 - end;
      if (left < this.#shift[block]!) this.#shift[block] = left;
      if (left === 0) this.#endingIn.set(block, [...(this.#endingIn.get(block) ?? []), index]);
    }
  }

  /** Calls `found` with the index of each string that stands in `bytes`, once per place. */
  find(bytes: Uint8Array, found: (index: number) => void): void {
    if (this.#strings.length === 0) return;
    const shift = this.#shift;
    const end = bytes.length;
    let at = this.#shortest - 1;
    while (at < end) {
      const block = (bytes[at - 1]! << 8) | bytes[at]!;
      const step = shift[block]!;
      if (step > 0) {
        at += step;
        continue;
      }
      const from = at - this.#shortest + 1;
      for (const index of this.#endingIn.get(block) ?? []) if (this.#stands(bytes, from, index)) found(index);
      at += 1;
    }
  }

  #stands(bytes: Uint8Array, from: number, index: number): boolean {
    const wanted = this.#strings[index]!;
    if (from + wanted.length > bytes.length) return false;
    for (let at = 0; at < wanted.length; at += 1) if (bytes[from + at] !== wanted[at]) return false;
    return true;
  }

  /** A reader of one stream of pieces; what stands across two of them is found, too. */
  stream(found: (index: number) => void): (piece: Uint8Array) => void {
    let tail = new Uint8Array(0);
    return (piece) => {
      const seam = tail.length > 0 ? Buffer.concat([tail, piece.subarray(0, this.#longest)]) : null;
      if (seam) this.find(seam, found);
      this.find(piece, found);
      const whole = piece.length >= this.#longest ? piece : Buffer.concat([tail, piece]);
      tail = Uint8Array.from(whole.subarray(Math.max(0, whole.length - this.#longest + 1)));
    };
  }
}
