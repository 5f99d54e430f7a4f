import type { LoyaltyReport } from '@lyhord/contract';
import { type Formats, useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import styles from './loyalty-screen.module.css';

type Figure = LoyaltyReport['figures'][number];

/** What stands beside NPS, each with its interval and how it has moved. */
export function LoyaltyFigures({ report }: { report: LoyaltyReport }) {
  return (
    <ul className={styles.figures}>
      {report.figures.map((figure) => (
        <OneFigure key={figure.metric} figure={figure} currency={report.currency} />
      ))}
    </ul>
  );
}

function OneFigure({ figure, currency }: { figure: Figure; currency: string | null }) {
  const { terms, ui, support } = useWords();
  const format = useFormats();
  const write = (value: number) => written(format, figure, currency, value);
  const { value, low, high, difference } = figure;
  return (
    <li>
      <span>{terms.metrics[figure.metric]}</span>
      <b>{value === null ? ui.tooFew(figure.n) : write(value)}</b>
      <small>
        {low !== null && high !== null ? ui.range(write(low), write(high)) : ''}
        {difference ? (
          <em>
            {difference.clear
              ? support.change(`${difference.value > 0 ? '+' : '−'}${write(Math.abs(difference.value))}`)
              : support.unclear}
          </em>
        ) : null}
      </small>
    </li>
  );
}

function written(format: Formats, { unit, metric }: Figure, currency: string | null, value: number): string {
  if (unit === 'share') return format.share(value);
  if (unit === 'money') return currency ? format.money(value, currency, true) : '–';
  if (unit === 'points') return format.score(value, metric);
  return format.number(value, unit === 'count' ? 0 : 1);
}
