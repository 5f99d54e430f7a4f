import { endpoints, type LoyaltyReport } from '@lyhord/contract';
import { SegmentedControl } from '@mantine/core';
import { useReply } from '../../client/queries.ts';
import { useAddressed, useScope } from '../../client/scope.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { LoyaltyFigures } from './loyalty-figures.tsx';
import styles from './loyalty-screen.module.css';
import { SignTable } from './sign-table.tsx';

/** Indicators beside NPS, and which of them went with what customers then did. */
export function LoyaltyScreen() {
  const { loyalty: words } = useWords();
  const { from, to, place } = useScope();
  const [days = 90, setDays] = useAddressed<180>('days');
  const reply = useReply(endpoints.loyalty, { query: { from, to, days, ...(place ? { place } : {}) } });
  const finding =
    reply.data && reply.data.signs.length > 0
      ? words.finding(wentAlong(reply.data, words.shortSigns))
      : undefined;
  return (
    <Page
      title={words.title}
      finding={finding}
      lead={words.lead}
      actions={
        <SegmentedControl
          aria-label={words.follow}
          value={String(days)}
          onChange={(value) => setDays(value === '180' ? 180 : undefined)}
          data={[90, 180].map((value) => ({ value: String(value), label: words.daysAfter(value) }))}
        />
      }
    >
      <Loaded
        reply={reply}
        waiting={
          <>
            <WaitingBlock height={160} />
            <WaitingRows rows={8} />
          </>
        }
      >
        {(report) => <Body report={report} />}
      </Loaded>
    </Page>
  );
}

/** The signs that clearly went with coming back, strongest first; three at most. */
function wentAlong(report: LoyaltyReport, names: Readonly<Record<string, string>>): string[] {
  const size = (one: LoyaltyReport['signs'][number]) =>
    one.cells.find(({ outcome, verdict }) => outcome === 'came_back' && verdict === 'went_with')
      ?.difference ?? 0;
  return report.signs
    .filter((one) => size(one) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, 3)
    .map(({ sign }, index) => (index === 0 ? names[sign]! : lowered(names[sign]!)));
}
const lowered = (name: string) =>
  /^[A-ZÅÄÖÆØ]{2}/.test(name) ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1);

function Body({ report }: { report: LoyaltyReport }) {
  const { loyalty: words } = useWords();
  const format = useFormats();
  const { since, until, days } = report;
  return (
    <div className={styles.body}>
      <Section title={words.figures} hint={words.figuresHint}>
        <LoyaltyFigures report={report} />
      </Section>
      {report.signs.length === 0 || since === null || until === null ? (
        <Empty title={words.nothing}>{words.nothingHint(days)}</Empty>
      ) : (
        <Section
          title={words.signsTitle}
          hint={words.signsHint(
            format.count(report.followed),
            format.fullDay(since),
            format.fullDay(until),
            days,
          )}
        >
          <SignTable report={report} />
          <p className={styles.method}>{words.method(report.currency ?? '–')}</p>
        </Section>
      )}
    </div>
  );
}
