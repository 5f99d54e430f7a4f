import { endpoints, type Place } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { useCaseTitle } from '../../ui/case-title.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import { named, useWords } from '../../words/index.ts';
import { useChangeWords } from '../changes/change-words.ts';
import styles from './place-screen.module.css';

export function PlaceChanges({ placeId }: { placeId: string }) {
  const { understand, terms } = useWords();
  const { titleOf } = useChangeWords();
  const reply = useReply(endpoints.listChanges, { query: { place: placeId } });
  return (
    <Section title={understand.places.changes}>
      <Loaded reply={reply} waiting={<WaitingRows rows={2} />}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className={styles.none}>{understand.places.noChanges}</p>
          ) : (
            <ul>
              {changes.slice(0, 6).map((change) => (
                <li key={change.id} className={styles.line}>
                  <Link to="/changes" search={{ place: placeId, change: change.id } as never}>
                    {titleOf(change)}
                  </Link>
                  <small>{named(terms.changeStates, change.state)}</small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

export function PlaceCases({ placeId }: { placeId: string }) {
  const { understand } = useWords();
  const titleOf = useCaseTitle();
  const reply = useReply(endpoints.listCases, { query: { place: placeId, limit: 6 } });
  return (
    <Section title={understand.places.cases}>
      <Loaded reply={reply} waiting={<WaitingRows rows={2} />}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p className={styles.none}>{understand.places.noCases}</p>
          ) : (
            <ul>
              {cases.map((one) => (
                <li key={one.id} className={styles.line}>
                  <Link to="/cases/$caseId" params={{ caseId: one.id }}>
                    {titleOf(one)}
                  </Link>
                  <small data-late={one.overdue || undefined}>
                    <Moment at={one.dueAt} />
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

export function PlaceSaid({ placeId }: { placeId: string }) {
  const { understand } = useWords();
  const { from, to, chosen } = useScope();
  const reply = useReply(endpoints.feed, {
    query: {
      place: placeId,
      from,
      ...(chosen ? { to } : {}),
      where: JSON.stringify({ field: 'has_text', is: true }),
      limit: 4,
    },
  });
  return (
    <Section title={understand.places.said}>
      <Loaded reply={reply} waiting={<WaitingRows rows={3} height={64} />}>
        {({ signals }) =>
          signals.length === 0 ? (
            <p className={styles.none}>{understand.topics.none}</p>
          ) : (
            <ul className={styles.said}>
              {signals.map((signal) => (
                <li key={signal.id}>
                  <SignalLine signal={signal} withPlace={false} lines={4} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

export function PlacePeople({ place }: { place: Place | undefined }) {
  const { understand, terms } = useWords();
  const reply = useReply(endpoints.listPeople);
  const people = (reply.data?.people ?? []).filter(
    ({ id, placeIds, active }) => active && place && (place.ownerId === id || placeIds.includes(place.id)),
  );
  return (
    <Section title={understand.places.people}>
      {people.length === 0 ? <p className={styles.none}>{understand.places.noPeople}</p> : null}
      <ul>
        {people.map(({ id, name, role }) => (
          <li key={id} className={styles.line}>
            <span>{name}</span>
            <small>{place?.ownerId === id ? understand.places.owner : terms.roles[role]}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
