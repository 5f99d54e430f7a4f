/** At most `most` characters, with a mark where something was left out. */
export function shortened(text: string, most: number): string {
  const letters = [...text.trim()];
  if (letters.length <= most) return letters.join('');
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
