/** How far people agree with one another: what can be asked of an engine that is judged by their votes. */

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Whether all who voted chose the same. */
export const areOfOneMind = (votes: readonly number[]): boolean => Math.max(...votes) === sum(votes);

/**
 * The share of single voters who chose what most of the others chose; where others are evenly divided, agreeing with any
 * of k sides counts 1/k. A text with one voter says nothing.
 */
export function voterAgreement(texts: readonly (readonly number[])[]): number {
  let agreed = 0;
  let asked = 0;
  for (const votes of texts) {
    for (const [choice, count] of votes.entries()) {
      const others = votes.map((number, i) => (i === choice ? number - 1 : number));
      if (count === 0 || sum(others) === 0) continue;
      const most = Math.max(...others);
      const sides = others.filter((number) => number === most).length;
      asked += count;
      if (others[choice] === most) agreed += count / sides;
    }
  }
  return asked === 0 ? 0 : agreed / asked;
}
