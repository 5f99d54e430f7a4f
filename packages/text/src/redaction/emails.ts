import type { Found } from './found.ts';

const localPart = /[\p{L}\p{M}\p{N}._%+'-]/u;
const domainPart = /[\p{L}\p{M}\p{N}.-]/u;
const domainForm = /^[^.]+(?:\.[^.]+)*\.(?:\p{L}[\p{L}\p{M}]+|xn--[\p{L}\p{N}-]+)$/u;
/** The sign itself, as a web address writes it, and as people hide it from machines. */
const signs = /@|%40| ?[([{](?:at|snabel-?a|alfakr[øo]ll|kr[øo]llalfa|miukumauku)[)\]}] ?/giu;
const hiddenDot = / ?[([{](?:dot|punkt|prick|punktum|piste)[)\]}] ?/iuy;

/** E-mail addresses of a text. */
export function emailsIn(text: string): Found[] {
  if (!/[@([{]|%40/.test(text)) return [];
  const found: Found[] = [];
  for (const sign of text.matchAll(signs)) {
    const start = beginningOf(text, sign.index);
    const from = sign.index + sign[0].length;
    const end = endOf(text, from);
    const domain = text.slice(from, end).replace(/ ?[([{]\p{L}+[)\]}] ?/gu, '.');
    if (start < sign.index && domainForm.test(domain)) found.push({ kind: 'email', start, end });
  }
  return found;
}

function beginningOf(text: string, sign: number): number {
  let start = sign;
  while (start > 0 && sign - start < 64 && localPart.test(text[start - 1] as string)) start -= 1;
  while (start < sign && /[.'-]/.test(text[start] as string)) start += 1;
  return start;
}

function endOf(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 255) {
    if (domainPart.test(text[end] as string)) {
      end += 1;
      continue;
    }
    hiddenDot.lastIndex = end;
    const dot = end > from && ' ([{'.includes(text[end] as string) ? hiddenDot.exec(text) : null;
    if (dot === null) break;
    end += dot[0].length;
  }
  while (end > from && /[.-]/.test(text[end - 1] as string)) end -= 1;
  return end;
}
