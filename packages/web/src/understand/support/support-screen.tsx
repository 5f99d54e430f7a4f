import { endpoints, type SupportReport } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { type Scope, useScope } from '../../client/scope.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { WithheldNote } from '../../ui/withheld-note.tsx';
import { named, useWords } from '../../words/index.ts';
import { FigureStrip } from '../figure-strip.tsx';
import { ContactCourse } from './contact-course.tsx';
import { ProblemTable } from './problem-table.tsx';
import styles from './support-screen.module.css';

/** How many contacts, how long they wait, what they are about, and what solving one problem would spare. */
export function SupportScreen() {
  const { support: words } = useWords();
  const { from, to, place }: Scope = useScope();
  const reply = useReply(endpoints.support, { query: { from, to, ...(place ? { place } : {}) } });
  const top = reply.data?.problems[0];
  const format = useFormats();
  return (
    <Page
      title={words.title}
      finding={top ? words.finding(top.label, format.share(top.share)) : undefined}
      lead={words.lead}
    >
      <Loaded
        reply={reply}
        waiting={
          <>
            <WaitingBlock height={120} />
            <WaitingRows rows={8} />
          </>
        }
      >
        {(report) =>
          report.contacts === 0 ? (
            <Empty
              title={words.none}
              actions={
                <LinkButton to="/settings/$section" params={{ section: 'sources' }}>
                  {words.connect}
                </LinkButton>
              }
            >
              {words.noneHint}
            </Empty>
          ) : (
            <Body report={report} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Body({ report }: { report: SupportReport }) {
  const { support: words, terms } = useWords();
  const format = useFormats();
  const write = ({ unit }: SupportReport['figures'][number], value: number) => {
    if (unit === 'share') return format.share(value);
    return unit === 'hours'
      ? words.hours(format.number(value, 1))
      : format.number(value, unit === 'count' ? 0 : 1);
  };
  return (
    <div className={styles.body}>
      <FigureStrip figures={report.figures} write={write} />
      <div className={styles.columns}>
        <ContactCourse report={report} />
        <Section title={words.channels}>
          <ul className={styles.channels}>
            {report.channels.map(({ key, n }) => (
              <li key={key}>
                <span>{named(terms.channels, key)}</span>
                <i style={{ width: `${(n / report.contacts) * 100}%` }} />
                <b>{format.count(n)}</b>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Section title={words.problems} hint={words.problemsHint}>
        <ProblemTable report={report} />
        <WithheldNote />
      </Section>
    </div>
  );
}
