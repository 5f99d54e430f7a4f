import { endpoints, type Place } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useScope } from '../../client/scope.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Loaded, WaitingBlock } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { usePlaces } from '../../unify/place-tree.ts';
import { named, useWords } from '../../words/index.ts';
import { Doors, lowAnswers } from '../behind/doors.tsx';
import { BigScore } from '../pulse/big-score.tsx';
import { Pulls } from '../pulse/pulls.tsx';
import { useFinding } from '../pulse/pulse-screen.tsx';
import { Trend } from '../pulse/trend.tsx';
import { LeagueTable } from './league-table.tsx';
import { PlaceCases, PlaceChanges, PlacePeople, PlaceSaid } from './place-parts.tsx';
import styles from './place-screen.module.css';

/** One place: its metric, what drives it, what changed, its cases and people. */
export function PlaceScreen() {
  const { understand, terms } = useWords();
  const words = understand.places;
  const { placeId } = useParams({ from: '/frame/places/$placeId' });
  const scope = { ...useScope(), place: placeId };
  const { byId } = usePlaces();
  const place = byId.get(placeId);
  const reply = useReply(endpoints.pulse, { query: scopeQuery(scope) });
  const find = useFinding();
  const kind = place ? named(terms.placeKinds, place.kind) : words.title;
  return (
    <Page
      title={place ? `${place.name}, ${kind.toLocaleLowerCase()}` : kind}
      finding={reply.data ? find(reply.data, scope) : place?.name}
      back={<BackLink to="/places">{words.back}</BackLink>}
      actions={
        <LinkButton to="/feed" search={{ place: placeId }} variant="default">
          {words.feedHere}
        </LinkButton>
      }
    >
      <Loaded reply={reply} waiting={<WaitingBlock height={360} />}>
        {(pulse) =>
          pulse.score.n === 0 ? (
            <NothingSaid place={place} />
          ) : (
            <div className={styles.body}>
              <BigScore pulse={pulse} />
              <Trend pulse={pulse} />
              <Pulls pulse={pulse} />
              <Doors question={lowAnswers({ ...scope, metric: pulse.metric })} low />
            </div>
          )
        }
      </Loaded>
      <PlacesBelow placeId={placeId} />
      <div className={styles.columns}>
        <PlaceChanges placeId={placeId} />
        <PlaceCases placeId={placeId} />
        <PlaceSaid placeId={placeId} />
        <PlacePeople place={place} />
      </div>
    </Page>
  );
}

function PlacesBelow({ placeId }: { placeId: string }) {
  const { understand } = useWords();
  const scope = { ...useScope(), place: placeId };
  const { byId } = usePlaces();
  const parent = [...byId.values()].some(({ parentId }) => parentId === placeId);
  const reply = useReply(endpoints.placesOverview, { query: scopeQuery(scope) }, { enabled: parent });
  if (!parent || !reply.data || reply.data.rows.length < 2) return null;
  return (
    <Section title={understand.places.below}>
      <LeagueTable overview={reply.data} />
    </Section>
  );
}

function NothingSaid({ place }: { place: Place | undefined }) {
  const { understand } = useWords();
  return (
    <Empty
      title={understand.pulse.nothing}
      actions={
        <Button component={Link} to="/surveys">
          {understand.places.code}
        </Button>
      }
    >
      {understand.places.nothingSaid(place?.name ?? '')}
    </Empty>
  );
}
