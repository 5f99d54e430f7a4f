import type { LoyaltyCell, LoyaltyReport } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { EffectRuler } from '../../ui/score-ruler.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';
import styles from './loyalty-screen.module.css';

/** Signs down, what customers then did across; on a phone each sign is a block of its own. */
export function SignTable({ report }: { report: LoyaltyReport }) {
  const { loyalty: words } = useWords();
  const format = useFormats();
  const write = useAmounts(report);
  const reach = reaches(report);
  return (
    <TableScroll label={words.signsTitle}>
      <table className={`${table.table} ${styles.signs}`}>
        <thead>
          <tr>
            <th scope="col">{words.sign}</th>
            {report.outcomes.map(({ outcome }) => (
              <th key={outcome} scope="col">
                {words.outcomes[outcome]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {words.all}
              <small>{format.count(report.followed)}</small>
            </th>
            {report.outcomes.map(({ outcome, value }) => (
              <td key={outcome} data-outcome={words.outcomes[outcome]}>
                <b>{value === null ? '–' : write.value(outcome, value)}</b>
              </td>
            ))}
          </tr>
          {report.signs.map(({ sign, cells, highN, lowN }) => (
            <tr key={sign}>
              <th scope="row">
                {words.signs[sign]}
                <small>{words.groupSizes(format.count(highN), format.count(lowN))}</small>
              </th>
              {cells.every(({ verdict }) => verdict === 'nobody') ? (
                <td colSpan={cells.length} className={styles.nobody}>
                  {words.verdicts.nobody}
                </td>
              ) : (
                cells.map((cell) => (
                  <td key={cell.outcome} data-outcome={words.outcomes[cell.outcome]}>
                    <Cell cell={cell} reach={reach[cell.outcome] ?? 1} write={write} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type Amounts = ReturnType<typeof useAmounts>;

function Cell({ cell, reach, write }: { cell: LoyaltyCell; reach: number; write: Amounts }) {
  const { loyalty: words, ui } = useWords();
  const { difference, low, high, outcome, verdict } = cell;
  const groups = cell.highGroup !== null && cell.lowGroup !== null && (
    <small>{words.groups(write.value(outcome, cell.highGroup), write.value(outcome, cell.lowGroup))}</small>
  );
  if (difference === null || low === null || high === null) {
    return (
      <div className={styles.cell} data-verdict={verdict}>
        {groups}
        <Verdict cell={cell} />
      </div>
    );
  }
  return (
    <div className={styles.cell} data-verdict={verdict}>
      <EffectRuler value={difference} low={low} high={high} reach={reach} />
      <b>{write.difference(outcome, difference)}</b>
      <small>{ui.range(write.difference(outcome, low, true), write.difference(outcome, high, true))}</small>
      {groups}
      <Verdict cell={cell} />
    </div>
  );
}

function Verdict({ cell: { verdict, needed } }: { cell: LoyaltyCell }) {
  const { loyalty: words } = useWords();
  return (
    <small className={styles.verdict} data-verdict={verdict}>
      {words.verdicts[verdict]}
      {verdict === 'not_enough' ? `; ${words.needs(needed)}` : ''}
    </small>
  );
}

function useAmounts({ currency }: LoyaltyReport) {
  const { loyalty: words } = useWords();
  const format = useFormats();
  const money = (value: number) => (currency ? format.money(value, currency) : '–');
  const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '');
  return {
    value: (outcome: string, value: number) => (outcome === 'spend' ? money(value) : format.share(value)),
    difference: (outcome: string, value: number, short = false) => {
      if (outcome === 'spend') return `${sign(value)}${money(Math.abs(value))}`;
      const points = format.points(100 * value);
      return short ? points : words.points(points);
    },
  };
}

/** The farthest end of any interval of an outcome: its cells share one scale. */
function reaches({ signs }: LoyaltyReport): Record<string, number> {
  const ends: Record<string, number> = {};
  for (const { cells } of signs) {
    for (const { outcome, low, high } of cells) {
      ends[outcome] = Math.max(ends[outcome] ?? 0, Math.abs(low ?? 0), Math.abs(high ?? 0));
    }
  }
  return ends;
}
