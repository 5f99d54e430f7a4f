import type { Words } from '../index.ts';
import { countingIn } from '../numerals.ts';

type R = Words['runs'];
const many = countingIn('da');
export const models: R['models'] = {
  lmg: 'LMG-andele',
  johnson: 'Johnsons relative vægte',
  k_means: 'K-means',
  mixture: 'Gaussisk blanding',
  latent_class: 'Latente klasser',
  medoids: 'Medoider',
  none: 'Ingen stabile grupper',
  dirichlet_multinomial: 'Dirichlet–multinomial krympning',
};
export const run: R['run'] = (model, version, n) =>
  `${model}, version ${version}, fra ${many(n, 'række', 'rækker')}.`;
export const again: R['again'] = (seed, hash) =>
  `Frø ${seed}, data ${hash}: de samme data giver de samme tal.`;
export const topQuarter: R['topQuarter'] = (share) => `bedste fjerdedel, ${share} sikkert`;
export const bottomQuarter: R['bottomQuarter'] = (share) => `sidste fjerdedel, ${share} sikkert`;
