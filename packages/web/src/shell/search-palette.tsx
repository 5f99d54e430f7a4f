import { endpoints } from '@lyhord/contract';
import { Modal, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useReply } from '../client/queries.ts';
import { may, signOut, useMe } from '../client/session.ts';
import { useWords } from '../words/index.ts';
import { doors, moreDoors } from './doors.ts';
import styles from './search-palette.module.css';

interface Hit {
  id: string;
  group: 'screens' | 'actions' | 'place' | 'topic' | 'customer' | 'account' | 'comment' | 'case';
  label: string;
  detail?: string | null;
  go: () => void;
}

/** One field that finds everything: screens, deeds, places, topics, customers, comments, cases. */
export function SearchPalette({ opened, close }: { opened: boolean; close: () => void }) {
  const { frame } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const { hits, searching } = useHits(typed.trim(), close);
  const chosen = Math.min(at, hits.length - 1);
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((chosen + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === 'Enter' && hits[chosen]) {
      event.preventDefault();
      hits[chosen].go();
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={620}
      yOffset="12dvh"
      centered={false}
      aria-label={frame.search}
    >
      <div className={styles.field}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={hits[chosen] ? `${list}-${chosen}` : undefined}
          aria-label={frame.search}
          placeholder={frame.searchHint}
          value={typed}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={steer}
        />
      </div>
      <HitList id={list} hits={hits} chosen={chosen} point={setAt} />
      {hits.length === 0 || searching ? (
        <p className={styles.nothing} role="status">
          {searching ? frame.searching : frame.searchEmpty(typed)}
        </p>
      ) : null}
      <p className={styles.keys}>{frame.searchKeys}</p>
    </Modal>
  );
}

function HitList({
  id,
  hits,
  chosen,
  point,
}: {
  id: string;
  hits: readonly Hit[];
  chosen: number;
  point: (at: number) => void;
}) {
  const { frame } = useWords();
  return (
    <div id={id} role="listbox" className={styles.list} aria-label={frame.search}>
      {hits.map((hit, i) => (
        <div key={`${hit.group}:${hit.id}`} role="presentation">
          {hits[i - 1]?.group === hit.group ? null : (
            <p className={styles.group} role="presentation">
              {frame.searchGroups[hit.group]}
            </p>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above steers by keyboard */}
          <div
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            className={styles.hit}
            ref={i === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => point(i)}
            onClick={hit.go}
          >
            <span>{hit.label}</span>
            {hit.detail ? <small>{hit.detail}</small> : null}
          </div>
        </div>
      ))}
    </div>
  );
}

/** What is found so far; `searching` until both answers about what stands there now have come. */
function useHits(typed: string, close: () => void): { hits: Hit[]; searching: boolean } {
  const own = useOwnHits(close);
  const [words] = useDebouncedValue(typed, 140);
  const navigate = useNavigate();
  const asking = { enabled: words.length > 1 };
  const found = useReply(endpoints.search, { query: { words } }, asking);
  const people = useReply(endpoints.lookUp, { query: { words } }, asking);
  const waits = typed !== words || found.isFetching || people.isFetching;
  const hits = useMemo(() => {
    const wanted = typed.toLocaleLowerCase();
    const near = own.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
    const open: Record<string, (id: string) => Promise<void>> = {
      place: (id) => navigate({ to: '/places/$placeId', params: { placeId: id } }),
      topic: (id) => navigate({ to: '/topics/$topic', params: { topic: id } }),
      customer: (id) => navigate({ to: '/customers/$customer', params: { customer: id } }),
      account: (id) => navigate({ to: '/accounts/$account', params: { account: id } }),
      comment: (id) => navigate({ to: '/feed', search: { signal: id } }),
      case: (id) => navigate({ to: '/cases/$caseId', params: { caseId: id } }),
    };
    const asked = words.length > 1 && typed.length > 1;
    const goTo = (kind: string, id: string) => () => {
      close();
      void open[kind]?.(id);
    };
    const customers = (asked ? (people.data?.customers ?? []) : []).map(({ key, name, known }) => ({
      ...{ id: key, group: 'customer' as const, label: name ?? known ?? key, detail: name ? known : null },
      go: goTo('customer', key),
    }));
    const companies = (asked ? (people.data?.accounts ?? []) : []).map(({ key, name, id }) => ({
      ...{ id: key, group: 'account' as const, label: name ?? id, detail: name ? id : null },
      go: goTo('account', key),
    }));
    const far = (asked ? (found.data?.hits ?? []) : [])
      .filter(({ kind }) => kind !== 'customer')
      .map((hit) => ({ ...hit, group: hit.kind, go: goTo(hit.kind, hit.id) }));
    // whoever types a customer's own number or address wants that customer
    return people.data?.exact
      ? [...customers, ...companies, ...near, ...far]
      : [...near, ...customers, ...companies, ...far];
  }, [own, typed, words, found.data, people.data, navigate, close]);
  return { hits, searching: typed.length > 1 && waits };
}

function useOwnHits(close: () => void): Hit[] {
  const { frame } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  return useMemo(() => {
    const then = (run: () => unknown) => () => {
      close();
      void run();
    };
    const screens = [...doors, ...moreDoors]
      .filter(({ roles }) => may(me, roles))
      .map(({ key, to }) => ({
        id: key,
        group: 'screens' as const,
        label: frame.doors[key],
        go: then(() => navigate({ to })),
      }));
    const deed = (id: keyof typeof frame.actions, run: () => unknown): Hit => ({
      id,
      group: 'actions',
      label: frame.actions[id],
      go: then(run),
    });
    const actions = [
      ...(may(me, ['admin', 'lead'])
        ? [
            deed('createSurvey', () => navigate({ to: '/surveys', search: { make: true } })),
            deed('importFile', () => navigate({ to: '/settings/$section', params: { section: 'sources' } })),
          ]
        : []),
      ...(may(me, ['admin'])
        ? [deed('invite', () => navigate({ to: '/settings/$section', params: { section: 'people' } }))]
        : []),
      deed('light', () => setColorScheme('light')),
      deed('dark', () => setColorScheme('dark')),
      deed('signOut', () => signOut().then(() => navigate({ to: '/sign-in' }))),
    ];
    return [...screens, ...actions];
  }, [frame, me, navigate, close, setColorScheme]);
}
