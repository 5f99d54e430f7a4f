import { endpoints } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, lengthInDays } from '../../client/days.ts';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { usePlaces } from '../../unify/place-tree.ts';
import { useLanguage } from '../../words/index.ts';
import styles from './compare-screen.module.css';
import { ComparedWords } from './compared-words.tsx';

const otherTimes = ['same', 'before', 'year'] as const;
type OtherTime = (typeof otherTimes)[number];
const samePlace = 'same';
const allPlaces = 'all';

/** What is said more at one place, or in one period, than in another; every word opens the comments behind it. */
export function CompareScreen() {
  const { discover } = useLanguage().words;
  const words = discover.compare;
  const format = useFormats();
  const { own, other, sides } = useSides();
  const { metric: _, ...scope } = own;
  const reply = useReply(endpoints.compareWords, {
    query: {
      ...scope,
      otherFrom: other.from,
      otherTo: other.to,
      ...(other.place ? { otherPlace: other.place } : {}),
    },
  });
  const first = reply.data?.more[0];
  return (
    <Page
      title={words.title}
      finding={first ? words.finding(first.word, sides.own) : undefined}
      lead={
        reply.data
          ? words.lead(
              format.count(reply.data.comments),
              format.count(reply.data.otherComments),
              format.share(reply.data.falseShare),
            )
          : undefined
      }
      back={<BackLink to="/topics">{words.back}</BackLink>}
    >
      <Against />
      <Loaded reply={reply} waiting={<WaitingRows rows={8} />}>
        {({ more, less }) =>
          more.length + less.length === 0 ? (
            <Empty title={words.nothing}>{words.nothingHint}</Empty>
          ) : (
            <div className={styles.columns}>
              <ComparedWords side={sides.own} tone="teal" words={more} show={own} />
              <ComparedWords side={sides.other} tone="sand" words={less} show={other} turned />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** The two sides: what the frame has chosen, and what it is held against. */
function useSides() {
  const { words, locale } = useLanguage();
  const { sides: names } = words.discover.compare;
  const scope = useScope();
  const { byId } = usePlaces(locale);
  const search = useSearch({ strict: false }) as { against?: string; time?: OtherTime };
  const against = search.against ?? (scope.place ? allPlaces : samePlace);
  const time = search.time ?? (against === samePlace ? 'before' : 'same');
  const place = against === samePlace ? scope.place : against === allPlaces ? undefined : against;
  const other = { ...timeOf(scope, time), ...(place ? { place } : {}) };
  const placeName = (id: string | undefined) => (id ? (byId.get(id)?.name ?? id) : names.others);
  const sides =
    against === samePlace
      ? { own: names.now, other: time === 'year' ? names.year : names.before }
      : { own: scope.place ? placeName(scope.place) : names.here, other: placeName(place) };
  return { own: scopeQuery(scope), other, sides, against, time };
}

function timeOf({ from, to }: { from: string; to: string }, time: OtherTime): { from: string; to: string } {
  if (time === 'same') return { from, to };
  const back = time === 'year' ? 364 : lengthInDays(from, to);
  return { from: addDays(from, -back), to: addDays(to, -back) };
}

function Against() {
  const { words, locale } = useLanguage();
  const { compare } = words.discover;
  const { against, time } = useSides();
  const { place } = useScope();
  const { nodes } = usePlaces(locale);
  const navigate = useNavigate();
  const change = (next: { against?: string | undefined; time?: OtherTime | undefined }) =>
    void navigate({
      to: '/compare-words',
      search: (before) => ({ ...before, ...next }),
      replace: true,
    });
  const places = [
    { value: samePlace, label: compare.samePlace },
    ...(place ? [{ value: allPlaces, label: compare.otherPlaces }] : []),
    ...nodes
      .filter((node) => node.place.id !== place)
      .map(({ place: { id, name } }) => ({ value: id, label: name })),
  ];
  const times = otherTimes.filter((one) => against !== samePlace || one !== 'same');
  return (
    <div className={styles.against}>
      <Select
        label={compare.against}
        value={against}
        data={places}
        searchable
        allowDeselect={false}
        onChange={(value) => value && change({ against: value, time: undefined })}
      />
      <Select
        label={compare.when}
        value={time}
        data={times.map((value) => ({ value, label: compare.times[value] }))}
        allowDeselect={false}
        onChange={(value) => value && change({ time: value as OtherTime })}
      />
    </div>
  );
}
