/** True for exactly one plain address: nothing that a mail program could read as a second one or as a header. */
export const isPlainAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(text);
