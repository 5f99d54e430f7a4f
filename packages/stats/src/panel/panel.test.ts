import { describe, expect, it } from 'vitest';
import grunfeld from '../fixtures/grunfeld.json' with { type: 'json' };
import sleepstudy from '../fixtures/sleepstudy.json' with { type: 'json' };
import {
  betweenEffects,
  drawNormal,
  fixedEffects,
  leastSquares,
  mixedModel,
  randomEffects,
  splitHalfEffect,
  xoshiro128,
} from '../index.ts';

// Grunfeld (1958), 10 firms × 20 years, values from R's plm; sleepstudy (Belenky et al. 2003), values from lme4.
const place = grunfeld.map((row) => row[0]!);
const period = grunfeld.map((row) => row[1]!);
const y = grunfeld.map((row) => row[2]!);
const x = grunfeld.map((row) => row.slice(3));

describe('panel regressions on Grunfeld’s firms', () => {
  it('fixed effects with the three clustered standard errors', () => {
    const fit = fixedEffects({ place, x, y })!;
    expect(fit.coefficients[0]).toBeCloseTo(0.1101238041, 9);
    expect(fit.coefficients[1]).toBeCloseTo(0.3100653413, 9);
    expect(fit.standardErrors[0]).toBeCloseTo(0.01185669421, 9);
    expect(fit.standardErrors[1]).toBeCloseTo(0.01735450278, 9);
    expect(fit.rSquaredWithin).toBeCloseTo(0.7667575837, 9);
    const errors = (factor: 'none' | 'n' | 'clusters') =>
      fixedEffects({ place, x, y }, 0.95, factor)!.clusteredErrors;
    expect(errors('none')[0]).toBeCloseTo(0.01434214371, 9);
    expect(errors('none')[1]).toBeCloseTo(0.04979260872, 9);
    expect(errors('n')[0]).toBeCloseTo(0.01441439678, 9);
    expect(errors('n')[1]).toBeCloseTo(0.05004345469, 9);
    expect(errors('clusters')[0]).toBeCloseTo(0.01515607544, 9);
    expect(errors('clusters')[1]).toBeCloseTo(0.05261839159, 9);
    const levels = [
      -70.2967175, 101.9058137, -235.571841, -27.8092946, -114.6168128, -23.1612951, -66.5534735, -57.5456573,
      -87.2222724, -6.5678435,
    ];
    levels.forEach((level, i) => {
      expect(fit.placeEffects.get(i + 1)).toBeCloseTo(level, 6);
    });
  });

  it('pooled and between: what the rows say without looking inside places', () => {
    const pooled = leastSquares(
      x.map((row) => [1, ...row]),
      y,
    )!;
    [-42.7143694366, 0.1155621564, 0.2306784887].forEach((value, j) => {
      expect(pooled.coefficients[j]).toBeCloseTo(value, j === 0 ? 8 : 9);
    });
    const between = betweenEffects({ place, x, y })!;
    [-8.52711372, 0.13464608697, 0.03203147433].forEach((value, j) => {
      expect(between.coefficients[j]).toBeCloseTo(value, j === 0 ? 7 : 9);
    });
    expect(betweenEffects({ place: [1, 2], x: [[1], [2]], y: [1, 2] })).toBeNull();
  });

  it('two-way fixed effects', () => {
    const fit = fixedEffects({ place, period, x, y })!;
    expect(fit.coefficients[0]).toBeCloseTo(0.1177158551, 9);
    expect(fit.coefficients[1]).toBeCloseTo(0.3579162731, 9);
    expect(fit.standardErrors[0]).toBeCloseTo(0.013751283, 9);
    expect(fit.standardErrors[1]).toBeCloseTo(0.02271901088, 9);
  });

  it('random effects and Hausman’s test', () => {
    const fit = randomEffects({ place, x, y })!;
    expect(fit.coefficients[0]).toBeCloseTo(-57.834414905, 6);
    expect(fit.coefficients[1]).toBeCloseTo(0.1097811522, 9);
    expect(fit.coefficients[2]).toBeCloseTo(0.3081129828, 9);
    expect(fit.residualVariance).toBeCloseTo(2784.45823, 4);
    expect(fit.placeVariance).toBeCloseTo(7089.8001, 3);
    expect(fit.theta).toBeCloseTo(0.8612236, 6);
    expect(fit.hausman.statistic).toBeCloseTo(2.3303669, 5);
    expect(fit.hausman.p).toBeCloseTo(0.3118654, 5);
  });

  it('says nothing where nothing moves inside places', () => {
    expect(fixedEffects({ place: [1, 1, 2, 2], x: [[1], [1], [2], [2]], y: [1, 2, 3, 4] })).toBeNull();
    expect(fixedEffects({ place: [1, 2, 3], x: [[1], [5], [2]], y: [1, 2, 3] })).toBeNull();
  });
});

describe('mixed model', () => {
  it('gives lme4’s values on the sleep study', () => {
    const subject = sleepstudy.map((row) => row[0]!);
    const rows = sleepstudy.map((row) => [1, row[1]!]);
    const fit = mixedModel(
      subject,
      rows,
      rows,
      sleepstudy.map((row) => row[2]!),
    )!;
    expect(fit.coefficients[0]).toBeCloseTo(251.405105, 4);
    expect(fit.coefficients[1]).toBeCloseTo(10.467286, 4);
    expect(fit.standardErrors[0]! / 6.824597).toBeCloseTo(1, 4);
    expect(fit.standardErrors[1]! / 1.54579).toBeCloseTo(1, 4);
    expect(fit.groupCovariance[0]![0]! / 612.10016).toBeCloseTo(1, 4);
    expect(fit.groupCovariance[1]![1]! / 35.07171).toBeCloseTo(1, 4);
    const correlation =
      fit.groupCovariance[0]![1]! / Math.sqrt(fit.groupCovariance[0]![0]! * fit.groupCovariance[1]![1]!);
    expect(correlation).toBeCloseTo(0.06555, 3);
    expect(fit.residualVariance / 654.94001).toBeCloseTo(1, 4);
    expect(fit.logLikelihood).toBeCloseTo(-871.814136, 4);
    expect(fit.deviations.get(308)![0]).toBeCloseTo(2.25855, 3);
    expect(fit.deviations.get(308)![1]).toBeCloseTo(9.19898, 3);
  });
});

describe('errors in variables', () => {
  /** 60 places × 26 four-week periods; the latent score moves by 6 points, y by `slope` of it. */
  function simulate(seed: number, answers: number, slope: number) {
    const random = xoshiro128(seed);
    const panel = {
      place: [] as number[],
      period: [] as number[],
      odd: [] as number[],
      even: [] as number[],
      y: [] as number[],
    };
    const shocks = Array.from({ length: 26 }, () => 2 * drawNormal(random));
    for (let p = 0; p < 60; p++) {
      const own = 10 * drawNormal(random);
      let latent = 6 * drawNormal(random);
      for (let t = 0; t < 26; t++) {
        latent = 0.7 * latent + 6 * Math.sqrt(1 - 0.49) * drawNormal(random);
        const noise = 78 / Math.sqrt(answers / 2);
        panel.place.push(p);
        panel.period.push(t);
        panel.odd.push(own + latent + noise * drawNormal(random));
        panel.even.push(own + latent + noise * drawNormal(random));
        panel.y.push(100 + slope * latent + shocks[t]! + own + 5 * drawNormal(random));
      }
    }
    return panel;
  }

  it('the corrected slope holds the truth where the plain one does not come near', () => {
    let held = 0;
    let plain = 0;
    for (let run = 0; run < 60; run++) {
      const found = splitHalfEffect(simulate(run, 120, 0.8))!;
      held += Number(found.low <= 0.8 && 0.8 <= found.high);
      plain += found.uncorrected / 60;
      expect(found.reliability).toBeLessThan(0.7);
    }
    expect(plain).toBeLessThan(0.5);
    expect(held / 60).toBeGreaterThan(0.86);
  });

  it('says nothing where the halves have nothing in common', () => {
    const flat = {
      place: [1, 1, 2, 2, 3, 3],
      odd: [1, -1, 1, -1, 1, -1],
      even: [-1, 1, -1, 1, -1, 1],
      y: [1, 2, 3, 4, 5, 6],
    };
    expect(splitHalfEffect(flat)).toBeNull();
  });
});
