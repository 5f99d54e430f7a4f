import type { MetricDescription } from '@lyhord/contract';
import { dimensionsOf } from '../questions/question-dimensions.ts';
import { isWeighable, methods, metricDefinitions } from './definitions.ts';

/** The catalogue of metrics, as readers choose from it. */
export const describeMetrics = (): MetricDescription[] =>
  Object.values(metricDefinitions).map((definition) => ({
    key: definition.key,
    version: definition.version,
    unit: definition.unit,
    direction: definition.direction,
    method: methods[definition.interval],
    minimumN: definition.minimumN,
    about: definition.base === 'events' ? ('operations' as const) : ('experience' as const),
    weighable: isWeighable(definition),
    dimensions: [...dimensionsOf(definition)],
  }));
