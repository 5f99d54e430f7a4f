const [valueBytes, group, heading] = [8, 64, 17];
/** The type's number, its top bit clear: whole bytes stand together, and only what is left of them bit by bit. */
const types = { uint64: 4, int64: 9 } as const;

/**
 * Undoes the engine's T64 codec for 64-bit integers: a byte that names the type, the least and the largest value, then, of
 * each 64 values, the low bits in which they may differ, turned so that bytes and bits of equal weight stand together. Null
 * for what is not of that form. As in ClickHouse's CompressionCodecT64.cpp.
 */
export function undoT64(packed: Uint8Array, size: number): Uint8Array | null {
  const signed = packed[0] === types.int64;
  if ((!signed && packed[0] !== types.uint64) || size % valueBytes !== 0 || packed.length < heading)
    return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const least = signed ? view.getBigInt64(1, true) : view.getBigUint64(1, true);
  const most = signed ? view.getBigInt64(9, true) : view.getBigUint64(9, true);
  const mixed = least < 0n && most >= 0n;
  const bits = differingBits(least, most);
  const groups = Math.ceil(size / valueBytes / group);
  if (packed.length - heading !== groups * bits * valueBytes) return null;
  const into = new Uint8Array(groups * group * valueBytes);
  for (let at = 0; at < groups; at += 1)
    turnBack(packed, heading + at * bits * valueBytes, bits, into, at * group * valueBytes);
  const upper = (value: bigint) => bytesOf((value >> BigInt(bits)) << BigInt(bits));
  const [ofLeast, ofMost] = [upper(least), upper(most)];
  for (let at = 0; at < size; at += valueBytes) {
    const negative = !mixed || ((into[at + ((bits - 1) >> 3)]! >> ((bits - 1) & 7)) & 1) === 1;
    const above = negative ? ofLeast : ofMost;
    for (let byte = bits >> 3; byte < valueBytes; byte += 1) into[at + byte]! |= above[byte]!;
  }
  return into.subarray(0, size);
}

function differingBits(least: bigint, most: bigint): number {
  const length = (value: bigint) => (value === 0n ? 0 : value.toString(2).length);
  if (least >= 0n || most < 0n) return length(BigInt.asUintN(64, least ^ most));
  return length(-least - 1n > most ? -least - 1n : most) + 1;
}

function bytesOf(value: bigint): Uint8Array {
  const bytes = new Uint8Array(valueBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value), true);
  return bytes;
}

/** Writes the low bits of 64 values to where they belong. */
function turnBack(packed: Uint8Array, from: number, bits: number, into: Uint8Array, to: number): void {
  const whole = bits >> 3;
  for (let column = 0; column < group; column += 1) {
    const value = to + column * valueBytes;
    for (let byte = 0; byte < whole; byte += 1) into[value + byte] = packed[from + byte * group + column]!;
    let rest = 0;
    for (let bit = whole * 8; bit < bits; bit += 1) {
      const line = packed[from + bit * valueBytes + (column >> 3)]!;
      rest |= ((line >> (column & 7)) & 1) << (bit & 7);
    }
    if (bits > whole * 8) into[value + whole] = rest;
  }
}
