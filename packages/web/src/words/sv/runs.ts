import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type R = Words['runs'];
const many = countingIn('sv');
export const models: R['models'] = {
  lmg: 'LMG-andelar',
  johnson: 'Johnsons relativa vikter',
  k_means: 'K-means',
  mixture: 'Gaussisk blandning',
  latent_class: 'Latenta klasser',
  medoids: 'Medoider',
  none: 'Inga stabila grupper',
  dirichlet_multinomial: 'Dirichlet–multinomial krympning',
};
export const run: R['run'] = (model, version, n) =>
  `${model}, version ${version}, från ${many(n, 'rad', 'rader')}.`;
export const again: R['again'] = (seed, hash) => `Frö ${seed}, data ${hash}: samma data ger samma tal.`;
export const topQuarter: R['topQuarter'] = (share) => `bästa fjärdedelen, ${share} säkert`;
export const bottomQuarter: R['bottomQuarter'] = (share) => `sista fjärdedelen, ${share} säkert`;
