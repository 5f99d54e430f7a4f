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
  try {
    const { origin } = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    return origin === 'null' ? text : origin;
  } catch {
    return text;
  }
}
