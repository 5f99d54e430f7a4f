import { endpoints, type RfmReport } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useDeed, useReply } from '../../client/queries.ts';
import { useMe } from '../../client/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useWords } from '../../words/index.ts';
import { mayKeep } from './may-keep.ts';
import styles from './segments-screen.module.css';

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
  const { segments: words, terms, ui } = useWords();
  const format = useFormats();
  const may = mayKeep(useMe().role);
  const keep = useDeed(endpoints.saveSegment, {
    refreshes: [endpoints.listSegments],
    onDone: () => notice(words.kept),
  });
  return (
    <TableScroll label={words.buying}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.klass}</th>
            <th scope="col" className={table.number}>
              {words.customers}
            </th>
            <th scope="col" className={`${table.number} ${styles.wide}`}>
              {words.share}
            </th>
            <th scope="col" className={table.number}>
              {words.value}
            </th>
            <th scope="col" className={`${table.number} ${styles.wide}`}>
              {words.lastOrder}
            </th>
            <th scope="col" className={`${table.number} ${styles.wide}`}>
              {words.ordersEach}
            </th>
            <th scope="col" className={table.number}>
              {terms.metrics.nps}
            </th>
            {may ? <th scope="col" className={styles.wide} aria-label={words.keepAsRule} /> : null}
          </tr>
        </thead>
        <tbody>
          {report.classes.map((one) => (
            <tr key={one.key}>
              <td>{words.keys[one.key]}</td>
              <td className={table.number}>{format.count(one.customers)}</td>
              <td className={`${table.number} ${styles.wide}`}>{format.share(one.share)}</td>
              <td className={table.number}>{format.money(one.revenueMinor, report.currency, true)}</td>
              <td className={`${table.number} ${styles.wide}`}>
                {words.daysAgo(format.number(one.meanDaysSinceOrder))}
              </td>
              <td className={`${table.number} ${styles.wide}`}>{format.number(one.meanOrders, 1)}</td>
              <td className={table.number}>
                {one.nps.value === null ? (
                  <span className={table.dim}>{ui.tooFew(one.nps.n)}</span>
                ) : (
                  <>
                    <b>{format.score(one.nps.value, 'nps')}</b>
                    <small className={styles.interval}>
                      {one.nps.low === null || one.nps.high === null
                        ? ''
                        : ui.range(format.score(one.nps.low, 'nps'), format.score(one.nps.high, 'nps'))}
                    </small>
                  </>
                )}
              </td>
              {may ? (
                <td className={styles.wide}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`${words.keepAsRule}: ${words.keys[one.key]}`}
                    loading={keep.isPending && keep.variables?.body.name === words.keys[one.key]}
                    onClick={() =>
                      keep.mutate({ body: { name: words.keys[one.key] ?? one.key, rule: one.rule } })
                    }
                  >
                    {words.keepAsRule}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
