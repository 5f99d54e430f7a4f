import { endpoints, type RfmReport, type Score } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useDeed, useReply } from '../../client/queries.ts';
import { useMe } from '../../client/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { type FigureColumn, FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import { mayKeep } from './may-keep.ts';

/** How lately, how often and for how much customers buy, in classes with plain names. */
export function BuyingView() {
  const { segments: words } = useWords();
  const format = useFormats();
  const reply = useReply(endpoints.rfm);
  return (
    <Loaded reply={reply} waiting={<WaitingRows rows={8} />}>
      {(report) =>
        report.customers === 0 ? (
          <Empty title={words.nobody}>{words.nobodyHint}</Empty>
        ) : (
          <Section title={words.buying} hint={words.buyingHint(format.count(report.customers))}>
            <Classes report={report} />
          </Section>
        )
      }
    </Loaded>
  );
}

function Classes({ report }: { report: RfmReport }) {
  const { segments: words, terms } = useWords();
  const format = useFormats();
  const may = mayKeep(useMe().role);
  const keep = useDeed(endpoints.saveSegment, {
    refreshes: [endpoints.listSegments],
    onDone: () => notice(words.kept),
  });
  const columns: FigureColumn<RfmReport['classes'][number]>[] = [
    { head: words.klass, kind: 'name', cell: ({ key }) => words.keys[key] },
    { head: words.customers, kind: 'number', cell: ({ customers }) => format.count(customers) },
    { head: words.share, kind: 'number', wide: true, cell: ({ share }) => format.share(share) },
    {
      ...{ head: words.value, kind: 'number' },
      cell: ({ revenueMinor }) => format.money(revenueMinor, report.currency, true),
    },
    {
      ...{ head: words.lastOrder, kind: 'number', wide: true },
      cell: ({ meanDaysSinceOrder }) => words.daysAgo(format.number(meanDaysSinceOrder)),
    },
    {
      ...{ head: words.ordersEach, kind: 'number', wide: true },
      cell: ({ meanOrders }) => format.number(meanOrders, 1),
    },
    { head: terms.metrics.nps, kind: 'number', cell: ({ nps }) => <Nps score={nps} /> },
  ];
  if (may) {
    columns.push({
      ...{ head: words.keepAsRule, wide: true, silent: true },
      cell: ({ key, rule }) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${words.keepAsRule}: ${words.keys[key]}`}
          loading={keep.isPending && keep.variables?.body.name === words.keys[key]}
          onClick={() => keep.mutate({ body: { name: words.keys[key] ?? key, rule } })}
        >
          {words.keepAsRule}
        </Button>
      ),
    });
  }
  return (
    <FigureTable label={words.buying} rows={report.classes} keyOf={({ key }) => key} columns={columns} />
  );
}

function Nps({ score: { value, low, high, n } }: { score: Score }) {
  const { ui } = useWords();
  const format = useFormats();
  if (value === null) return <span className={table.dim}>{ui.tooFew(n)}</span>;
  return (
    <>
      <b>{format.score(value, 'nps')}</b>
      {low === null || high === null ? null : (
        <small className={table.under}>{ui.range(format.score(low, 'nps'), format.score(high, 'nps'))}</small>
      )}
    </>
  );
}
