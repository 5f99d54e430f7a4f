import type { LoyaltyReport } from '@lyhord/contract';
import { type Formats, useFormats } from '../../ui/format.ts';
import { useWords } from '../../words/index.ts';
import { FigureStrip } from '../figure-strip.tsx';

type Figure = LoyaltyReport['figures'][number];

/** What stands beside NPS, each with its interval and how it has moved. */
export function LoyaltyFigures({ report }: { report: LoyaltyReport }) {
  const format = useFormats();
  const { loyalty: words } = useWords();
  return (
    <FigureStrip
      figures={report.figures}
      write={(figure, value) => written(format, figure, report.currency, value)}
      note={({ period }) => (period ? words.toldOf(format.day(period.from), format.day(period.to)) : null)}
    />
  );
}

function written(format: Formats, figure: Figure, currency: string | null, value: number): string {
  const { unit, metric } = figure;
  if (unit === 'share') return format.share(value, isNarrow(figure));
  if (unit === 'money') return currency ? format.money(value, currency, true) : '–';
  if (unit === 'points') return format.score(value, metric);
  return format.number(value, unit === 'count' ? 0 : unit === 'per_customer' ? 2 : 1);
}

/** Where whole per cents would write both ends of the interval alike. */
function isNarrow({ low, high }: Figure): boolean {
  return low !== null && high !== null && high - low < 0.02;
}
