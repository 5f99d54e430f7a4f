// Which of the new cases people hear of by mail, and in what words.
import type { Locale } from '@lyhord/contract';
import type { CaseRecord } from '../cases/case-record.ts';
import { caseLetter, caseLine } from '../letters/act-letters.ts';
import type { Notice } from '../mails/notify.ts';
import type { Staff } from '../mails/recipients.ts';
import type { PlaceTree } from '../places/place-line.ts';
import { mailedReasons } from './bad-answer.ts';

export interface NoticeGround {
  readonly staff: Staff;
  readonly tree: PlaceTree;
  readonly publicUrl: string;
}

/** Notices for the cases whose reason is critical; `quotes` are the customers' words, redacted, by case. */
export function alarmNotices(
  ground: NoticeGround,
  cases: readonly CaseRecord[],
  quotes: ReadonlyMap<string, string>,
): Notice[] {
  return cases
    .filter((each) => mailedReasons.has(each.reason))
    .flatMap((each) =>
      ground.staff.recipientsFor(each.placeId).map((recipient): Notice => {
        const time = ground.staff.timeOf(recipient);
        const facts = {
          id: each.id,
          number: each.number,
          title: each.title,
          reason: each.reason,
          placeName: ground.tree.get(each.placeId)?.name ?? null,
          quote: quotes.get(each.id) || null,
          due: clockText(each.dueAt, time.timeZone, recipient.locale),
        };
        return {
          recipient,
          time,
          key: `case:${each.id}`,
          kind: 'case',
          subjectId: each.id,
          severity: each.severity,
          at: each.openedAt,
          line: caseLine(recipient.locale, facts),
          letter: () => caseLetter(recipient.locale, ground.publicUrl, facts),
        };
      }),
    );
}

/** Day and time as the reader's wall clock shows it. */
export function clockText(at: Date, timeZone: string, locale: Locale): string {
  const language = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' }[locale];
  const style = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(language, { ...style, timeZone }).format(at);
}
