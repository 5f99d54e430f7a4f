import { Link, useRouterState } from '@tanstack/react-router';
import { may, useMe } from '../client/session.ts';
import { useWords } from '../words/index.ts';
import { CommonMetric } from './common-metric.tsx';
import { type Door, doors, isOpen, moreDoors } from './doors.ts';
import styles from './rail.module.css';
import { Wordmark } from './wordmark.tsx';

/** The doors on the left of a wide screen. */
export function Rail() {
  const { frame } = useWords();
  const me = useMe();
  return (
    <nav className={styles.rail} aria-label={frame.mainMenu}>
      <Link to="/" className={styles.home} aria-label={`Lyhörd, ${me.workspace.name}`}>
        <Wordmark />
      </Link>
      <ul>
        {doors.map((door) => (
          <RailDoor key={door.key} door={door} />
        ))}
      </ul>
      <p className={styles.more}>{frame.doors.more}</p>
      <ul>
        {moreDoors
          .filter(({ roles }) => may(me, roles))
          .map((door) => (
            <RailDoor key={door.key} door={door} />
          ))}
      </ul>
      <CommonMetric />
    </nav>
  );
}

const active = { 'data-active': true, 'aria-current': 'page' } as const;

function RailDoor({ door }: { door: Door }) {
  const { frame } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { key, to, icon: Icon } = door;
  return (
    <li>
      <Link to={to} className={styles.door} activeProps={active} {...(isOpen(door, path) ? active : {})}>
        <Icon size={19} stroke={1.6} aria-hidden="true" />
        {frame.doors[key]}
      </Link>
    </li>
  );
}
