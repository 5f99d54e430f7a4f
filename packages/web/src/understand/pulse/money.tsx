import type { Pulse } from '@lyhord/contract';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { Scope } from '../../client/scope.ts';
import { useMe } from '../../client/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import styles from './money.module.css';

/** Where the money is: per currency, never added together. */
export function Money({ pulse: { money }, scope }: { pulse: Pulse; scope: Scope }) {
  const { understand } = useWords();
  const format = useFormats();
  const me = useMe();
  const words = understand.pulse;
  if (money.length === 0) {
    return (
      <Section title={words.money}>
        <Empty small title={words.moneyNone}>
          {words.moneyNoneHint}
        </Empty>
      </Section>
    );
  }
  const main = money.find(({ currency }) => currency === me.workspace.currency) ?? money[0]!;
  const share = main.revenueMinor > 0 ? main.unhappyRevenueMinor / main.revenueMinor : 0;
  return (
    <ChartFrame
      title={words.moneyFinding(
        format.share(share),
        format.money(main.unhappyRevenueMinor, main.currency, true),
      )}
      hint={words.money}
      file={`money-${scope.from}-${scope.to}`}
      table={{
        head: [words.currency, words.revenue, words.unhappyRevenue, words.margin, words.orders],
        rows: money.map((row) => [
          row.currency,
          row.revenueMinor / 100,
          row.unhappyRevenueMinor / 100,
          row.marginMinor === null ? '' : row.marginMinor / 100,
          row.orders,
        ]),
      }}
    >
      <ul className={styles.list}>
        {money.map((row) => (
          <MoneyRow key={row.currency} row={row} />
        ))}
      </ul>
    </ChartFrame>
  );
}

function MoneyRow({ row }: { row: Pulse['money'][number] }) {
  const { understand } = useWords();
  const format = useFormats();
  const words = understand.pulse;
  const share = row.revenueMinor > 0 ? row.unhappyRevenueMinor / row.revenueMinor : 0;
  return (
    <li className={styles.row}>
      <span className={styles.amount}>
        <small>{words.revenue}</small>
        {format.money(row.revenueMinor, row.currency, true)}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className={styles.amount} data-tone="rust">
        <small>{words.unhappyRevenue}</small>
        <RowsLink show={{ band: 'low' }}>
          {format.money(row.unhappyRevenueMinor, row.currency, true)} ({format.share(share)})
        </RowsLink>
      </span>
      {row.marginMinor === null ? null : (
        <span className={styles.amount}>
          <small>{words.margin}</small>
          {format.money(row.marginMinor, row.currency, true)}
        </span>
      )}
      <span className={styles.amount}>
        <small>{words.orders}</small>
        {format.count(row.orders)}
      </span>
    </li>
  );
}
