/** Unpacks one LZ4 block into `into`; false where the bytes are not such a block of exactly that size. */
export function unpackLz4(packed: Uint8Array, into: Uint8Array): boolean {
  let [from, to] = [0, 0];
  while (from < packed.length) {
    const token = packed[from++]!;
    let literals = token >> 4;
    if (literals === 15) {
      let more = 255;
      while (more === 255) {
        if (from >= packed.length) return false;
        more = packed[from++]!;
        literals += more;
      }
    }
    if (from + literals > packed.length || to + literals > into.length) return false;
    into.set(packed.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    if (from === packed.length) return to === into.length;
    if (from + 2 > packed.length) return false;
    const distance = packed[from]! | (packed[from + 1]! << 8);
    from += 2;
    let length = (token & 15) + 4;
    if ((token & 15) === 15) {
      let more = 255;
      while (more === 255) {
        if (from >= packed.length) return false;
        more = packed[from++]!;
        length += more;
      }
    }
    if (distance === 0 || distance > to || to + length > into.length) return false;
    if (distance >= length) into.copyWithin(to, to - distance, to - distance + length);
    else for (let at = 0; at < length; at += 1) into[to + at] = into[to + at - distance]!;
    to += length;
  }
  return to === into.length;
}
