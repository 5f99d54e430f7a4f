/**
 * Whether counts have clearly grown or shrunk between the first and the last third of a period: the two
 * sums are compared as Poisson counts over equally long times, so that two or three more are no trend.
 */
export function movementOfCounts(counts: readonly number[]): 'more' | 'less' | 'same' {
  const third = Math.floor(counts.length / 3);
  if (third === 0) return 'same';
  const sum = (part: readonly number[]) => part.reduce((all, one) => all + one, 0);
  const [first, last] = [sum(counts.slice(0, third)), sum(counts.slice(-third))];
  if (first + last === 0) return 'same';
  const z = (last - first) / Math.sqrt(first + last);
  if (Math.abs(z) < 1.96) return 'same';
  return z > 0 ? 'more' : 'less';
}
