import type { Words } from '../index.ts';

type W = Words['support'];
export const title: W['title'] = 'Kundeservice';
export const lead: W['lead'] =
  'Hvad kunderne henvender sig om, hvor længe de venter, og hvad det ville spare at løse ét problem.';
export const finding: W['finding'] = (name, share) => `Hyppigste grund til henvendelse: ${name}, ${share}`;
export const none: W['none'] = 'Ingen henvendelser i perioden';
export const noneHint: W['noneHint'] =
  'Send sager fra kundeservice (åbnet, besvaret, løst), så vises de her.';
export const course: W['course'] = 'Henvendelser over tid';
export const courseHint: W['courseHint'] = (step) =>
  step === 'week'
    ? 'Pr. uge; den første og sidste kan være afkortet.'
    : 'Pr. måned; den første og sidste kan være afkortet.';
export const channels: W['channels'] = 'Pr. kanal';
export const problems: W['problems'] = 'Hvad de handler om';
export const problemsHint: W['problemsHint'] =
  'En sag, der nævner to problemer, tæller for begge. At løse et problem sparer henvendelserne i sidste kolonne, hvis intet andet tager deres plads.';
export const problem: W['problem'] = 'Problem';
export const tickets: W['tickets'] = 'Sager';
export const perOrders: W['perOrders'] = 'Pr. 100 ordrer';
export const moved: W['moved'] = 'Siden perioden før';
export const negative: W['negative'] = 'Utilfredse';
export const solving: W['solving'] = 'Til løsning';
export const avoided: W['avoided'] = 'Spares ved at løse det';
export const up: W['up'] = 'oftere';
export const down: W['down'] = 'sjældnere';
export const steady: W['steady'] = 'ingen tydelig ændring';
export const perWeek: W['perWeek'] = (n) => `${n} henvendelser om ugen`;
export const waiting: W['waiting'] = (n) => `${n} t ventetid`;
export const hours: W['hours'] = (n) => `${n} t`;
export const change: W['change'] = (difference) => `${difference} mod perioden før`;
export const sharePoints: W['sharePoints'] = (n) => `${n} procentpoint`;
export const notYet: W['notYet'] = 'intet at tælle endnu';
export const unclear: W['unclear'] = 'ingen tydelig ændring';
export const connect = 'Forbind sagssystemet';
export const contactsIn = 'Henvendelser';
export const steps = { week: 'Uge', month: 'Måned' };
