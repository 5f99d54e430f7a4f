import { useWords } from '../../words/index.ts';
import styles from './case-screen.module.css';
import { useDraft } from './draft.ts';

/** What was being written when a colleague closed the case: it is not lost, and this says how it can still be sent. */
export function KeptDraft({ caseId }: { caseId: string }) {
  const { act } = useWords();
  const drafts = [useDraft(`${caseId}.reply`).text, useDraft(`${caseId}.note`).text].filter(Boolean);
  return drafts.length === 0 ? null : (
    <div role="status">
      <p className={styles.none}>{act.one.closedWhileWriting}</p>
      {drafts.map((text) => (
        <blockquote key={text} className={styles.kept}>
          {text}
        </blockquote>
      ))}
    </div>
  );
}
