import type { Locale } from '@lyhord/contract';
import type { AlarmReason } from '../alarms/bad-answer.ts';

interface ChangeWords {
  readonly placeName: string;
  readonly metric: string;
  readonly topic: string | null;
  readonly direction: 'up' | 'down';
  readonly since: string;
  readonly before: string;
  readonly after: string;
}
interface DigestWords {
  readonly newCases: number;
  readonly dueToday: number;
  readonly overdue: number;
}

/** All that act's mails say, per language. */
export interface ActWords {
  readonly reasons: Readonly<Record<AlarmReason, string>>;
  readonly caseSubject: (reason: string, place: string | null) => string;
  readonly caseOpened: (number: number, title: string, reason: string) => string;
  readonly answerBy: (due: string) => string;
  readonly openCase: string;
  readonly changeSubject: (change: ChangeWords) => string;
  readonly changeText: (change: ChangeWords) => string;
  readonly firstStep: (step: string) => string;
  readonly openChange: string;
  readonly digestSubject: (digest: DigestWords) => string;
  readonly digestText: (digest: DigestWords) => string;
  readonly andMore: (count: number) => string;
  readonly greeting: (name: string) => string;
  readonly openToday: string;
  readonly whyMail: string;
  readonly whyDigest: string;
  readonly testSubject: string;
  readonly testText: (workspace: string) => string;
}

const what = (change: ChangeWords) => (change.topic === null ? change.metric : change.topic);

export const actWords: Readonly<Record<Locale, ActWords>> = {
  en: {
    reasons: {
      safety: 'safety',
      legal: 'legal risk',
      critical_word: 'one of your critical words',
      valued_leaving: 'a valued customer is about to leave',
      leaving: 'a customer is about to leave',
      bad_score: 'a bad answer',
      wants_answer: 'a customer wants an answer',
      opened_by_hand: 'opened by a colleague',
    },
    caseSubject: (reason, place) => `Critical: ${reason}${place ? `, ${place}` : ''}`,
    caseOpened: (number, title, reason) => `Case ${number} was opened: ${title}. Why: ${reason}.`,
    answerBy: (due) => `The customer should have an answer by ${due}.`,
    openCase: 'Open the case',
    changeSubject: (change) =>
      `${what(change)} in ${change.placeName} has ${change.direction === 'up' ? 'risen' : 'fallen'}`,
    changeText: (change) =>
      `${what(change)} in ${change.placeName} went from ${change.before} to ${change.after} since ${change.since}.`,
    firstStep: (step) => `First step: ${step}`,
    openChange: 'See the change',
    digestSubject: ({ newCases, overdue }) =>
      overdue > 0 ? `Today: ${newCases} new cases, ${overdue} overdue` : `Today: ${newCases} new cases`,
    digestText: ({ newCases, dueToday, overdue }) =>
      `New cases since yesterday: ${newCases}. Due today: ${dueToday}. Overdue: ${overdue}.`,
    andMore: (count) => `and ${count} more`,
    greeting: (name) => `Good morning, ${name}.`,
    openToday: 'See today',
    whyMail:
      'You get this mail because you look after this place. Settings decide what is mailed and how often.',
    whyDigest: 'You get this mail once a day, when there is something to do.',
    testSubject: 'Mail from Lyhörd works',
    testText: (workspace) => `This is a test from ${workspace}. If you can read it, mail is set up right.`,
  },
  sv: {
    reasons: {
      safety: 'säkerhet',
      legal: 'juridisk risk',
      critical_word: 'ett av era kritiska ord',
      valued_leaving: 'en värdefull kund är på väg att lämna',
      leaving: 'en kund är på väg att lämna',
      bad_score: 'ett dåligt betyg',
      wants_answer: 'en kund vill ha svar',
      opened_by_hand: 'öppnat av en kollega',
    },
    caseSubject: (reason, place) => `Kritiskt: ${reason}${place ? `, ${place}` : ''}`,
    caseOpened: (number, title, reason) => `Ärende ${number} har öppnats: ${title}. Varför: ${reason}.`,
    answerBy: (due) => `Kunden bör få svar senast ${due}.`,
    openCase: 'Öppna ärendet',
    changeSubject: (change) =>
      `${what(change)} i ${change.placeName} har ${change.direction === 'up' ? 'stigit' : 'sjunkit'}`,
    changeText: (change) =>
      `${what(change)} i ${change.placeName} har gått från ${change.before} till ${change.after} sedan ${change.since}.`,
    firstStep: (step) => `Första steget: ${step}`,
    openChange: 'Se förändringen',
    digestSubject: ({ newCases, overdue }) =>
      overdue > 0 ? `I dag: ${newCases} nya ärenden, ${overdue} försenade` : `I dag: ${newCases} nya ärenden`,
    digestText: ({ newCases, dueToday, overdue }) =>
      `Nya ärenden sedan i går: ${newCases}. Ska besvaras i dag: ${dueToday}. Försenade: ${overdue}.`,
    andMore: (count) => `och ${count} till`,
    greeting: (name) => `God morgon, ${name}.`,
    openToday: 'Se i dag',
    whyMail:
      'Du får mejlet för att du ansvarar för platsen. Inställningarna avgör vad som mejlas och hur ofta.',
    whyDigest: 'Du får det här mejlet en gång om dagen, när det finns något att göra.',
    testSubject: 'Mejl från Lyhörd fungerar',
    testText: (workspace) =>
      `Det här är ett prov från ${workspace}. Kan du läsa det är mejlen rätt inställd.`,
  },
  da: {
    reasons: {
      safety: 'sikkerhed',
      legal: 'juridisk risiko',
      critical_word: 'et af jeres kritiske ord',
      valued_leaving: 'en værdifuld kunde er på vej væk',
      leaving: 'en kunde er på vej væk',
      bad_score: 'en dårlig bedømmelse',
      wants_answer: 'en kunde vil have svar',
      opened_by_hand: 'åbnet af en kollega',
    },
    caseSubject: (reason, place) => `Kritisk: ${reason}${place ? `, ${place}` : ''}`,
    caseOpened: (number, title, reason) => `Sag ${number} er åbnet: ${title}. Hvorfor: ${reason}.`,
    answerBy: (due) => `Kunden bør have svar senest ${due}.`,
    openCase: 'Åbn sagen',
    changeSubject: (change) =>
      `${what(change)} i ${change.placeName} er ${change.direction === 'up' ? 'steget' : 'faldet'}`,
    changeText: (change) =>
      `${what(change)} i ${change.placeName} er gået fra ${change.before} til ${change.after} siden ${change.since}.`,
    firstStep: (step) => `Første skridt: ${step}`,
    openChange: 'Se ændringen',
    digestSubject: ({ newCases, overdue }) =>
      overdue > 0 ? `I dag: ${newCases} nye sager, ${overdue} forsinkede` : `I dag: ${newCases} nye sager`,
    digestText: ({ newCases, dueToday, overdue }) =>
      `Nye sager siden i går: ${newCases}. Skal besvares i dag: ${dueToday}. Forsinkede: ${overdue}.`,
    andMore: (count) => `og ${count} til`,
    greeting: (name) => `Godmorgen, ${name}.`,
    openToday: 'Se i dag',
    whyMail:
      'Du får mailen, fordi du har ansvar for stedet. Indstillingerne afgør, hvad der sendes og hvor ofte.',
    whyDigest: 'Du får denne mail én gang om dagen, når der er noget at gøre.',
    testSubject: 'Mail fra Lyhörd virker',
    testText: (workspace) => `Dette er en prøve fra ${workspace}. Kan du læse den, er mail sat rigtigt op.`,
  },
};

/** Subject of an answer to a customer, in the languages that customers are written to. */
const replySubjects: Readonly<Record<string, (workspace: string) => string>> = {
  en: (workspace) => `Your feedback to ${workspace}`,
  sv: (workspace) => `Din synpunkt till ${workspace}`,
  da: (workspace) => `Din henvendelse til ${workspace}`,
  nb: (workspace) => `Din tilbakemelding til ${workspace}`,
  no: (workspace) => `Din tilbakemelding til ${workspace}`,
  fi: (workspace) => `Palautteesi: ${workspace}`,
  de: (workspace) => `Ihre Rückmeldung an ${workspace}`,
};

/** `language` is a tag such as `sv` or `nb-NO`; English where it is another or not known. */
export function replySubject(language: string | null, workspace: string): string {
  const key = language?.slice(0, 2).toLowerCase() ?? 'en';
  return (replySubjects[key] ?? (replySubjects.en as (name: string) => string))(workspace);
}
