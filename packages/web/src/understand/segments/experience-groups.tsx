import type { SegmentExperience } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';
import { useFactValue } from './fact-value.ts';
import styles from './segments-screen.module.css';

/** What promoters, passives and detractors did. */
export function ExperienceGroups({ report }: { report: SegmentExperience }) {
  const { segments: words } = useWords();
  const format = useFormats();
  const write = useFactValue(report.currency);
  const { groups } = report;
  if (!groups) return null;
  const [unhappy, between, happy] = groups.sizes.map((n) => format.count(n)) as [string, string, string];
  return (
    <Section title={words.groups} hint={words.groupsHint(unhappy, between, happy)}>
      <TableScroll label={words.groups}>
        <table className={`${table.table} ${styles.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{words.fact}</th>
              {words.sides.map((side) => (
                <th key={side} scope="col" className={table.number}>
                  {side}
                </th>
              ))}
              <th scope="col" className={table.number}>
                {words.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.rows.map(({ fact, means, difference, clear }) => (
              <tr key={fact}>
                <th scope="row" className={styles.factName}>
                  {words.facts[fact]}
                </th>
                {means.map((mean, side) => (
                  <td key={words.sides[side]} className={table.number} data-label={words.sides[side]}>
                    {mean === null ? '–' : write(fact, mean)}
                  </td>
                ))}
                <td className={table.number} data-label={words.difference}>
                  {difference && clear ? (
                    <>
                      <b>{write(fact, difference.value, true)}</b>
                      <small className={styles.interval}>
                        {write(fact, difference.low, true)} … {write(fact, difference.high, true)}
                      </small>
                    </>
                  ) : (
                    <span className={table.dim}>{words.unclear}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Section>
  );
}
