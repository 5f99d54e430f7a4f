import { endpoints } from '@lyhord/contract';
import { Menu, NativeSelect, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconRocket, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDeed } from '../client/queries.ts';
import { may, signOut, useMe } from '../client/session.ts';
import { useWords } from '../words/index.ts';
import { LanguageChoice } from './language-choice.tsx';
import styles from './me-menu.module.css';

export function MeMenu() {
  const { frame, terms } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={272} trapFocus={false}>
      <Menu.Target>
        <UnstyledButton className={styles.me}>
          <span aria-hidden="true">{initials(me.name)}</span>
          <span className={styles.hidden}>{`${frame.me}: ${me.name}`}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <b>{me.name}</b>
          <span>
            {terms.roles[me.role]}, {me.workspace.name}
          </span>
          {me.workspace.demo ? <span>{frame.demo}</span> : null}
        </div>
        <WorkspaceChoice />
        <div className={styles.choice}>
          <span>{frame.language}</span>
          <LanguageChoice />
        </div>
        <div className={styles.choice}>
          <span>{frame.colours}</span>
          <ColourChoice />
        </div>
        <Menu.Divider />
        {may(me, ['admin', 'lead']) ? (
          <Menu.Item
            leftSection={<IconRocket size={17} stroke={1.6} />}
            onClick={() => void navigate({ to: '/start' })}
          >
            {frame.doors.guide}
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<IconSettings size={17} stroke={1.6} />}
          onClick={() => void navigate({ to: '/settings/$section', params: { section: 'me' } })}
        >
          {frame.mySettings}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={17} stroke={1.6} />}
          onClick={() => void signOut().then(() => navigate({ to: '/sign-in' }))}
        >
          {frame.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** For those who belong to several organisations: the one to go on in. */
function WorkspaceChoice() {
  const { frame } = useWords();
  const me = useMe();
  const go = useDeed(endpoints.switchWorkspace, { onDone: () => window.location.assign('/') });
  if (me.workspaces.length < 2) return null;
  return (
    <div className={styles.choice}>
      <NativeSelect
        label={frame.organisation}
        value={me.workspace.id}
        onChange={(event) => go.mutate({ body: { workspaceId: event.currentTarget.value } })}
        data={me.workspaces.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  );
}

export function ColourChoice() {
  const { frame } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={frame.colours}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
      data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: frame.schemes[value] }))}
    />
  );
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  return `${parts[0]?.charAt(0) ?? ''}${parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase();
}
