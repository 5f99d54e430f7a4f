/** Finds which of the workspace's own critical words a text contains, as whole words, whatever their case. */
export function criticalWordFinder(words: readonly string[]): (text: string) => string | null {
  const known = words.map((word) => word.trim()).filter((word) => word !== '');
  if (known.length === 0) return () => null;
  const alternatives = known.map((word) => word.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.exec(text.normalize('NFC'))?.[0] ?? null;
}
