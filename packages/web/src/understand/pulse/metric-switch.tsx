import { SegmentedControl } from '@mantine/core';
import { useChangeScope, useScope } from '../../client/scope.ts';
import { useMe } from '../../client/session.ts';
import { useWords } from '../../words/index.ts';

export function MetricSwitch() {
  const { terms, understand } = useWords();
  const { metric } = useScope();
  const change = useChangeScope();
  const held = useMe().workspace.metrics;
  const shown = held.includes(metric) ? held : [...held, metric];
  if (shown.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={understand.pulse.metricSwitch}
      value={metric}
      onChange={(value) => change({ metric: shown.find((one) => one === value) })}
      data={shown.map((value) => ({ value, label: terms.metrics[value] }))}
    />
  );
}
