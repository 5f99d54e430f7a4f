/** From the scores of several separators to probabilities that keep their promise. */

/** Probability of class k ∝ exp(slope · score_k + offsets_k). */
export interface Calibration {
  readonly slope: number;
  readonly offsets: readonly number[];
}

/** Probabilities of the classes, in their order; they add up to 1. */
export function probabilitiesOf(scores: readonly number[], { slope, offsets }: Calibration): number[] {
  const logits = scores.map((score, k) => slope * score + (offsets[k] ?? 0));
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
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
