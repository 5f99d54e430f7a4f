import { Drawer } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMe } from '../client/session.ts';
import { useWords } from '../words/index.ts';
import styles from './bottom-bar.module.css';
import { CommonMetric } from './common-metric.tsx';
import { doors, isOpen, moreDoors, thumbDoors } from './doors.ts';

/** The doors under a thumb. */
export function BottomBar() {
  const { frame } = useWords();
  const [more, setMore] = useState(false);
  return (
    <>
      <nav className={styles.bar} aria-label={frame.mainMenu}>
        {doors
          .filter(({ key }) => thumbDoors.includes(key))
          .map(({ key, to, icon: Icon }) => (
            <Link
              key={key}
              to={to}
              className={styles.door}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            >
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              {frame.doors[key]}
            </Link>
          ))}
        <button type="button" className={styles.door} onClick={() => setMore(true)} aria-expanded={more}>
          <IconDots size={22} stroke={1.6} aria-hidden="true" />
          {frame.doors.more}
        </button>
      </nav>
      <MoreSheet opened={more} close={() => setMore(false)} />
    </>
  );
}

function MoreSheet({ opened, close }: { opened: boolean; close: () => void }) {
  const { frame } = useWords();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const rest = [...doors.filter(({ key }) => !thumbDoors.includes(key)), ...moreDoors];
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="bottom"
      size={356}
      title={frame.doors.more}
      radius="16px 16px 0 0"
      closeButtonProps={{ 'aria-label': frame.close }}
      transitionProps={{ duration: 160 }}
    >
      <ul className={styles.sheet}>
        {rest
          .filter(({ roles }) => may(me, roles))
          .map((door) => ({ ...door, open: isOpen(door, path) }))
          .map(({ key, to, icon: Icon, open }) => (
            <li key={key}>
              <Link to={to} onClick={close} className={styles.sheetDoor} data-active={open || undefined}>
                <Icon size={21} stroke={1.6} aria-hidden="true" />
                {frame.doors[key]}
              </Link>
            </li>
          ))}
      </ul>
      <div className={styles.sheetMetric} onClickCapture={close}>
        <CommonMetric />
      </div>
    </Drawer>
  );
}
