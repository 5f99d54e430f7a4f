/** From the scores of several separators to probabilities that keep their promise. */

/** Probability of class k ∝ exp(slope · score_k + offsets_k). */
export interface Calibration {
  readonly slope: number;
  readonly offsets: readonly number[];
}

/** Probabilities of the classes, in their order; they add up to 1. */
export function probabilitiesOf(scores: readonly number[], { slope, offsets }: Calibration): number[] {
  const shares = scores.map((score, k) => slope * score + (offsets[k] ?? 0));
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of shares) top = Math.max(top, logit);
  let sum = 0;
  for (let k = 0; k < shares.length; k++) {
    const power = Math.exp((shares[k] as number) - top);
    shares[k] = power;
    sum += power;
  }
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] as number) / sum;
  return shares;
}

/**
 * Fits slope and offsets to scores of texts that the separators were not trained on, by gradient descent on the
 * log loss (Platt's scaling, for several classes).
 * @param scores one row of class scores per text
 * @param classes the right class of each text
 */
export function calibrate(scores: readonly (readonly number[])[], classes: readonly number[]): Calibration {
  const k = scores[0]?.length ?? 0;
  let slope = 2;
  const offsets = new Array<number>(k).fill(0);
  const rate = 0.5;
  for (let round = 0; round < 400; round++) {
    let slopeGradient = 0;
    const gradients = new Array<number>(k).fill(0);
    scores.forEach((row, i) => {
      const shares = probabilitiesOf(row, { slope, offsets });
      for (let c = 0; c < k; c++) {
        const excess = (shares[c] as number) - (classes[i] === c ? 1 : 0);
        slopeGradient += excess * (row[c] as number);
        gradients[c] = (gradients[c] as number) + excess;
      }
    });
    slope -= (rate * slopeGradient) / scores.length;
    for (let c = 0; c < k; c++) {
      offsets[c] = (offsets[c] as number) - (rate * (gradients[c] as number)) / scores.length;
    }
  }
  return { slope, offsets };
}
