import type { SpokenWord } from '@lyhord/contract';
import type { ScopeSearch } from '../../client/scope.ts';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { useWords } from '../../words/index.ts';
import styles from './compare-screen.module.css';

interface ComparedWordsProps {
  side: string;
  tone: 'teal' | 'sand';
  words: readonly SpokenWord[];
  /** Place and period of this side, for the comments behind a word. */
  show: ScopeSearch;
  /** True for the side that is held against: its share is the other one. */
  turned?: boolean;
}

/** Words of one side: in what share of its comments, in what share of the other's, and how many times as often. */
export function ComparedWords({ side, tone, words, show, turned = false }: ComparedWordsProps) {
  const { discover } = useWords();
  const format = useFormats();
  const { columns, more, noneMore, ratio } = discover.compare;
  const reach = Math.max(0.001, ...words.flatMap(({ ownShare, restShare }) => [ownShare, restShare]));
  const times = (logOdds: number) => format.number(Math.exp(logOdds), Math.exp(logOdds) < 10 ? 1 : 0);
  return (
    <Section title={more(side)}>
      {words.length === 0 ? (
        <p className={styles.none}>{noneMore}</p>
      ) : (
        <div role="table" aria-label={more(side)} className={styles.table}>
          <div role="row" className={styles.head}>
            <span role="columnheader">{columns.word}</span>
            <span role="columnheader">{columns.own}</span>
            <span role="columnheader">{columns.rest}</span>
            <span role="columnheader">{columns.ratio}</span>
          </div>
          {words.map((word) => {
            const [own, rest] = turned ? [word.restShare, word.ownShare] : [word.ownShare, word.restShare];
            const [low, high] = turned ? [-word.high, -word.low] : [word.low, word.high];
            return (
              <div role="row" key={word.word} className={styles.row}>
                <span role="cell" className={styles.word}>
                  <RowsLink show={{ ...show, words: word.search }}>{word.word}</RowsLink>
                  <i className={styles.bars} aria-hidden="true">
                    <b data-tone={tone} style={{ width: `${(own / reach) * 100}%` }} />
                    <b style={{ width: `${(rest / reach) * 100}%` }} />
                  </i>
                </span>
                <span role="cell">{format.share(own)}</span>
                <span role="cell">{format.share(rest)}</span>
                <span role="cell">
                  <small>
                    {ratio(times(turned ? -word.logOdds : word.logOdds), times(low), times(high))}
                  </small>
                </span>
              </div>
            );
          })}
        </div>
      )}
    </Section>
  );
}
