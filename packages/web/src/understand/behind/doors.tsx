import { type AroundThem, endpoints, type InTheirWords, type QuestionToAsk } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import type { Scope } from '../../client/scope.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import styles from './doors.module.css';

const unhappyUpTo = { nps: 6, csat: 2, stars: 2 } as const;

/** The low answers to the common metric at a place and in a period. */
export const lowAnswers = ({ metric, from, to, place }: Scope): QuestionToAsk => ({
  ...{ metric, period: { from, to }, where: { field: 'score', atMost: unhappyUpTo[metric] } },
  ...(place ? { place } : {}),
});

/** Two doors from a number: why, in these customers' words, and what had happened around them. */
export function Doors({ question, low = false }: { question: QuestionToAsk; low?: boolean }) {
  const { behind: words } = useWords();
  const [open, setOpen] = useState<'words' | 'around' | null>(null);
  const query = { question: JSON.stringify({ ...question, by: undefined, compare: undefined }) };
  const said = useReply(endpoints.questionInWords, { query }, { enabled: open === 'words' });
  const done = useReply(endpoints.questionAround, { query }, { enabled: open === 'around' });
  return (
    <Section title={words.title} hint={low ? words.low : words.lead}>
      <div className={styles.doors}>
        {(['words', 'around'] as const).map((door) => (
          <Button
            key={door}
            variant={open === door ? 'light' : 'default'}
            aria-expanded={open === door}
            onClick={() => setOpen(open === door ? null : door)}
          >
            {words[door]}
          </Button>
        ))}
      </div>
      {open === 'words' ? (
        <Loaded reply={said} waiting={<WaitingRows rows={4} />}>
          {(found) => <Said found={found} />}
        </Loaded>
      ) : null}
      {open === 'around' ? (
        <Loaded reply={done} waiting={<WaitingRows rows={4} />}>
          {(found) => <Around found={found} />}
        </Loaded>
      ) : null}
    </Section>
  );
}

/** Which rows were held against which, or how many are missing. */
function Held({ found }: { found: Pick<InTheirWords, 'against' | 'n' | 'nOther' | 'needs'> }) {
  const { behind: words } = useWords();
  const format = useFormats();
  return (
    <p className={styles.note}>
      {words.against[found.against](format.count(found.n), format.count(found.nOther))}
      {found.needs > 0 ? ` ${words.needs(found.needs)}` : ''}
    </p>
  );
}

function Said({ found }: { found: InTheirWords }) {
  const { behind: words, support, ui } = useWords();
  const format = useFormats();
  if (found.topics.length === 0) {
    return (
      <>
        <Held found={found} />
        {found.needs > 0 ? null : <p>{words.sameTopics}</p>}
      </>
    );
  }
  return (
    <>
      <Held found={found} />
      <ul className={styles.topics}>
        {found.topics.map((topic) => (
          <li key={topic.key}>
            <p className={styles.topic}>
              <RowsLink show={{ topic: topic.key }}>{topic.label}</RowsLink>{' '}
              <span className={styles.figures}>
                {words.here} {format.share(topic.share)}, {words.others.toLocaleLowerCase()}{' '}
                {format.share(topic.shareOther)} ({words.difference.toLocaleLowerCase()}{' '}
                {support.sharePoints(
                  ui.range(format.number(100 * topic.low, 1), format.number(100 * topic.high, 1)),
                )}
                , {topic.clear ? words.clear : words.unclear})
              </span>
            </p>
            {topic.quotes.map((quote) => (
              <blockquote key={quote.id} className={styles.quote}>
                <RowsLink show={{ signal: quote.id }}>{quote.text}</RowsLink>
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

const measured = { delivery_days: 1, wait: 0, price: 2 } as const;

function Around({ found }: { found: AroundThem }) {
  const { behind: words, support, ui } = useWords();
  const format = useFormats();
  if (found.facts.length === 0) {
    return (
      <>
        <Held found={found} />
        {found.needs > 0 ? null : <p>{words.nothingAround}</p>}
      </>
    );
  }
  const between = ({ fact, low, high }: AroundThem['facts'][number]) =>
    fact in measured
      ? ui.range(say(fact, low), say(fact, high))
      : support.sharePoints(ui.range(format.number(100 * low, 1), format.number(100 * high, 1)));
  const say = (fact: AroundThem['facts'][number]['fact'], value: number) =>
    fact in measured ? format.number(value, measured[fact as keyof typeof measured]) : format.share(value);
  return (
    <>
      <Held found={found} />
      <FigureTable
        label={words.around}
        rows={found.facts}
        keyOf={({ fact }) => fact}
        columns={[
          { head: words.fact, kind: 'name', cell: ({ fact }) => words.facts[fact] },
          { head: words.here, kind: 'number', cell: ({ fact, mean }) => say(fact, mean) },
          { head: words.others, kind: 'number', cell: ({ fact, meanOther }) => say(fact, meanOther) },
          {
            ...{ head: words.difference, kind: 'number' },
            cell: (one) => (
              <>
                {between(one)}
                <small className={table.under}>{one.clear ? words.clear : words.unclear}</small>
              </>
            ),
          },
        ]}
      />
      <p className={styles.note}>
        {words.adjusted(found.days)}{' '}
        {found.unknown.length > 0
          ? words.unknown(found.unknown.map((fact) => words.facts[fact].toLocaleLowerCase()).join(', '))
          : ''}
      </p>
    </>
  );
}
