import type { SupportReport } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import styles from './support-screen.module.css';

/** What tickets are about, most frequent first. */
export function ProblemTable({ report }: { report: SupportReport }) {
  const { support: words } = useWords();
  const format = useFormats();
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={words.problems}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.problem}</th>
            <th scope="col" className={table.number}>
              {words.tickets}
            </th>
            <th scope="col" className={`${table.number} ${styles.wide}`}>
              {words.perOrders}
            </th>
            <th scope="col" className={styles.wide}>
              {words.moved}
            </th>
            <th scope="col" className={`${table.number} ${styles.wide}`}>
              {words.negative}
            </th>
            <th scope="col" className={`${table.number} ${styles.wide}`}>
              {words.solving}
            </th>
            <th scope="col" className={table.number}>
              {words.avoided}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.problems.map((problem) => (
            <tr key={problem.key}>
              <td>
                <Link to="/topics/$topic" params={{ topic: problem.key }}>
                  {problem.label}
                </Link>
              </td>
              <td className={table.number}>
                <RowsLink show={{ kind: 'ticket', topic: problem.key }}>
                  {format.count(problem.tickets)}
                </RowsLink>
              </td>
              <td className={`${table.number} ${styles.wide}`}>
                {problem.perHundredOrders === null ? '–' : format.number(problem.perHundredOrders, 2)}
              </td>
              <td className={styles.wide}>
                {problem.moved ? (
                  <Chip tone={problem.moved === 'up' ? 'rust' : 'teal'}>
                    {problem.moved === 'up' ? words.up : words.down}
                  </Chip>
                ) : (
                  <span className={table.dim}>{words.steady}</span>
                )}
              </td>
              <td className={`${table.number} ${styles.wide}`}>
                {problem.negativeShare === null ? '–' : format.share(problem.negativeShare)}
              </td>
              <td className={`${table.number} ${styles.wide}`}>
                {problem.hours === null ? '–' : words.hours(format.number(problem.hours, 1))}
              </td>
              <td className={table.number}>
                {words.perWeek(format.number(problem.avoided.contactsPerWeek, 1))}
                {problem.avoided.hoursPerWeek === null ? null : (
                  <small className={`${table.dim} ${styles.waiting}`}>
                    {words.waiting(format.number(problem.avoided.hoursPerWeek))}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
