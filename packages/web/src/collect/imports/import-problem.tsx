import { useRefusalSentence } from '../../ui/wrong-value.ts';
import { useWords } from '../../words/index.ts';
import type { ImportFacts } from './import-file.tsx';

/** What went wrong with a file: its first refused rows in the reader's language, or what the server says. */
export function ImportProblem({ row }: { row: Pick<ImportFacts, 'problem' | 'refusedRows'> }) {
  const { imports: words } = useWords();
  const why = useRefusalSentence();
  if (row.refusedRows.length === 0) return row.problem ? <div>{row.problem}</div> : null;
  return (
    <ul>
      {row.refusedRows.map((refused) => (
        <li key={refused.line}>
          {words.line(String(refused.line))}: {why(refused)}
        </li>
      ))}
    </ul>
  );
}
