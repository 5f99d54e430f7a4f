import { endpoints, type Theme, type themeStates } from '@lyhord/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useDeed, useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { may, useMe } from '../../client/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { notice } from '../../ui/notice.ts';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import styles from './discoveries.module.css';
import { ThemeCard } from './theme-card.tsx';

type State = (typeof themeStates)[number];
const few = 5;

/** Themes that no topic names, the most spoken of first. */
export function ThemeList() {
  const { discover, ui } = useWords();
  const words = discover.themes;
  const format = useFormats();
  const teaches = may(useMe(), endpoints.lookForThemes.roles);
  const { place } = useScope();
  const [state, setState] = useState<State>('found');
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const reply = useReply(
    endpoints.listThemes,
    { query: { state, ...(place ? { place } : {}) } },
    { refetchInterval: asked === null ? false : 2_500 },
  );
  const look = reply.data?.look ?? null;
  const looking = asked !== null && asked === (look?.at ?? '');
  const start = useDeed(endpoints.lookForThemes, { onDone: () => setAsked(look?.at ?? '') });
  const shown = (themes: readonly Theme[]) => (all ? themes : themes.slice(0, few));
  return (
    <Section title={words.title} hint={words.hint}>
      {teaches ? (
        <div className={styles.controls}>
          <SegmentedControl
            size="xs"
            aria-label={words.showing}
            value={state}
            onChange={(value) => setState(value as State)}
            data={(['found', 'accepted', 'dismissed'] as const).map((value) => ({
              value,
              label: words.show[value],
            }))}
          />
          <Button
            size="xs"
            variant="default"
            loading={start.isPending || looking}
            onClick={() => {
              start.mutate({}, { onSuccess: () => notice(words.looking) });
            }}
          >
            {words.look}
          </Button>
        </div>
      ) : null}
      <Loaded reply={reply} waiting={<WaitingRows rows={4} height={72} />}>
        {({ themes }) =>
          themes.length === 0 ? (
            <Empty small title={words.none}>
              {look ? words.noneHint : words.neverLooked}
            </Empty>
          ) : (
            <>
              <ul className={styles.themes}>
                {shown(themes).map((theme) => (
                  <ThemeCard key={theme.id} theme={theme} teaches={teaches} />
                ))}
              </ul>
              {themes.length > few ? (
                <Button variant="subtle" onClick={() => setAll((was) => !was)}>
                  {all ? ui.showFewer : ui.showAll(themes.length)}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
      {look ? (
        <p className={styles.quiet}>
          {words.looked(format.when(look.at), format.count(look.comments), format.count(look.uncovered))}{' '}
          {look.faded.length > 0 ? words.faded(look.faded.slice(0, 4).join(', ')) : null}
        </p>
      ) : null}
    </Section>
  );
}
