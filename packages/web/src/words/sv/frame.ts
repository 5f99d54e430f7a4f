import type { Words } from '../index.ts';

type F = Words['frame'];
export const skip: F['skip'] = 'Hoppa till innehållet';
export const doors: F['doors'] = {
  segments: 'Segment',
  loyalty: 'Lojalitet',
  support: 'Kundtjänst',
  explore: 'Utforska',
  drivers: 'Drivkrafter',
  today: 'Idag',
  pulse: 'Puls',
  places: 'Platser',
  topics: 'Ämnen',
  feed: 'Flöde',
  cases: 'Ärenden',
  customers: 'Kunder',
  changes: 'Förändringar',
  surveys: 'Enkäter',
  settings: 'Inställningar',
  guide: 'Kom igång',
  more: 'Mer',
};
export const mainMenu: F['mainMenu'] = 'Huvudmeny';
export const allPlaces: F['allPlaces'] = 'Alla platser';
export const myPlaces: F['myPlaces'] = 'Mina platser';
export const choosePlace: F['choosePlace'] = 'Välj plats';
export const findPlace: F['findPlace'] = 'Hitta en plats';
export const noSuchPlace: F['noSuchPlace'] = 'Ingen plats heter så.';
export const period: F['period'] = 'Period';
export const choosePeriod: F['choosePeriod'] = 'Välj period';
export const presets: F['presets'] = {
  week: 'Senaste 7 dagarna',
  month: 'Senaste 28 dagarna',
  quarter: 'Senaste 90 dagarna',
  year: 'Senaste 12 månaderna',
  thisMonth: 'Denna månad',
  lastMonth: 'Förra månaden',
  all: 'Allt',
};
export const shortPresets: F['shortPresets'] = {
  week: '7 dagar',
  month: '28 dagar',
  quarter: '90 dagar',
  year: '12 månader',
  thisMonth: 'Denna månad',
  lastMonth: 'Förra månaden',
  all: 'Allt',
};
export const from: F['from'] = 'Från';
export const to: F['to'] = 'Till';
export const show: F['show'] = 'Visa';
export const wrongOrder: F['wrongOrder'] = 'Första dagen måste komma före den sista.';
export const search: F['search'] = 'Sök';
export const searchHint: F['searchHint'] =
  'Telefon, e-post, order- eller kundnummer, namn; platser, ämnen, kommentarer, ärenden, skärmar';
export const searching: F['searching'] = 'Söker …';
export const searchEmpty: F['searchEmpty'] = (words) =>
  `Inget hittades för ”${words}”. Prova en plats, ett ämne, ett namn eller ett ordernummer.`;
export const searchGroups: F['searchGroups'] = {
  screens: 'Skärmar',
  actions: 'Gör',
  place: 'Platser',
  topic: 'Ämnen',
  customer: 'Kunder',
  account: 'Företag',
  comment: 'Kommentarer',
  case: 'Ärenden',
};
export const searchKeys: F['searchKeys'] = 'Upp och ner för att välja, Enter för att öppna';
export const live: F['live'] = {
  live: 'Live',
  connecting: 'Ansluter',
  unanswered: 'Inget svar',
  offline: 'Frånkopplad',
};
export const liveMeaning: F['liveMeaning'] = {
  live: 'Nya svar visas av sig själva.',
  connecting: 'Väntar på servern. Det du ser kan vara en stund gammalt.',
  unanswered: 'Servern svarar inte. Det du ser är det som kom sist.',
  offline: 'Du är frånkopplad. Du ser det som laddades senast.',
};
export const unansweredNote: F['unansweredNote'] =
  'Servern svarar inte. Du kan läsa det som har hämtats; det du skriver finns kvar här. Sidan fortsätter av sig själv när servern är tillbaka.';
export const offlineNote: F['offlineNote'] =
  'Du är frånkopplad. Du kan läsa det som laddats; det du skriver finns kvar tills du skickar det igen.';
export const me: F['me'] = 'Du';
export const language: F['language'] = 'Språk';
export const colours: F['colours'] = 'Färger';
export const schemes: F['schemes'] = { auto: 'Som systemet', light: 'Ljust', dark: 'Mörkt' };
export const signOut: F['signOut'] = 'Logga ut';
export const mySettings: F['mySettings'] = 'Egna inställningar';
export const goal: F['goal'] = (target) => `mål ${target}`;
export const commonMetric: F['commonMetric'] = 'Det gemensamma måttet';
export const demo: F['demo'] = 'Demoföretag';
export const notFoundTitle: F['notFoundTitle'] = 'Det finns inget på den här adressen';
export const notFoundHint: F['notFoundHint'] =
  'Länken kan vara gammal, eller så får du inte se det den leder till.';
export const goHome: F['goHome'] = 'Gå till första skärmen';
export const actions: F['actions'] = {
  createSurvey: 'Gör en enkät',
  importFile: 'Läs in en fil',
  invite: 'Bjud in en person',
  signOut: 'Logga ut',
  light: 'Ljusa färger',
  dark: 'Mörka färger',
};
export const keys: F['keys'] = 'Tangenter';
export const close: F['close'] = 'Stäng';
export const organisation: F['organisation'] = 'Organisation';
