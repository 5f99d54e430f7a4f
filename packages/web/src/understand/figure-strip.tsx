import { useFormats } from '../ui/format.ts';
import { useWords } from '../words/index.ts';
import styles from './figure-strip.module.css';

interface Figure {
  readonly metric: string;
  readonly unit: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly difference?: { readonly value: number; readonly clear: boolean } | null | undefined;
}

/** Figures side by side, each with its interval and how it moved; a share moves by percentage points. */
export function FigureStrip<F extends Figure>({
  figures,
  write,
  note,
}: {
  figures: readonly F[];
  write: (figure: F, value: number) => string;
  /** What is to be known of a figure before it is read. */
  note?: (figure: F) => string | null;
}) {
  return (
    <ul className={styles.figures}>
      {figures.map((figure) => (
        <OneFigure
          key={figure.metric}
          figure={figure}
          write={(value) => write(figure, value)}
          note={note?.(figure) ?? null}
        />
      ))}
    </ul>
  );
}

function OneFigure({
  figure,
  write,
  note,
}: {
  figure: Figure;
  write: (value: number) => string;
  note: string | null;
}) {
  const { terms, ui, support: words } = useWords();
  const format = useFormats();
  const { metric, unit, value, low, high, difference } = figure;
  const size = (by: number) => (unit === 'share' ? words.sharePoints(format.number(by * 100, 1)) : write(by));
  const signed = (by: number) => `${by > 0 ? '+' : '−'}${size(Math.abs(by))}`;
  return (
    <li>
      <span>{(terms.metrics as Readonly<Record<string, string>>)[metric] ?? metric}</span>
      {value === null ? <i>{figure.n === 0 ? words.notYet : ui.tooFew(figure.n)}</i> : <b>{write(value)}</b>}
      <small>
        {low !== null && high !== null ? ui.range(write(low), write(high)) : ''}
        {difference ? (
          <em>{difference.clear ? words.change(signed(difference.value)) : words.unclear}</em>
        ) : null}
        {note ? <em>{note}</em> : null}
      </small>
    </li>
  );
}
