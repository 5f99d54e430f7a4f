import type { SegmentExperience } from '@lyhord/contract';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import { useFactValue } from './fact-value.ts';

type GroupRow = NonNullable<SegmentExperience['groups']>['rows'][number];

/** What promoters, passives and detractors did. */
export function ExperienceGroups({ report }: { report: SegmentExperience }) {
  const { segments: words, ui } = useWords();
  const format = useFormats();
  const write = useFactValue(report.currency);
  const { groups } = report;
  if (!groups) return null;
  const [unhappy, between, happy] = groups.sizes.map((n) => format.count(n)) as [string, string, string];
  return (
    <Section title={words.groups} hint={words.groupsHint(unhappy, between, happy)}>
      <FigureTable
        label={words.groups}
        rows={groups.rows}
        keyOf={({ fact }) => fact}
        stacked
        columns={[
          { head: words.fact, kind: 'name', cell: ({ fact }) => words.facts[fact] },
          ...words.sides.map((head, side) => ({
            ...{ head, kind: 'number' as const },
            cell: ({ fact, means }: GroupRow) => (means[side] == null ? '–' : write(fact, means[side])),
          })),
          {
            ...{ head: words.difference, kind: 'number' },
            cell: ({ fact, difference, clear }) =>
              difference && clear ? (
                <>
                  <b>{write(fact, difference.value, true)}</b>
                  <small className={table.under}>
                    {ui.range(write(fact, difference.low, true), write(fact, difference.high, true))}
                  </small>
                </>
              ) : (
                <span className={table.dim}>{words.unclear}</span>
              ),
          },
        ]}
      />
    </Section>
  );
}
