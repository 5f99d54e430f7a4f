import type { Words } from '../index.ts';

type F = Words['frame'];
export const skip: F['skip'] = 'Gå til indholdet';
export const doors: F['doors'] = {
  segments: 'Segmenter',
  loyalty: 'Loyalitet',
  support: 'Kundeservice',
  explore: 'Udforsk',
  drivers: 'Drivkræfter',
  today: 'I dag',
  pulse: 'Puls',
  places: 'Steder',
  topics: 'Emner',
  feed: 'Strøm',
  cases: 'Sager',
  customers: 'Kunder',
  changes: 'Ændringer',
  surveys: 'Spørgeskemaer',
  settings: 'Indstillinger',
  guide: 'Kom i gang',
  more: 'Mere',
};
export const mainMenu: F['mainMenu'] = 'Hovedmenu';
export const allPlaces: F['allPlaces'] = 'Alle steder';
export const myPlaces: F['myPlaces'] = 'Mine steder';
export const choosePlace: F['choosePlace'] = 'Vælg sted';
export const findPlace: F['findPlace'] = 'Find et sted';
export const noSuchPlace: F['noSuchPlace'] = 'Intet sted hedder sådan.';
export const period: F['period'] = 'Periode';
export const choosePeriod: F['choosePeriod'] = 'Vælg periode';
export const presets: F['presets'] = {
  week: 'Seneste 7 dage',
  month: 'Seneste 28 dage',
  quarter: 'Seneste 90 dage',
  year: 'Seneste 12 måneder',
  thisMonth: 'Denne måned',
  lastMonth: 'Sidste måned',
  all: 'Alt',
};
export const shortPresets: F['shortPresets'] = {
  week: '7 dage',
  month: '28 dage',
  quarter: '90 dage',
  year: '12 måneder',
  thisMonth: 'Denne måned',
  lastMonth: 'Sidste måned',
  all: 'Alt',
};
export const from: F['from'] = 'Fra';
export const to: F['to'] = 'Til';
export const show: F['show'] = 'Vis';
export const wrongOrder: F['wrongOrder'] = 'Første dag skal komme før den sidste.';
export const search: F['search'] = 'Søg';
export const searchHint: F['searchHint'] =
  'Telefon, e-mail, ordre- eller kundenummer, navn; steder, emner, kommentarer, sager, skærme';
export const searching: F['searching'] = 'Søger …';
export const searchEmpty: F['searchEmpty'] = (words) =>
  `Intet fundet for “${words}”. Prøv et sted, et emne, et navn eller et ordrenummer.`;
export const searchGroups: F['searchGroups'] = {
  screens: 'Skærme',
  actions: 'Gør',
  place: 'Steder',
  topic: 'Emner',
  customer: 'Kunder',
  account: 'Virksomheder',
  comment: 'Kommentarer',
  case: 'Sager',
};
export const searchKeys: F['searchKeys'] = 'Op og ned for at vælge, Enter for at åbne';
export const live: F['live'] = {
  live: 'Live',
  connecting: 'Forbinder',
  unanswered: 'Intet svar',
  offline: 'Offline',
};
export const liveMeaning: F['liveMeaning'] = {
  live: 'Nye svar vises af sig selv.',
  connecting: 'Venter på serveren. Det du ser, kan være et øjeblik gammelt.',
  unanswered: 'Serveren svarer ikke. Det, du ser, er det, der kom sidst.',
  offline: 'Du er offline. Du ser det, der sidst blev hentet.',
};
export const unansweredNote: F['unansweredNote'] =
  'Serveren svarer ikke. Du kan læse det, der er hentet; det, du skriver, bliver her. Siden fortsætter af sig selv, når serveren er tilbage.';
export const offlineNote: F['offlineNote'] =
  'Du er offline. Du kan læse det, der er hentet; det du skriver, bliver her, til du sender det igen.';
export const me: F['me'] = 'Dig';
export const language: F['language'] = 'Sprog';
export const colours: F['colours'] = 'Farver';
export const schemes: F['schemes'] = { auto: 'Som systemet', light: 'Lyst', dark: 'Mørkt' };
export const signOut: F['signOut'] = 'Log ud';
export const mySettings: F['mySettings'] = 'Egne indstillinger';
export const goal: F['goal'] = (target) => `mål ${target}`;
export const commonMetric: F['commonMetric'] = 'Det fælles mål';
export const demo: F['demo'] = 'Demovirksomhed';
export const notFoundTitle: F['notFoundTitle'] = 'Der er intet på denne adresse';
export const notFoundHint: F['notFoundHint'] =
  'Linket kan være gammelt, eller du må ikke se det, det fører til.';
export const goHome: F['goHome'] = 'Gå til første skærm';
export const actions: F['actions'] = {
  createSurvey: 'Lav et spørgeskema',
  importFile: 'Indlæs en fil',
  invite: 'Inviter en person',
  signOut: 'Log ud',
  light: 'Lyse farver',
  dark: 'Mørke farver',
};
export const keys: F['keys'] = 'Taster';
export const close: F['close'] = 'Luk';
export const organisation: F['organisation'] = 'Organisation';
