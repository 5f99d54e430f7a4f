const largest = '18446744073709551615';

/**
 * True for the one spelling of a key that an identifier can have: a whole number of 64 bits above 0. Another spelling, or one
 * number more, would be read as a different key by a store; 0 stands for all that was said and done by nobody known.
 */
export function isIdentifierKey(text: string): boolean {
  if (!/^[1-9]\d{0,19}$/.test(text)) return false;
  return text.length < largest.length || text <= largest;
}
