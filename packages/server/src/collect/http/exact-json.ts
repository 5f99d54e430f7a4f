// Promise: a number that JavaScript cannot hold is read as the text of its digits, so that two ids are never taken for one.

/** Only a text with so many digits in a row can hold one. */
const manyDigits = /\d{16}/;
/** Texts and numbers of a JSON text; what stands in a text is no number. */
const textsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const whole = /^-?\d+$/;

/** `JSON.parse`, with whole numbers beyond 2^53 as text. */
export function parseExactly(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  if (!manyDigits.test(text)) return parsed;
  let found = false;
  const written = text.replace(textsAndNumbers, (token) => {
    if (token[0] === '"' || !whole.test(token) || Number.isSafeInteger(Number(token))) return token;
    found = true;
    return `"${token}"`;
  });
  return found ? JSON.parse(written) : parsed;
}
