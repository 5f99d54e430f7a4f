import { endpoints, type Theme } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useDeed } from '../../client/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFormats } from '../../ui/format.ts';
import { notice } from '../../ui/notice.ts';
import { RowsLink } from '../../ui/rows-link.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useProblemWords } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './discoveries.module.css';

const quotesShown = 2;
const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** One theme: what it is called, where and how it is spoken of, and the two things to do with it. */
export function ThemeCard({ theme, teaches }: { theme: Theme; teaches: boolean }) {
  const { discover, terms } = useWords();
  const words = discover.themes;
  const format = useFormats();
  return (
    <li className={styles.theme}>
      <div className={styles.themeHead}>
        <h3 lang={theme.language}>
          <RowsLink show={{ words: `"${theme.name}"` }}>{capital(theme.name)}</RowsLink>
        </h3>
        <Origin theme={theme} />
        <Sparkline values={theme.course} />
      </div>
      <p className={styles.facts}>
        <b>{words.comments(theme.comments)}</b>
        <span>{words.balance(format.count(theme.positive), format.count(theme.negative))}</span>
        <span>{named(terms.languages, theme.language)}</span>
        <span>
          {theme.places.map(({ name, comments }) => `${name} ${format.count(comments)}`).join(', ')}
        </span>
      </p>
      {theme.phrases.length > 1 ? (
        <p className={styles.also} lang={theme.language}>
          {words.also(theme.phrases.slice(1, 5).join(', '))}
        </p>
      ) : null}
      {theme.quotes.slice(0, quotesShown).map((quote) => (
        <blockquote key={quote.id} lang={theme.language} className={styles.quote}>
          <RowsLink show={{ signal: quote.id }}>{quote.text}</RowsLink>
        </blockquote>
      ))}
      {teaches ? <Judge theme={theme} /> : null}
    </li>
  );
}

function Origin({ theme: { origin } }: { theme: Theme }) {
  const { discover } = useWords();
  const names = origin.names.join('”, “');
  if (origin.kind === 'split') return <Chip>{discover.themes.split(names)}</Chip>;
  if (origin.kind === 'joined') return <Chip>{discover.themes.joined(names)}</Chip>;
  return null;
}

function Judge({ theme }: { theme: Theme }) {
  const { discover } = useWords();
  const words = discover.themes;
  const format = useFormats();
  const say = useProblemWords();
  const judge = useDeed(endpoints.judgeTheme, {
    refreshes: [endpoints.listThemes, endpoints.topicTree, endpoints.listTopics, endpoints.topicVersions],
  });
  const set = (state: Theme['state']) =>
    judge.mutate(
      { params: { id: theme.id }, body: { state } },
      {
        onSuccess: ({ reanalysing }) => {
          if (state === 'accepted') notice(words.accepted(format.count(reanalysing)));
          if (state === 'dismissed') notice(words.dismissed);
        },
        onError: (failure) => notice(say(failure), { bad: true }),
      },
    );
  if (theme.state !== 'found') {
    return theme.state === 'dismissed' ? (
      <div className={styles.deeds}>
        <Button size="xs" variant="default" loading={judge.isPending} onClick={() => set('found')}>
          {words.undo}
        </Button>
      </div>
    ) : null;
  }
  return (
    <div className={styles.deeds}>
      <Button size="xs" loading={judge.isPending} onClick={() => set('accepted')}>
        {words.accept}
      </Button>
      <Button size="xs" variant="subtle" disabled={judge.isPending} onClick={() => set('dismissed')}>
        {words.dismiss}
      </Button>
    </div>
  );
}
