// How a number and its interval were made, in the reader's language: what stands beside it on screens and in files.
import type { Locale } from '@lyhord/contract';
import type { IntervalMethod } from './metric-definition.ts';

interface MethodWords {
  readonly intervals: Readonly<Record<IntervalMethod, string>>;
  /** Sums of a sample. */
  readonly estimated: string;
  readonly sample: (oneIn: number) => string;
  /** Only what has been followed for so many days is counted. */
  readonly followed: (days: number) => string;
  readonly weighted: string;
  readonly shrunken: string;
  /** Of places side by side. */
  readonly league: string;
}

export const methodWords: Readonly<Record<Locale, MethodWords>> = {
  en: {
    intervals: {
      adjusted_wald: '95 % interval, adjusted Wald with 3 pseudo-answers (Rocks 2016)',
      student_t: '95 % interval of the mean, Student t',
      wilson: '95 % interval, Wilson score',
      poisson: '95 % interval of a rate, exact Poisson (Garwood)',
      none: 'a full count or sum, no interval',
    },
    estimated: 'estimated, 95 % interval as if rows were drawn one by one',
    sample: (oneIn) => `a sample of one customer in ${oneIn}`,
    followed: (days) => `only those whose ${days} days after are over`,
    weighted: 'weighted to known totals (raking), interval widened by the design effect',
    shrunken: 'small groups shrunk towards their siblings (Dirichlet–multinomial)',
    league:
      'shrunken: Dirichlet–multinomial over the places shown; groups: all pairs compared at once (Tukey–Kramer, 95 %)',
  },
  sv: {
    intervals: {
      adjusted_wald: '95 % intervall, justerad Wald med 3 pseudosvar (Rocks 2016)',
      student_t: '95 % intervall för medelvärdet, Students t',
      wilson: '95 % intervall, Wilson',
      poisson: '95 % intervall för en kvot, exakt Poisson (Garwood)',
      none: 'en fullständig räkning eller summa, inget intervall',
    },
    estimated: 'uppskattat, 95 % intervall som om raderna drogs en och en',
    sample: (oneIn) => `ett stickprov med en kund av ${oneIn}`,
    followed: (days) => `bara de som har haft sina ${days} dagar efteråt`,
    weighted: 'vägt mot kända totaler (raking), intervallet breddat med designeffekten',
    shrunken: 'små grupper dragna mot de andra (Dirichlet–multinomial)',
    league:
      'dragna mot varandra: Dirichlet–multinomial över platserna som visas; grupper: alla par jämförda på en gång (Tukey–Kramer, 95 %)',
  },
  da: {
    intervals: {
      adjusted_wald: '95 % interval, justeret Wald med 3 pseudosvar (Rocks 2016)',
      student_t: '95 % interval for gennemsnittet, Students t',
      wilson: '95 % interval, Wilson',
      poisson: '95 % interval for en rate, eksakt Poisson (Garwood)',
      none: 'en fuld optælling eller sum, intet interval',
    },
    estimated: 'anslået, 95 % interval som om rækkerne blev trukket enkeltvis',
    sample: (oneIn) => `en stikprøve med én kunde ud af ${oneIn}`,
    followed: (days) => `kun dem, der har haft deres ${days} dage efter`,
    weighted: 'vægtet efter kendte totaler (raking), intervallet udvidet med designeffekten',
    shrunken: 'små grupper trukket mod de andre (Dirichlet–multinomial)',
    league:
      'trukket mod hinanden: Dirichlet–multinomial over de viste steder; grupper: alle par sammenlignet på én gang (Tukey–Kramer, 95 %)',
  },
};
