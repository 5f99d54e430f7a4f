import { endpoints, type SegmentCell, type SegmentExperience, segmentParts } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { LongerPeriod } from '../../ui/longer-period.tsx';
import { Section } from '../../ui/page.tsx';
import { Unsaid } from '../../ui/score-text.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { named, useWords } from '../../words/index.ts';
import { MetricSwitch } from '../pulse/metric-switch.tsx';
import { ExperienceGroups } from './experience-groups.tsx';
import styles from './segments-screen.module.css';

/** Scores of segments by touchpoint, with their size and what is at risk with them. */
export function ExperienceView() {
  const { segments: words } = useWords();
  const navigate = useNavigate({ from: '/segments' });
  const { part = 'lifeCycle' } = useSearch({ from: '/frame/segments' });
  const reply = useReply(endpoints.segmentExperience, { query: { ...scopeQuery(useScope()), part } });
  return (
    <div className={styles.body}>
      <div className={styles.choices}>
        <Select
          label={words.partBy}
          data={segmentParts.map((value) => ({ value, label: words.parts[value] }))}
          value={part}
          allowDeselect={false}
          onChange={(value) =>
            void navigate({
              search: (before) => ({
                ...before,
                part:
                  value === 'lifeCycle'
                    ? undefined
                    : (value as Exclude<SegmentExperience['part'], 'lifeCycle'>),
              }),
            })
          }
        />
        <MetricSwitch />
      </div>
      <Loaded reply={reply} waiting={<WaitingRows rows={8} />}>
        {(report) =>
          report.rows.length === 0 ? (
            <Empty title={report.part === 'saved' ? words.noneKept : words.nobody} actions={<LongerPeriod />}>
              {words.nobodyHint}
            </Empty>
          ) : (
            <Report report={report} />
          )
        }
      </Loaded>
    </div>
  );
}

function Report({ report }: { report: SegmentExperience }) {
  const { segments: words, terms } = useWords();
  return (
    <div className={styles.body}>
      <Section title={words.heat} hint={words.heatHint(terms.metrics[report.metric])}>
        <HeatMap report={report} />
        <p className={styles.note}>{words.atRiskHint}</p>
        {report.rows.some(({ valueMinor }) => valueMinor < 0) ? (
          <p className={styles.note}>{words.belowZero}</p>
        ) : null}
      </Section>
      <ExperienceGroups report={report} />
    </div>
  );
}

function HeatMap({ report }: { report: SegmentExperience }) {
  const { segments: words, terms } = useWords();
  const format = useFormats();
  const money = (minor: number) => format.money(minor, report.currency, true);
  return (
    <TableScroll label={words.heat}>
      <table className={`${table.table} ${styles.heat} ${table.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{words.segment}</th>
            <th scope="col" className={table.number}>
              {words.customers}
            </th>
            <th scope="col" className={table.number}>
              {words.value}
            </th>
            <th scope="col" className={table.number}>
              {words.atRisk}
            </th>
            <th scope="col" className={styles.score}>
              {words.overall}
            </th>
            {report.touchpoints.map((touchpoint) => (
              <th key={touchpoint} scope="col" className={styles.score}>
                {named(terms.touchpoints, touchpoint)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {report.part === 'category'
                  ? named({}, row.key)
                  : (row.name ?? words.keys[row.key] ?? row.key)}
              </th>
              <td className={table.number} data-label={words.customers}>
                {format.count(row.customers)}
              </td>
              <td className={table.number} data-label={words.value}>
                {money(row.valueMinor)}
              </td>
              <td className={table.number} data-label={words.atRisk}>
                {row.atRisk ? (
                  <>
                    <b>{money(row.atRisk.minor)}</b>
                    <small>
                      {money(row.atRisk.low)}–{money(row.atRisk.high)}
                    </small>
                  </>
                ) : (
                  '–'
                )}
              </td>
              <HeatCell cell={row.overall} label={words.overall} metric={report.metric} />
              {row.cells.map((cell) => (
                <HeatCell
                  key={cell.touchpoint}
                  cell={cell}
                  label={named(terms.touchpoints, cell.touchpoint ?? '')}
                  metric={report.metric}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function HeatCell({ cell, label, metric }: { cell: SegmentCell; label: string; metric: string }) {
  const { segments: words, ui } = useWords();
  const format = useFormats();
  if (cell.value === null) {
    return (
      <td className={`${styles.few} ${styles.score}`} data-label={label}>
        <small>
          <Unsaid n={cell.n} />
        </small>
      </td>
    );
  }
  const mark = cell.differs === 'above' ? '▲' : cell.differs === 'below' ? '▼' : '';
  return (
    <td
      className={`${styles.cell} ${styles.score}`}
      data-label={label}
      data-differs={cell.differs ?? undefined}
    >
      <b>{format.score(cell.value, metric)}</b>
      {cell.differs ? (
        <span role="img" aria-label={words[cell.differs]} title={words[cell.differs]}>
          {mark}
        </span>
      ) : null}
      <small>
        {cell.low === null || cell.high === null
          ? ''
          : ui.range(format.score(cell.low, metric), format.score(cell.high, metric))}
        {' · '}
        {format.count(cell.n)}
      </small>
    </td>
  );
}
