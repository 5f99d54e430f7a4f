import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  retainSearchParams,
  type SearchSchemaInput,
} from '@tanstack/react-router';
import { type FeedSearch, readFeedSearch } from '../client/feed-search.ts';
import { Problem } from '../client/problem.ts';
import { onSignedOut, queryClient } from '../client/queries.ts';
import { readScope, type ScopeSearch } from '../client/scope.ts';
import { firstScreen, type Me, meQuery } from '../client/session.ts';
import { type ExploreSearch, readExploreSearch } from '../understand/explore/explore-search.ts';
import { Frame } from './frame.tsx';
import { lazyScreen } from './lazy-screen.ts';
import { NotFound, ScreenTrouble, ScreenWaiting } from './screen-states.tsx';
import {
  ofCases,
  ofComparison,
  ofDays,
  ofSegment,
  ofSegments,
  ofTopics,
  ofTouchpoint,
  text,
} from './searches.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const outside = <const P extends string>(path: P, load: () => Promise<object>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyScreen(load, name),
    errorComponent: ScreenTrouble,
  });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Not `to`: that is the last day of the period, which goes along from screen to screen.
  validateSearch: (search: { back?: string } & SearchSchemaInput): { back?: string } => ({
    back: text(search.back),
  }),
  component: lazyScreen(() => import('../access/sign-in-screen.tsx'), 'SignInScreen'),
});
const forgotten = outside(
  '/forgotten-password',
  () => import('../access/forgotten-screen.tsx'),
  'ForgottenScreen',
);
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: (search: { token?: string } & SearchSchemaInput): { token?: string; error?: string } => ({
    token: text(search.token),
    error: text((search as { error?: unknown }).error),
  }),
  component: lazyScreen(() => import('../access/reset-screen.tsx'), 'ResetScreen'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyScreen(() => import('../access/invitation-screen.tsx'), 'InvitationScreen'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  validateSearch: (search: ScopeSearch & SearchSchemaInput): ScopeSearch => readScope({ ...search }),
  search: { middlewares: [retainSearchParams(['place', 'from', 'to', 'metric'])] },
  beforeLoad: async ({ location }): Promise<{ me: Me }> => {
    try {
      return { me: (await queryClient.ensureQueryData(meQuery)) as Me };
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'not_signed_in')
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } });
      throw failure;
    }
  },
  component: Frame,
  pendingComponent: ScreenWaiting,
  errorComponent: ScreenTrouble,
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    const empty = !me.setup.hasSignals && !me.setup.hasEvents;
    if (empty && (me.role === 'admin' || me.role === 'lead')) throw redirect({ to: '/start' });
    throw redirect({ to: firstScreen(me) });
  },
});

const screen = <const P extends string>(path: P, load: () => Promise<object>, name: string) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyScreen(load, name),
    errorComponent: ScreenTrouble,
    pendingComponent: ScreenWaiting,
  });

const today = screen('/today', () => import('../act/today/today-screen.tsx'), 'TodayScreen');
const pulse = screen('/pulse', () => import('../understand/pulse/pulse-screen.tsx'), 'PulseScreen');
const places = screen('/places', () => import('../understand/places/places-screen.tsx'), 'PlacesScreen');
const place = screen(
  '/places/$placeId',
  () => import('../understand/places/place-screen.tsx'),
  'PlaceScreen',
);
const topics = createRoute({
  getParentRoute: () => frame,
  path: '/topics',
  validateSearch: ofTopics,
  component: lazyScreen(() => import('../understand/topics/topics-screen.tsx'), 'TopicsScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const topic = createRoute({
  getParentRoute: () => frame,
  path: '/topics/$topic',
  validateSearch: ofSegment,
  component: lazyScreen(() => import('../understand/topics/topic-screen.tsx'), 'TopicScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const drivers = createRoute({
  getParentRoute: () => frame,
  path: '/drivers',
  validateSearch: ofTouchpoint,
  component: lazyScreen(() => import('../understand/drivers/drivers-screen.tsx'), 'DriversScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const compareWords = createRoute({
  getParentRoute: () => frame,
  path: '/compare-words',
  validateSearch: ofComparison,
  component: lazyScreen(() => import('../understand/compare/compare-screen.tsx'), 'CompareScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const support = screen('/support', () => import('../understand/support/support-screen.tsx'), 'SupportScreen');
const loyalty = createRoute({
  getParentRoute: () => frame,
  path: '/loyalty',
  validateSearch: ofDays,
  component: lazyScreen(() => import('../understand/loyalty/loyalty-screen.tsx'), 'LoyaltyScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const segments = createRoute({
  getParentRoute: () => frame,
  path: '/segments',
  validateSearch: ofSegments,
  component: lazyScreen(() => import('../understand/segments/segments-screen.tsx'), 'SegmentsScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const explore = createRoute({
  getParentRoute: () => frame,
  path: '/explore',
  validateSearch: (search: ExploreSearch & SearchSchemaInput): ExploreSearch =>
    readExploreSearch({ ...search }),
  component: lazyScreen(() => import('../understand/explore/explore-screen.tsx'), 'ExploreScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const feed = createRoute({
  getParentRoute: () => frame,
  path: '/feed',
  validateSearch: (search: FeedSearch & SearchSchemaInput): FeedSearch => readFeedSearch({ ...search }),
  component: lazyScreen(() => import('../understand/feed/feed-screen.tsx'), 'FeedScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const cases = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: ofCases,
  component: lazyScreen(() => import('../act/cases/cases-screen.tsx'), 'CasesScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const oneCase = screen('/cases/$caseId', () => import('../act/cases/case-screen.tsx'), 'CaseScreen');
const customers = createRoute({
  getParentRoute: () => frame,
  path: '/customers',
  validateSearch: (search: { search?: string } & SearchSchemaInput): { search?: string } => ({
    search: typeof search.search === 'number' ? String(search.search) : text(search.search),
  }),
  component: lazyScreen(() => import('../unify/customers/customers-screen.tsx'), 'CustomersScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const customer = screen(
  '/customers/$customer',
  () => import('../unify/customers/customer-screen.tsx'),
  'CustomerScreen',
);
const accounts = screen('/accounts', () => import('../unify/accounts/accounts-screen.tsx'), 'AccountsScreen');
const account = screen(
  '/accounts/$account',
  () => import('../unify/accounts/account-screen.tsx'),
  'AccountScreen',
);
const matches = screen('/matches', () => import('../unify/identity/matches-screen.tsx'), 'MatchesScreen');
const changes = createRoute({
  getParentRoute: () => frame,
  path: '/changes',
  validateSearch: (search: { state?: string } & SearchSchemaInput): { state?: string; change?: string } => ({
    state: text(search.state),
    change: text((search as { change?: unknown }).change),
  }),
  component: lazyScreen(() => import('../understand/changes/changes-screen.tsx'), 'ChangesScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const surveys = createRoute({
  getParentRoute: () => frame,
  path: '/surveys',
  validateSearch: (search: { make?: boolean } & SearchSchemaInput): { make?: boolean } => ({
    make: search.make === true ? true : undefined,
  }),
  component: lazyScreen(() => import('../collect/surveys/surveys-screen.tsx'), 'SurveysScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const start = screen('/start', () => import('../collect/guide/guide-screen.tsx'), 'GuideScreen');
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyScreen(() => import('./settings-screen.tsx'), 'SettingsScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});
const settingsSection = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$section',
  component: lazyScreen(() => import('./settings-screen.tsx'), 'SettingsScreen'),
  errorComponent: ScreenTrouble,
  pendingComponent: ScreenWaiting,
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgotten,
    reset,
    invitation,
    frame.addChildren([
      home,
      today,
      pulse,
      places,
      place,
      topics,
      topic,
      drivers,
      compareWords,
      explore,
      support,
      loyalty,
      segments,
      feed,
      cases,
      oneCase,
      customers,
      accounts,
      account,
      matches,
      customer,
      changes,
      surveys,
      start,
      settings,
      settingsSection,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
});

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (/^\/(sign-in|forgotten-password|reset-password|invitation)/.test(pathname)) return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { back: href } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
