import type { Words } from '../index.ts';

type W = Words['support'];
export const title: W['title'] = 'Kundtjänst';
export const lead: W['lead'] =
  'Vad kunderna hör av sig om, hur länge de väntar och vad det skulle spara att lösa ett problem.';
export const finding: W['finding'] = (name, share) => `Vanligaste skälet till kontakt: ${name}, ${share}`;
export const none: W['none'] = 'Inga kontakter under perioden';
export const noneHint: W['noneHint'] =
  'Skicka ärenden från kundtjänsten (öppnade, besvarade, lösta), så syns de här.';
export const course: W['course'] = 'Kontakter över tid';
export const courseHint: W['courseHint'] = (step) =>
  step === 'week'
    ? 'Per vecka; den första och sista kan vara avkortade.'
    : 'Per månad; den första och sista kan vara avkortade.';
export const channels: W['channels'] = 'Per kanal';
export const problems: W['problems'] = 'Vad de handlar om';
export const problemsHint: W['problemsHint'] =
  'Ett ärende som nämner två problem räknas för båda. Att lösa ett problem sparar kontakterna i sista kolumnen, om inget annat tar deras plats.';
export const problem: W['problem'] = 'Problem';
export const tickets: W['tickets'] = 'Ärenden';
export const perOrders: W['perOrders'] = 'Per 100 order';
export const moved: W['moved'] = 'Sedan perioden före';
export const negative: W['negative'] = 'Missnöjda';
export const solving: W['solving'] = 'Till lösning';
export const avoided: W['avoided'] = 'Sparas om det löses';
export const up: W['up'] = 'oftare';
export const down: W['down'] = 'mer sällan';
export const steady: W['steady'] = 'ingen tydlig förändring';
export const perWeek: W['perWeek'] = (n) => `${n} kontakter i veckan`;
export const waiting: W['waiting'] = (n) => `${n} h väntan`;
export const hours: W['hours'] = (n) => `${n} h`;
export const change: W['change'] = (difference) => `${difference} mot perioden före`;
export const sharePoints: W['sharePoints'] = (n) => `${n} procentenheter`;
export const notYet: W['notYet'] = 'inget att räkna än';
export const unclear: W['unclear'] = 'ingen tydlig förändring';
export const connect = 'Anslut ärendesystemet';
export const contactsIn = 'Kontakter';
export const steps = { week: 'Vecka', month: 'Månad' };
