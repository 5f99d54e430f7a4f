// The doors of the product: which there are, in which order, for whom.
import type { Role } from '@lyhord/contract';
import {
  IconActivityHeartbeat,
  IconAdjustmentsHorizontal,
  IconArrowsExchange,
  IconBriefcase,
  IconHeadset,
  IconHeartHandshake,
  IconMapPin,
  IconMessage,
  IconMessageQuestion,
  IconScale,
  IconSun,
  IconTags,
  IconTelescope,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

export interface Door {
  key:
    | 'today'
    | 'pulse'
    | 'places'
    | 'topics'
    | 'feed'
    | 'cases'
    | 'customers'
    | 'drivers'
    | 'explore'
    | 'support'
    | 'loyalty'
    | 'segments'
    | 'changes'
    | 'surveys'
    | 'settings';
  to:
    | '/today'
    | '/pulse'
    | '/places'
    | '/topics'
    | '/feed'
    | '/cases'
    | '/customers'
    | '/drivers'
    | '/explore'
    | '/support'
    | '/loyalty'
    | '/segments'
    | '/changes'
    | '/surveys'
    | '/settings';
  icon: typeof IconSun;
  /** Where its screens stand beside `to`. */
  also?: string;
  roles?: readonly Role[];
}

export const doors: readonly Door[] = [
  { key: 'today', to: '/today', icon: IconSun },
  { key: 'pulse', to: '/pulse', icon: IconActivityHeartbeat },
  { key: 'places', to: '/places', icon: IconMapPin },
  { key: 'topics', to: '/topics', icon: IconTags },
  { key: 'feed', to: '/feed', icon: IconMessage },
  { key: 'cases', to: '/cases', icon: IconBriefcase },
  { key: 'customers', to: '/customers', also: '/accounts', icon: IconUsers },
];

export const moreDoors: readonly Door[] = [
  { key: 'drivers', to: '/drivers', icon: IconScale },
  { key: 'segments', to: '/segments', icon: IconUsersGroup },
  { key: 'loyalty', to: '/loyalty', icon: IconHeartHandshake },
  { key: 'support', to: '/support', icon: IconHeadset },
  { key: 'explore', to: '/explore', icon: IconTelescope },
  { key: 'changes', to: '/changes', icon: IconArrowsExchange },
  { key: 'surveys', to: '/surveys', icon: IconMessageQuestion, roles: ['admin', 'lead', 'analyst'] },
  { key: 'settings', to: '/settings', icon: IconAdjustmentsHorizontal },
];

/** True while one of the door's screens is open. */
export const isOpen = ({ to, also }: Door, path: string): boolean =>
  [to, also].some((root) => root !== undefined && (path === root || path.startsWith(`${root}/`)));

/** What a phone's bottom bar shows; the rest is under More. */
export const thumbDoors: readonly Door['key'][] = ['today', 'pulse', 'feed', 'cases'];
