import type { Role } from '@lyhord/contract';
import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { may, useMe } from '../client/session.ts';
import { WaitingRows } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/index.ts';
import styles from './settings.module.css';

const part = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

interface SettingsPart {
  key:
    | 'me'
    | 'workspace'
    | 'places'
    | 'people'
    | 'sources'
    | 'connectors'
    | 'webhooks'
    | 'cards'
    | 'refused'
    | 'topics'
    | 'feelings'
    | 'mail'
    | 'quality'
    | 'audit'
    | 'privacy';
  roles?: readonly Role[];
  Screen: ComponentType;
}

const parts: readonly SettingsPart[] = [
  { key: 'me', Screen: part(() => import('../access/me-settings.tsx'), 'MeSettings') },
  {
    key: 'workspace',
    roles: ['admin'],
    Screen: part(() => import('../access/workspace/workspace-settings.tsx'), 'WorkspaceSettings'),
  },
  {
    key: 'places',
    roles: ['admin', 'lead'],
    Screen: part(() => import('../unify/place-editor/place-settings.tsx'), 'PlaceSettings'),
  },
  {
    key: 'people',
    roles: ['admin'],
    Screen: part(() => import('../access/people/people-settings.tsx'), 'PeopleSettings'),
  },
  {
    key: 'sources',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../collect/sources/source-settings.tsx'), 'SourceSettings'),
  },
  {
    key: 'connectors',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../collect/connectors/connector-settings.tsx'), 'ConnectorSettings'),
  },
  {
    key: 'webhooks',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../collect/webhooks/webhook-settings.tsx'), 'WebhookSettings'),
  },
  {
    key: 'cards',
    roles: ['admin'],
    Screen: part(() => import('../unify/card/card-settings.tsx'), 'CardSettings'),
  },
  {
    key: 'refused',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../collect/refused/refused-settings.tsx'), 'RefusedSettings'),
  },
  {
    key: 'topics',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../understand/topic-editor/topic-settings.tsx'), 'TopicSettings'),
  },
  {
    key: 'feelings',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../understand/topic-editor/feeling-settings.tsx'), 'FeelingSettings'),
  },
  { key: 'mail', roles: ['admin'], Screen: part(() => import('../act/mail-settings.tsx'), 'MailSettings') },
  {
    key: 'quality',
    roles: ['admin', 'lead', 'analyst'],
    Screen: part(() => import('../collect/quality/quality-settings.tsx'), 'QualitySettings'),
  },
  {
    key: 'privacy',
    roles: ['admin'],
    Screen: part(() => import('../unify/privacy/privacy-settings.tsx'), 'PrivacySettings'),
  },
  {
    key: 'audit',
    roles: ['admin'],
    Screen: part(() => import('../access/audit/audit-settings.tsx'), 'AuditSettings'),
  },
];

/** All settings that the reader's role may open, one part at a time. */
export function SettingsScreen() {
  const { settings } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { section } = useParams({ strict: false }) as { section?: string };
  const open = parts.filter(({ roles }) => may(me, roles));
  const shown = open.find(({ key }) => key === section) ?? open[0]!;
  return (
    <Page title={settings.title} finding={settings.sections[shown.key]} lead={settings[shown.key].lead}>
      <div className={styles.layout}>
        <nav className={styles.list} aria-label={settings.chooseSection}>
          {open.map(({ key }) => (
            <Link
              key={key}
              to="/settings/$section"
              params={{ section: key }}
              aria-current={key === shown.key ? 'page' : undefined}
            >
              {settings.sections[key]}
            </Link>
          ))}
        </nav>
        <NativeSelect
          className={styles.choice}
          aria-label={settings.chooseSection}
          value={shown.key}
          data={open.map(({ key }) => ({ value: key, label: settings.sections[key] }))}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ to: '/settings/$section', params: { section: value } })
          }
        />
        <div className={styles.body}>
          <Suspense fallback={<WaitingRows />}>
            <shown.Screen key={shown.key} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
