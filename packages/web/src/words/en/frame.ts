export const skip = 'Skip to content';
export const doors = {
  segments: 'Segments',
  loyalty: 'Loyalty',
  support: 'Support',
  explore: 'Explore',
  drivers: 'Drivers',
  today: 'Today',
  pulse: 'Pulse',
  places: 'Places',
  topics: 'Topics',
  feed: 'Feed',
  cases: 'Cases',
  customers: 'Customers',
  changes: 'Changes',
  surveys: 'Surveys',
  settings: 'Settings',
  guide: 'Get started',
  more: 'More',
};
export const mainMenu = 'Main menu';
export const allPlaces = 'All places';
export const myPlaces = 'My places';
export const choosePlace = 'Choose a place';
export const findPlace = 'Find a place';
export const noSuchPlace = 'No place has that name.';
export const period = 'Period';
export const choosePeriod = 'Choose a period';
export const presets = {
  week: 'Last 7 days',
  month: 'Last 28 days',
  quarter: 'Last 90 days',
  year: 'Last 12 months',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  all: 'Everything',
};
export const shortPresets = {
  week: '7 days',
  month: '28 days',
  quarter: '90 days',
  year: '12 months',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  all: 'Everything',
};
export const from = 'From';
export const to = 'To';
export const show = 'Show';
export const wrongOrder = 'The first day must come before the last.';
export const search = 'Search';
export const searchHint =
  'Phone, e-mail, order or customer number, name; places, topics, comments, cases, screens';
export const searching = 'Searching …';
export const searchEmpty = (words: string) =>
  `Nothing found for “${words}”. Try a place, a topic, a name or an order number.`;
export const searchGroups = {
  screens: 'Screens',
  actions: 'Do',
  place: 'Places',
  topic: 'Topics',
  customer: 'Customers',
  account: 'Companies',
  comment: 'Comments',
  case: 'Cases',
};
export const searchKeys = 'Up and down to choose, Enter to open';
export const live = {
  live: 'Live',
  connecting: 'Connecting',
  unanswered: 'No answer',
  offline: 'Offline',
};
export const liveMeaning = {
  live: 'New answers show by themselves.',
  connecting: 'Waiting for the server. What you see may be a moment old.',
  unanswered: 'The server does not answer. What you see is what came last.',
  offline: 'You are offline. What you see is what was loaded last.',
};
export const unansweredNote =
  'The server does not answer. You can read what has been fetched; what you write stays here. This page goes on by itself when the server is back.';
export const offlineNote =
  'You are offline. You can read what was loaded; what you write is kept until you send it again.';
export const me = 'You';
export const language = 'Language';
export const colours = 'Colours';
export const schemes = { auto: 'As the system', light: 'Light', dark: 'Dark' };
export const signOut = 'Sign out';
export const mySettings = 'Own settings';
export const goal = (target: string) => `goal ${target}`;
export const commonMetric = 'The common metric';
export const demo = 'Demo company';
export const notFoundTitle = 'There is nothing at this address';
export const notFoundHint = 'The link may be old, or you may not see what it leads to.';
export const goHome = 'Go to the first screen';
export const actions = {
  createSurvey: 'Make a survey',
  importFile: 'Load a file',
  invite: 'Invite a person',
  signOut: 'Sign out',
  light: 'Light colours',
  dark: 'Dark colours',
};
export const keys = 'Keys';
export const close = 'Close';
export const organisation = 'Organisation';
