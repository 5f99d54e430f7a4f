import type { Locale, MetricDescription } from '@lyhord/contract';
import { dimensionsOf } from '../questions/question-dimensions.ts';
import { isWeighable, metricDefinitions } from './definitions.ts';
import { methodWords } from './method-words.ts';

/** The catalogue of metrics, as readers choose from it. */
export const describeMetrics = (locale: Locale): MetricDescription[] =>
  Object.values(metricDefinitions).map((definition) => ({
    key: definition.key,
    version: definition.version,
    unit: definition.unit,
    direction: definition.direction,
    method: methodWords[locale].intervals[definition.interval],
    minimumN: definition.minimumN,
    about: definition.base === 'events' ? ('operations' as const) : ('experience' as const),
    weighable: isWeighable(definition),
    dimensions: [...dimensionsOf(definition)],
  }));
