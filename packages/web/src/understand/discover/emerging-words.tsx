import { endpoints } from '@lyhord/contract';
import { lengthInDays } from '../../client/days.ts';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import styles from './discoveries.module.css';

/** Words that have become more frequent lately, and where. */
export function EmergingWordList() {
  const { discover } = useWords();
  const format = useFormats();
  const { metric: _, ...query } = scopeQuery(useScope());
  const reply = useReply(endpoints.emergingWords, { query });
  const days = reply.data ? lengthInDays(reply.data.recent.from, reply.data.recent.to) : 0;
  return (
    <Section
      title={discover.emerging.title}
      hint={reply.data ? discover.emerging.hint(days, format.share(reply.data.falseShare)) : undefined}
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={5} />}>
        {({ words, compared, recent }) =>
          words.length === 0 ? (
            <p className={styles.quiet}>{discover.emerging.none(format.count(compared))}</p>
          ) : (
            <ul className={styles.words}>
              {words.map((word) => (
                <li key={`${word.placeId}:${word.word}`}>
                  <RowsLink
                    show={{
                      words: word.search,
                      from: recent.from,
                      to: recent.to,
                      ...(word.placeId ? { place: word.placeId } : {}),
                    }}
                  >
                    {word.word}
                  </RowsLink>
                  <span>{word.placeName ?? discover.emerging.everywhere}</span>
                  <small>{discover.emerging.of(format.count(word.own), format.count(word.rest))}</small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
