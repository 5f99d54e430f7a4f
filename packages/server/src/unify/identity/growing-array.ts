type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** The same numbers with room for at least `length`; grows by half, so that growing stays cheap. */
export function grown<A extends Numbers>(array: A, length: number): A {
  if (array.length >= length) return array;
  const larger = new (array.constructor as new (size: number) => A)(
    Math.max(length, Math.ceil(array.length * 1.5), 16),
  );
  larger.set(array as never);
  return larger;
}
