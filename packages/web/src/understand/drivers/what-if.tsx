import type { DriverRow, DriversReport } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { useDriverName } from './driver-name.ts';
import styles from './what-if.module.css';

const most = 5;

/** By how much answers differ in which some drivers are better, the others equal; with the draws' joint interval. */
export function WhatIf({ report }: { report: DriversReport }) {
  const { drivers: words, terms, ui } = useWords();
  const format = useFormats();
  const [steps, setSteps] = useState<Readonly<Record<string, number>>>({});
  const shown = movable(report);
  const found = differenceOf(shown, steps);
  const metric = terms.metrics[report.metric];
  const moved = shown.some(({ key }) => (steps[key] ?? 0) > 0);
  const range = ui.range(
    format.difference(found.low, report.metric),
    format.difference(found.high, report.metric),
  );
  return (
    <Section title={words.whatIf} hint={words.whatIfHint}>
      {shown.map((driver) => (
        <Step
          key={driver.key}
          driver={driver}
          value={steps[driver.key] ?? 0}
          change={(value) => setSteps((was) => ({ ...was, [driver.key]: value }))}
        />
      ))}
      <p className={styles.sum} aria-live="polite">
        {moved ? words.differ(metric, format.difference(found.value, report.metric), range) : words.move}
      </p>
      {moved ? (
        <Button variant="subtle" onClick={() => setSteps({})}>
          {words.reset}
        </Button>
      ) : null}
    </Section>
  );
}

function Step({
  driver,
  value,
  change,
}: {
  driver: DriverRow;
  value: number;
  change: (value: number) => void;
}) {
  const { drivers: words } = useWords();
  const format = useFormats();
  const name = useDriverName()(driver);
  const digits = Math.abs(driver.observed[1] - driver.observed[0]) < 3 ? 2 : 1;
  const reached = driver.mean + (driver.reach * value) / 100;
  return (
    <div className={styles.step}>
      <p>
        <b>{name}</b>
        <span>
          {driver.kind === 'topic'
            ? words.complaints(format.share(value / 100))
            : words.fromTo(format.number(driver.mean, digits), format.number(reached, digits))}
        </span>
      </p>
      <input
        type="range"
        className={styles.range}
        value={value}
        onChange={(event) => change(Number(event.currentTarget.value))}
        min={0}
        max={100}
        step={5}
        aria-label={name}
      />
    </div>
  );
}

/** Drivers that can be separated from the others and go the way they should; the worst done of the important first. */
function movable({ drivers }: DriversReport): DriverRow[] {
  const order = { invest: 0, keep: 1, watch: 2, save: 3 } as const;
  return drivers
    .filter(({ coefficient, reach }) => coefficient !== null && coefficient * reach > 0)
    .sort((a, b) => order[a.field] - order[b.field] || b.share - a.share)
    .slice(0, most);
}

interface Found {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
function differenceOf(drivers: readonly DriverRow[], steps: Readonly<Record<string, number>>): Found {
  const shift = (driver: DriverRow) => (driver.reach * (steps[driver.key] ?? 0)) / 100;
  const value = drivers.reduce((sum, driver) => sum + (driver.coefficient ?? 0) * shift(driver), 0);
  const count = Math.min(...drivers.map(({ draws }) => draws.length), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(count) || count === 0) return { value, low: value, high: value };
  const sums = Array.from({ length: count }, (_, draw) =>
    drivers.reduce((sum, driver) => sum + driver.draws[draw]! * shift(driver), 0),
  ).sort((a, b) => a - b);
  const at = (share: number) => sums[Math.round(share * (count - 1))]!;
  return { value, low: at(0.025), high: at(0.975) };
}
