/** Origins as people paste them, one a line: a page's whole address, or its host alone, is taken for its origin. */
export const originsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(originOf),
  ),
];

function originOf(text: string): string {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const { origin } = URL.parse(address) ?? { origin: 'null' };
  return origin === 'null' ? text : origin;
}
