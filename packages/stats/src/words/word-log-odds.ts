import { requireNonNegative, requirePositive } from '../ranges.ts';

/** In how many of a group's documents a word stands. */
export interface WordCount {
  hits: number;
  documents: number;
}

/** How much more a word belongs to one group of documents than to another. */
export interface WordLogOdds {
  /** log of the odds ratio, steadied by the prior; above 0 where the word is more frequent inside */
  logOdds: number;
  /** the same divided by its standard error */
  z: number;
}

/**
 * Compares how often a word is used in two groups of documents: log-odds ratio with an informative Dirichlet prior,
 * which keeps rare words from topping the list. The prior is the word's share in both groups together, worth
 * `priorDocuments` documents. Count documents and not tokens, so that one long comment does not make a finding.
 *
 * @param inside         hits 0 … documents
 * @param outside        the same for the documents to compare with
 * @param priorDocuments number > 0
 * @returns null when there are no documents at all, or the word is in none or in all of them
 * @throws RangeError naming the value, when an input is outside these ranges
 *
 * Source: Monroe, Colaresi & Quinn (2008), "Fightin' Words", Political Analysis 16, 372–403.
 * @example wordLogOdds({ hits: 30, documents: 100 }, { hits: 20, documents: 400 }, 500) // { logOdds: 0.6011, z: 3.6729 }
 */
export function wordLogOdds(
  inside: WordCount,
  outside: WordCount,
  priorDocuments: number,
): WordLogOdds | null {
  requirePositive('priorDocuments', priorDocuments);
  for (const { hits, documents } of [inside, outside]) {
    requireNonNegative('documents', documents);
    if (!(hits >= 0 && hits <= documents)) {
      throw new RangeError(`hits ${hits} is not a number from 0 to documents ${documents}`);
    }
  }
  const all = inside.documents + outside.documents;
  const share = (inside.hits + outside.hits) / all;
  if (!(share > 0 && share < 1)) return null;
  const prior = priorDocuments * share;
  const odds = ({ hits, documents }: WordCount) =>
    Math.log((hits + prior) / (documents + priorDocuments - hits - prior));
  const logOdds = odds(inside) - odds(outside);
  const variance = 1 / (inside.hits + prior) + 1 / (outside.hits + prior);
  return { logOdds, z: logOdds / Math.sqrt(variance) };
}
