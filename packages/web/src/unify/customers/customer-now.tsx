import type { ReactNode } from 'react';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import type { Tone } from '../../ui/tone.ts';
import { named, useWords } from '../../words/index.ts';
import styles from './customer-now.module.css';
import type { CustomerPage } from './customer-screen.tsx';

type Computed = NonNullable<CustomerPage['computed']>;
const toneOf: Readonly<Record<string, Tone | 'accent'>> = {
  ...{ new: 'accent', active: 'teal', at_risk: 'sand', lapsed: 'rust', returned: 'accent' },
};

/** What is computed of the customer: worth, rhythm, stage of life, the last word. */
export function CustomerNow({ page }: { page: CustomerPage }) {
  const words = useWords().profile;
  const { computed } = page;
  return (
    <Section title={words.title}>
      {computed === null ? <p className={styles.dim}>{words.unknown}</p> : <Now computed={computed} />}
    </Section>
  );
}

function Now({ computed }: { computed: Computed }) {
  const words = useWords().profile;
  const stage = computed.lifeCycle;
  return (
    <>
      <p className={styles.stage}>
        <Chip tone={toneOf[stage] ?? 'plain'}>{words.stages[stage]}</Chip>
        <small>{words.stageMeans[stage]}</small>
      </p>
      <dl className={styles.list}>
        {useLines(computed).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {computed.amountsWithoutRate > 0 ? (
        <p className={styles.dim}>{words.withoutRate(computed.amountsWithoutRate)}</p>
      ) : null}
    </>
  );
}

/** Only what says something: a customer without contracts has no line about them. */
function useLines(computed: Computed): [string, ReactNode][] {
  const { profile, terms } = useWords();
  const { rows } = profile;
  const format = useFormats();
  const money = (minor: number | null) => (minor === null ? null : format.money(minor, computed.currency));
  const some = (n: number) => (n > 0 ? format.count(n) : null);
  const when = (at: string | null) => (at === null ? null : <Moment at={at} />);
  const scored = (score: number | null, at: string | null) =>
    score === null || at === null ? null : profile.answer(format.number(score), format.when(at));
  // Nought because no amount had an exchange rate says nothing; the note below tells.
  const counted = computed.orders > 0 && (computed.revenue !== 0 || computed.amountsWithoutRate === 0);
  const lines: [string, ReactNode][] = [
    [rows.revenue, counted ? money(computed.revenue) : null],
    [rows.margin, money(computed.margin)],
    [rows.orderValue, money(computed.orderValue)],
    [
      rows.purchaseGap,
      computed.purchaseGapDays === null ? null : profile.days(format.number(computed.purchaseGapDays)),
    ],
    [rows.lastOrder, when(computed.lastOrderAt)],
    [rows.contracts, some(computed.contractsActive)],
    [rows.renewal, computed.nextRenewalAt === null ? null : format.fullDay(computed.nextRenewalAt)],
    [rows.lastNps, scored(computed.lastNps, computed.lastNpsAt)],
    [rows.lastCsat, scored(computed.lastCsat, computed.lastCsatAt)],
    [
      rows.lastSentiment,
      computed.lastSentiment === null || computed.lastSentimentAt === null
        ? null
        : profile.answer(
            named(terms.polarity, computed.lastSentiment),
            format.when(computed.lastSentimentAt),
          ),
    ],
    [rows.comments, some(computed.comments)],
    [rows.openTickets, some(computed.openTickets)],
    [rows.contacts, some(computed.contacts90Days)],
    [rows.returns, some(computed.returns)],
    [rows.latePayments, some(computed.latePayments)],
    [rows.costToServe, computed.costToServe > 0 ? money(computed.costToServe) : null],
    [rows.lastActivity, when(computed.lastActivityAt)],
    [rows.firstSeen, when(computed.firstSeenAt)],
  ];
  return lines.filter(([, value]) => value !== null);
}
