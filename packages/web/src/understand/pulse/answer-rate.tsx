import type { Pulse } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import styles from './answer-rate.module.css';

/** Who the answers speak for, how the number is made, and how fresh it is. */
export function AnswerRate({ pulse: { responses, method, freshAt } }: { pulse: Pulse }) {
  const { understand } = useWords();
  const format = useFormats();
  const words = understand.pulse;
  return (
    <Section title={words.answersTitle}>
      <div className={styles.text}>
        <p>
          {responses.rate === null || responses.asked === 0
            ? words.noInvitations
            : words.answerRate(format.share(responses.rate), responses.answered, responses.asked)}
        </p>
        <details>
          <summary>{words.method}</summary>
          <p>{method}</p>
        </details>
        <p className={styles.fresh} title={format.moment(freshAt)}>
          {words.fresh(format.when(freshAt))}
        </p>
      </div>
    </Section>
  );
}
