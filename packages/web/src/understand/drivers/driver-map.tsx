import type { DriverRow, DriversReport } from '@lyhord/contract';
import { Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import styles from './driver-map.module.css';
import { useDriverName } from './driver-name.ts';
import { type Box, movedApart, placesOfNames, type Spot } from './map-places.ts';

const radius = 11;
const nameHeight = 18;

/** Importance upwards, performance to the right; four fields around the middle of the drivers shown. */
export function DriverMap({ report }: { report: DriversReport }) {
  const { drivers: words } = useWords();
  const nameOf = useDriverName();
  const { ref, width, height } = useElementSize();
  const at = placing(report, width, height);
  const border = at(report.borders.performance, report.borders.importance);
  const points = report.drivers.map((driver) => at(driver.performance, driver.share));
  const marks = movedApart(points, radius * 2 + 2, inset(width, height));
  const names = placesOfNames(
    marks,
    report.drivers.map((driver) => nameOf(driver).length * 6.9 + 2),
    {
      radius,
      height: nameHeight,
      within: { left: 0, right: width, top: 0, bottom: height },
      taken: corners(width, height),
    },
  );
  return (
    <figure className={styles.figure}>
      <div ref={ref} className={styles.map} role="group" aria-label={words.mapLabel}>
        <span className={styles.across} style={{ top: border.y }} />
        <span className={styles.down} style={{ left: border.x }} />
        {(['invest', 'keep', 'watch', 'save'] as const).map((field) => (
          <span key={field} className={styles.field} data-field={field}>
            {words.fields[field]}
          </span>
        ))}
        <Leaders points={points} marks={marks} />
        {width > 0 &&
          report.drivers.map((driver, index) => (
            <Dot
              key={driver.key}
              driver={driver}
              rank={index + 1}
              mark={marks[index]!}
              name={names[index]!}
            />
          ))}
      </div>
      <figcaption className={styles.axes}>
        <span>{words.importanceAxis}</span>
        <span>{words.performanceAxis}</span>
      </figcaption>
    </figure>
  );
}

/** Where a mark had to move aside, a hairline leads to the true point. */
function Leaders({ points, marks }: { points: Spot[]; marks: Spot[] }) {
  return (
    <svg className={styles.leaders} aria-hidden="true">
      {points.map((point, index) => {
        const mark = marks[index]!;
        if (Math.hypot(mark.x - point.x, mark.y - point.y) < radius / 2) return null;
        return (
          <g key={`${point.x} ${point.y} ${mark.x} ${mark.y}`}>
            <line x1={point.x} y1={point.y} x2={mark.x} y2={mark.y} />
            <circle cx={point.x} cy={point.y} r={2} />
          </g>
        );
      })}
    </svg>
  );
}

function Dot({
  driver,
  rank,
  mark,
  name: box,
}: {
  driver: DriverRow;
  rank: number;
  mark: Spot;
  name: Box | null;
}) {
  const { drivers: words } = useWords();
  const format = useFormats();
  const name = useDriverName()(driver);
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
        style={{ left: mark.x, top: mark.y }}
        href={`#driver-${driver.key}`}
        data-kind={driver.kind}
        data-field={driver.field}
        aria-label={`${rank} ${card}`}
      >
        <i>{rank}</i>{' '}
        {box && (
          <span
            style={{
              left: box.left - mark.x + radius,
              top: box.top - mark.y + radius,
              width: box.right - box.left,
            }}
          >
            {name}
          </span>
        )}
      </a>
    </Tooltip>
  );
}

const inset = (width: number, height: number): Box => ({
  left: radius + 4,
  right: width - radius - 2,
  top: nameHeight + radius,
  bottom: height - nameHeight - radius,
});

/** The words in the four corners; no name goes over them. */
const corners = (width: number, height: number): Box[] =>
  [0, height - nameHeight].flatMap((top) => [
    { left: 0, right: 130, top, bottom: top + nameHeight },
    { left: width - 130, right: width, top, bottom: top + nameHeight },
  ]);

function placing({ drivers, borders }: DriversReport, width: number, height: number) {
  const performances = [...drivers.map(({ performance }) => performance), borders.performance];
  const [low, high] = [Math.min(...performances) - 4, Math.max(...performances) + 4];
  const most = Math.max(...drivers.map(({ share }) => share)) * 1.12;
  return (performance: number, importance: number): Spot => ({
    x: (0.05 + (0.9 * (performance - low)) / Math.max(1, high - low)) * width,
    y: (0.95 - (0.9 * importance) / Math.max(1e-9, most)) * height,
  });
}
