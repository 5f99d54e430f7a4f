import { convert } from 'html-to-text';

const options = {
  wordwrap: false as const,
  limits: { maxInputLength: 500_000, maxDepth: 60, maxBaseElements: 5 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'blockquote', format: 'block', options: { trimEmptyLines: true } },
    ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
  ],
};

/** The words of a piece of HTML, as a reader sees them; a text without tags stays as it is, its entities read. */
export function plainText(html: string): string {
  return convert(html.slice(0, 500_000), options)
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
