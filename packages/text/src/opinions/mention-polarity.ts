/** How the opinions of a clause bear on one aspect: near words count more, words beyond a comma or another aspect less. */
import type { Token } from '../segments/tokens.ts';
import type { Opinion } from './opinions.ts';

interface TokenRange {
  readonly first: number;
  readonly last: number;
}

const halfDistance = 6;
const beyondComma = 0.35;
const beyondAspect = 0.35;

/** Below this nearness an opinion no longer bears on an aspect; so many tokens away none can reach it. */
const leastNearness = 0.05;
const farthest = Math.ceil(-halfDistance * Math.log2(leastNearness)) + 2;

/**
 * Each opinion's strength times its nearness to the aspect at `mention`; those too far away are left out.
 * @param aspects all aspects of the same text, this one among them
 */
export function opinionShares(
  mention: TokenRange,
  aspects: readonly TokenRange[],
  opinions: readonly Opinion[],
  tokens: readonly Token[],
): number[] {
  const shares: number[] = [];
  for (const opinion of opinions) {
    if (mention.first - opinion.last > farthest || opinion.first - mention.last > farthest) continue;
    const near = nearness(mention, aspects, opinion, tokens);
    if (near >= leastNearness) shares.push(opinion.strength * near);
  }
  return shares;
}

function nearness(
  mention: TokenRange,
  aspects: readonly TokenRange[],
  opinion: Opinion,
  tokens: readonly Token[],
): number {
  if (opinion.first <= mention.last && opinion.last >= mention.first) return 1;
  const before = opinion.last < mention.first;
  const from = before ? opinion.last + 1 : mention.last + 1;
  const to = before ? mention.first - 1 : opinion.first - 1;
  let weight = 0.5 ** (Math.max(0, to - from) / halfDistance);
  for (let i = from; i <= to; i++) if (isBorder(tokens[i] as Token)) weight *= beyondComma;
  const between = aspects.some((other) => other.first >= from && other.last <= to);
  return between ? weight * beyondAspect : weight;
}

function isBorder(token: Token): boolean {
  return token.text.length === 1 && ',;:.!?()\n–—'.includes(token.text);
}
