// Promise: every mail to people is one plain text and the same text as simple HTML, with everything escaped.

/** The parts of a mail; each paragraph is plain text. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** One thing to do, as a button. */
  readonly link?: { readonly label: string; readonly url: string } | undefined;
  /** Small print. */
  readonly foot?: string | undefined;
}

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function renderLetter(letter: Letter): RenderedLetter {
  return { subject: oneLine(letter.subject), text: plain(letter), html: html(letter) };
}

/** Text that may stand in a header: no line breaks or other control characters, at most `most` characters. */
export function oneLine(text: string, most = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a header
  const clean = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  const letters = [...clean];
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join('')}…`;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);

function plain({ paragraphs, link, foot }: Letter): string {
  const parts = [
    ...paragraphs,
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    ...(foot ? [`-- \n${foot}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function html({ subject, paragraphs, link, foot }: Letter): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${withBreaks(text)}</p>`).join('\n');
  const button = link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(link.url)}" style="background:#0b6e69;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escapeHtml(link.label)}</a></p>`
    : '';
  const small = foot ? `<p style="margin:32px 0 0;font-size:13px;color:#5c6670">${withBreaks(foot)}</p>` : '';
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1b2227;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto">
${body}
${button}${small}
</div></body></html>
`;
}

const withBreaks = (text: string) => escapeHtml(text).replace(/\r?\n/g, '<br>');
