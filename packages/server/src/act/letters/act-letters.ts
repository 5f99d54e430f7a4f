// The mails that act sends to people: a critical case, a detected change, the digest, a test.
import { type Locale, personPaths } from '@lyhord/contract';
import { type RenderedLetter, renderLetter } from '../../access/index.ts';
import type { AlarmReason } from '../alarms/bad-answer.ts';
import { actWords } from './act-words.ts';
import { shortened } from './shortened.ts';

export interface CaseFacts {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly reason: AlarmReason;
  readonly placeName: string | null;
  /** The customer's words, redacted; null where there are none. */
  readonly quote: string | null;
  /** As the reader's clock shows it. */
  readonly due: string;
}

export function caseLetter(locale: Locale, publicUrl: string, facts: CaseFacts): RenderedLetter {
  const words = actWords[locale];
  const reason = words.reasons[facts.reason];
  return renderLetter({
    subject: words.caseSubject(reason, facts.placeName),
    paragraphs: [
      words.caseOpened(facts.number, facts.title, reason),
      ...(facts.quote ? [`“${shortened(facts.quote, 400)}”`] : []),
      words.answerBy(facts.due),
    ],
    link: { label: words.openCase, url: `${publicUrl}${personPaths.case(facts.id)}` },
    foot: words.whyMail,
  });
}

/** One line of the digest. */
export function caseLine(locale: Locale, facts: Pick<CaseFacts, 'number' | 'title' | 'reason'>): string {
  return `#${facts.number} ${facts.title}: ${actWords[locale].reasons[facts.reason]}`;
}

export interface ChangeFacts {
  readonly id: string;
  readonly placeName: string;
  readonly metric: string;
  readonly topic: string | null;
  readonly direction: 'up' | 'down';
  readonly since: string;
  readonly before: string;
  readonly after: string;
  readonly firstStep: string;
}

export function changeLetter(locale: Locale, publicUrl: string, facts: ChangeFacts): RenderedLetter {
  const words = actWords[locale];
  return renderLetter({
    subject: words.changeSubject(facts),
    paragraphs: [words.changeText(facts), ...(facts.firstStep ? [words.firstStep(facts.firstStep)] : [])],
    link: { label: words.openChange, url: `${publicUrl}${personPaths.change(facts.id)}` },
    foot: words.whyMail,
  });
}

export const changeLine = (locale: Locale, facts: ChangeFacts): string =>
  actWords[locale].changeSubject(facts);

export interface DigestFacts {
  readonly name: string;
  readonly newCases: number;
  readonly dueToday: number;
  readonly overdue: number;
  readonly lines: readonly string[];
  readonly more: number;
}

export function digestLetter(locale: Locale, publicUrl: string, facts: DigestFacts): RenderedLetter {
  const words = actWords[locale];
  const lines = facts.lines.map((line) => `• ${line}`);
  if (facts.more > 0) lines.push(`• ${words.andMore(facts.more)}`);
  return renderLetter({
    subject: words.digestSubject(facts),
    paragraphs: [
      words.greeting(facts.name),
      words.digestText(facts),
      ...(lines.length ? [lines.join('\n')] : []),
    ],
    link: { label: words.openToday, url: `${publicUrl}${personPaths.today}` },
    foot: words.whyDigest,
  });
}

export function testLetter(locale: Locale, workspace: string): RenderedLetter {
  const words = actWords[locale];
  return renderLetter({ subject: words.testSubject, paragraphs: [words.testText(workspace)] });
}
