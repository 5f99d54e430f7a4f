import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { airportFiguresIn } from '@lyhord/server';
import { type Bench, equalTo, told } from './figure.ts';

const dataSets = process.env.LYHORD_DATA_SETS ?? '../shared/data';

/** The passenger survey of San Francisco airport, 2017: NPS, what weighting changes, drivers with intervals. */
export const sfoBench: Bench = {
  name: 'sfo',
  summary: 'NPS, weights and drivers of an airport’s passenger survey',
  async *run() {
    const file = join(dataSets, 'sfo_survey', '2017_SFO_Customer_Survey.csv');
    if (!existsSync(file)) {
      yield told(
        `skipped: there is no ${file}; set LYHORD_DATA_SETS to the folder of the data sets`,
        0,
        'files',
      );
      return;
    }
    const { n, nps, weighted, rSquared, drivers } = await airportFiguresIn(file);
    yield equalTo('answers', n, 2_746, 'answers');
    yield equalTo('NPS, unweighted', nps.value, 39.8, 'points', 0.05);
    yield told('NPS, interval', `${nps.low.toFixed(1)} … ${nps.high.toFixed(1)}`, 'points');
    yield told('NPS, weighted', weighted.value, 'points');
    yield told(
      'NPS, weighted, interval',
      `${weighted.low.toFixed(1)} … ${weighted.high.toFixed(1)}`,
      'points',
    );
    yield told('design effect of the weights', weighted.designEffect, 'times');
    yield told('answers that the weighted ones are worth', weighted.effectiveN, 'answers');
    yield told('part of the differences that the ratings go with', rSquared, 'R²');
    for (const { name, share, low, high } of drivers) {
      yield told(`driver ${name}`, `${share.toFixed(4)} (${low.toFixed(4)} … ${high.toFixed(4)})`, 'of R²');
    }
  },
};
