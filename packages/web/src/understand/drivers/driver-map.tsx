import type { DriverRow, DriversReport } from '@lyhord/contract';
import { Tooltip } from '@mantine/core';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import styles from './driver-map.module.css';
import { useDriverName } from './driver-name.ts';

/** Importance upwards, performance to the right; four fields around the middle of the drivers shown. */
export function DriverMap({ report }: { report: DriversReport }) {
  const { drivers: words } = useWords();
  const at = placing(report);
  const border = at(report.borders.performance, report.borders.importance);
  const crowded = namesInTheWay(report.drivers, at);
  return (
    <figure className={styles.figure}>
      <div className={styles.map} role="group" aria-label={words.mapLabel}>
        <span className={styles.across} style={{ top: border.top }} />
        <span className={styles.down} style={{ left: border.left }} />
        {(['invest', 'keep', 'watch', 'save'] as const).map((field) => (
          <span key={field} className={styles.field} data-field={field}>
            {words.fields[field]}
          </span>
        ))}
        {report.drivers.map((driver, rank) => (
          <Dot key={driver.key} driver={driver} rank={rank + 1} at={at} quiet={crowded.has(driver.key)} />
        ))}
      </div>
      <figcaption className={styles.axes}>
        <span>{words.importanceAxis}</span>
        <span>{words.performanceAxis}</span>
      </figcaption>
    </figure>
  );
}

type Placing = (performance: number, importance: number) => { left: string; top: string };

function Dot({ driver, rank, at, quiet }: { driver: DriverRow; rank: number; at: Placing; quiet: boolean }) {
  const { drivers: words } = useWords();
  const format = useFormats();
  const name = useDriverName()(driver);
  const place = at(driver.performance, driver.share);
  const card = words.card(
    name,
    format.share(driver.share),
    format.number(driver.performance),
    words.fields[driver.field],
  );
  return (
    <Tooltip label={card} multiline maw={280}>
      <a
        className={styles.dot}
        style={place}
        href={`#driver-${driver.key}`}
        data-kind={driver.kind}
        data-field={driver.field}
        data-left={Number.parseFloat(place.left) > 72 || undefined}
        aria-label={`${rank} ${card}`}
      >
        <i>{rank}</i> {quiet ? null : <span>{name}</span>}
      </a>
    </Tooltip>
  );
}

function placing({ drivers, borders }: DriversReport): Placing {
  const performances = [...drivers.map(({ performance }) => performance), borders.performance];
  const [low, high] = [Math.min(...performances) - 4, Math.max(...performances) + 4];
  const most = Math.max(...drivers.map(({ share }) => share)) * 1.12;
  return (performance, importance) => ({
    left: `${(5 + (90 * (performance - low)) / Math.max(1, high - low)).toFixed(2)}%`,
    top: `${(95 - (90 * importance) / Math.max(1e-9, most)).toFixed(2)}%`,
  });
}

/** Names that would lie over the name of a more important driver stay in the list only. */
function namesInTheWay(drivers: readonly DriverRow[], at: Placing): Set<string> {
  const shown: { left: number; top: number }[] = [];
  const quiet = new Set<string>();
  for (const driver of drivers) {
    const { left, top } = at(driver.performance, driver.share);
    const own = { left: Number.parseFloat(left), top: Number.parseFloat(top) };
    const covered = shown.some(
      (other) => Math.abs(other.top - own.top) < 5.5 && Math.abs(other.left - own.left) < 24,
    );
    if (covered) quiet.add(driver.key);
    else shown.push(own);
  }
  return quiet;
}
