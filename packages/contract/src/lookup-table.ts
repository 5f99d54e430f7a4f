/**
 * A table that is asked by names that come from outside: it knows the names that were put into it and no other, such as
 * "constructor", which every plain object has of its own.
 */
export const lookupTable = <Value>(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> =>
  Object.freeze(Object.assign(Object.create(null) as Record<string, Value>, values));
