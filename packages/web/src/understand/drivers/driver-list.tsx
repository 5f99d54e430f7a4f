import type { DriverRow, DriversReport } from '@lyhord/contract';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import styles from './driver-list.module.css';
import { useDriverName } from './driver-name.ts';

/** Every driver with its importance and interval, in groups that cannot be told apart. */
export function DriverList({ report }: { report: DriversReport }) {
  const { drivers: words } = useWords();
  const reach = Math.max(...report.drivers.map(({ high }) => high));
  const groups = [...new Set(report.drivers.map(({ group }) => group))];
  return (
    <div>
      {groups.map((group) => {
        const own = report.drivers.filter((driver) => driver.group === group);
        return (
          <section key={group} className={styles.group} aria-label={words.group(group)}>
            <h3>{own.length > 1 ? words.alike : words.alone}</h3>
            <ol start={report.drivers.indexOf(own[0]!) + 1}>
              {own.map((driver) => (
                <Row key={driver.key} driver={driver} report={report} reach={reach} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

const tones = { invest: 'rust', keep: 'teal', save: 'accent', watch: 'plain' } as const;

function Row({ driver, report, reach }: { driver: DriverRow; report: DriversReport; reach: number }) {
  const { drivers: words, ui } = useWords();
  const format = useFormats();
  const name = useDriverName()(driver);
  const rank = report.drivers.indexOf(driver) + 1;
  const range = ui.range(format.share(driver.low), format.share(driver.high));
  const nature = driver.nature ? words.natures[driver.nature] : null;
  return (
    <li className={styles.row} id={`driver-${driver.key}`}>
      <span className={styles.rank}>{rank}</span>
      <div className={styles.name}>
        <b>{name}</b>
        <span>
          {driver.kind === 'topic' ? (
            <RowsLink show={{ question: report.metric, topic: driver.key }}>{words.named(driver.n)}</RowsLink>
          ) : (
            words.knownOf(driver.n)
          )}
          {nature ? ` · ${nature}` : ''}
        </span>
      </div>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${(driver.share / reach) * 100}%` }} />
        <u
          style={{
            left: `${(driver.low / reach) * 100}%`,
            width: `${((driver.high - driver.low) / reach) * 100}%`,
          }}
        />
      </span>
      <span className={styles.share}>
        {format.share(driver.share)}
        <small>{range}</small>
      </span>
      <span className={styles.performance}>
        {format.number(driver.performance)}
        <small>{words.performance}</small>
      </span>
      <span className={styles.field}>
        <Chip tone={tones[driver.field]} title={words.advice[driver.field]}>
          {words.fields[driver.field]}
        </Chip>
      </span>
    </li>
  );
}
