import type { SupportReport } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../ui/chip.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';

/** What tickets are about, most frequent first. */
export function ProblemTable({ report }: { report: SupportReport }) {
  const { support: words } = useWords();
  const format = useFormats();
  return (
    <FigureTable
      label={words.problems}
      rows={report.problems}
      keyOf={({ key }) => key}
      columns={[
        {
          ...{ head: words.problem, kind: 'name' },
          cell: ({ key, label }) => (
            <Link to="/topics/$topic" params={{ topic: key }}>
              {label}
            </Link>
          ),
        },
        {
          ...{ head: words.tickets, kind: 'number' },
          cell: ({ key, tickets }) => (
            <RowsLink show={{ kind: 'ticket', topic: key }}>{format.count(tickets)}</RowsLink>
          ),
        },
        {
          ...{ head: words.perOrders, kind: 'number', wide: true },
          cell: ({ perHundredOrders }) =>
            perHundredOrders === null ? '–' : format.number(perHundredOrders, 2),
        },
        {
          ...{ head: words.moved, wide: true },
          cell: ({ moved }) =>
            moved ? (
              <Chip tone={moved === 'up' ? 'rust' : 'teal'}>{moved === 'up' ? words.up : words.down}</Chip>
            ) : (
              <span className={table.dim}>{words.steady}</span>
            ),
        },
        {
          ...{ head: words.negative, kind: 'number', wide: true },
          cell: ({ negativeShare }) => (negativeShare === null ? '–' : format.share(negativeShare)),
        },
        {
          ...{ head: words.solving, kind: 'number', wide: true },
          cell: ({ hours }) => (hours === null ? '–' : words.hours(format.number(hours, 1))),
        },
        {
          ...{ head: words.avoided, kind: 'number' },
          cell: ({ avoided }) => (
            <>
              {words.perWeek(format.number(avoided.contactsPerWeek, 1))}
              {avoided.hoursPerWeek === null ? null : (
                <small className={table.under}>{words.waiting(format.number(avoided.hoursPerWeek))}</small>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
