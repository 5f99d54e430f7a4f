import type { DriversReport } from '@lyhord/contract';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import { useDriverName } from './driver-name.ts';
import styles from './drivers-screen.module.css';

/** Two standard errors: the sign of a coefficient can be told. */
const tellable = 1.96;

/** What stands behind the weights, for who wants to check them: sign, slope, the logit of the score classes, likeness. */
export function DriverFigures({ report }: { report: DriversReport }) {
  const { drivers: words, ui } = useWords();
  const format = useFormats();
  const name = useDriverName();
  return (
    <details>
      <summary>{words.figures.title}</summary>
      <p className={styles.method}>{words.figures.hint}</p>
      <FigureTable
        label={words.figures.title}
        rows={report.drivers}
        keyOf={({ key }) => key}
        stacked
        columns={[
          { head: words.figures.driver, kind: 'name', cell: name },
          {
            ...{ head: words.figures.correlation, kind: 'number' },
            cell: ({ correlation }) => format.number(correlation, 2),
          },
          {
            ...{ head: words.figures.slope, kind: 'number' },
            cell: ({ coefficient, coefficientLow: low, coefficientHigh: high }) =>
              coefficient === null ? (
                '–'
              ) : (
                <>
                  {format.number(coefficient, 2)}
                  {low === null || high === null ? null : (
                    <small className={table.under}>
                      {ui.range(format.number(low, 2), format.number(high, 2))}
                    </small>
                  )}
                </>
              ),
          },
          {
            ...{ head: words.figures.ordinal, kind: 'number' },
            cell: ({ ordinal }) =>
              ordinal === null ? (
                '–'
              ) : (
                <>
                  {format.number(ordinal.logOdds, 2)}
                  <small className={table.under}>
                    {Math.abs(ordinal.z) >= tellable ? words.figures.clear : words.figures.unclear} (z{' '}
                    {format.number(ordinal.z, 1)})
                  </small>
                </>
              ),
          },
          {
            ...{ head: words.figures.inflation, kind: 'number' },
            cell: ({ inflation }) => (inflation === null ? '–' : format.number(inflation, 1)),
          },
          { head: words.figures.n, kind: 'number', cell: ({ n }) => format.count(n) },
        ]}
      />
    </details>
  );
}
