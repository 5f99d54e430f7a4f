/** Unpacks PostgreSQL's own compression; false where the bytes are not such data of exactly the size of `into`. */
export function unpackPglz(packed: Uint8Array, into: Uint8Array): boolean {
  const size = into.length;
  let [from, to] = [0, 0];
  while (from < packed.length && to < size) {
    let control = packed[from++]!;
    for (let bit = 0; bit < 8 && from < packed.length && to < size; bit += 1, control >>= 1) {
      if ((control & 1) === 0) {
        into[to++] = packed[from++]!;
        continue;
      }
      if (from + 2 > packed.length) return false;
      let length = (packed[from]! & 15) + 3;
      const distance = ((packed[from]! & 0xf0) << 4) | packed[from + 1]!;
      from += 2;
      if (length === 18) {
        if (from >= packed.length) return false;
        length += packed[from++]!;
      }
      if (distance === 0 || distance > to) return false;
      length = Math.min(length, size - to);
      for (let at = 0; at < length; at += 1, to += 1) into[to] = into[to - distance]!;
    }
  }
  return to === size && from === packed.length;
}
