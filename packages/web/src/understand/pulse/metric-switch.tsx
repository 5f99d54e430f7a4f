import { SegmentedControl } from '@mantine/core';
import { useChangeScope, useScope } from '../../client/scope.ts';
import { useWords } from '../../words/index.ts';

export function MetricSwitch() {
  const { terms, understand } = useWords();
  const { metric } = useScope();
  const change = useChangeScope();
  return (
    <SegmentedControl
      size="xs"
      aria-label={understand.pulse.metricSwitch}
      value={metric}
      onChange={(value) => change({ metric: value === 'csat' ? 'csat' : undefined })}
      data={[
        { value: 'nps', label: terms.metrics.nps },
        { value: 'csat', label: terms.metrics.csat },
      ]}
    />
  );
}
