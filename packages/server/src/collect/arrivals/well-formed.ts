/** A cheap look first: only a text with any half of a pair can hold a lone one. */
const half = /[\ud800-\udfff]/;
const lone = /\p{Surrogate}/u;
const loneAll = /\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** False where a text holds half of a surrogate pair, which no encoding can write down. */
export const isWellFormed = (text: string): boolean => !half.test(text) || !lone.test(text);

/** A text that can be written down: half characters become �. */
export const writableText = (text: string): string =>
  half.test(text) ? text.replace(loneAll, '\ufffd') : text;

/** A customer's words as they can be kept: half characters become �, control characters go. */
export const readableText = (text: string): string =>
  text.replace(loneAll, '\ufffd').replace(control, '').trim();
