import { Button } from '@mantine/core';
import { Problem } from '../client/problem.ts';
import { useWords } from '../words/index.ts';
import styles from './trouble.module.css';

/** What a problem means for the reader, in their language. */
export function useProblemWords(): (failure: unknown) => string {
  const { ui } = useWords();
  return (failure) =>
    failure instanceof Problem ? (ui.problems[failure.code] ?? ui.problems.internal) : ui.problems.internal;
}

/** A part of the screen that could not be loaded: why, what to do, and the way to try again. */
export function Trouble({ failure, again }: { failure: unknown; again?: () => void }) {
  const { ui } = useWords();
  const say = useProblemWords();
  const problem = failure instanceof Problem ? failure : null;
  // Asking again brings back nothing that is not there, opens nothing that is closed, and nobody needs to look into it.
  if (problem?.code === 'not_found' || problem?.code === 'forbidden')
    return (
      <div className={styles.trouble} role="alert">
        <p className={styles.title}>{say(failure)}</p>
        {problem.code === 'forbidden' && problem.detail ? (
          <p className={styles.detail}>{problem.detail}</p>
        ) : null}
      </div>
    );
  return (
    <div className={styles.trouble} role="alert">
      <p className={styles.title}>{ui.troubleTitle}</p>
      <p>{say(failure)}</p>
      {problem?.detail && problem.code !== 'offline' ? (
        <p className={styles.detail}>{problem.detail}</p>
      ) : null}
      {problem?.requestId ? <p className={styles.detail}>{ui.reference(problem.requestId)}</p> : null}
      {again ? (
        <Button variant="default" onClick={again}>
          {ui.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}

/** Beside a form: what was wrong with what was sent. What was typed stays. */
export function FormTrouble({ failure }: { failure: unknown }) {
  const { ui } = useWords();
  const say = useProblemWords();
  if (!failure) return null;
  const problem = failure instanceof Problem ? failure : null;
  return (
    <div className={styles.form} role="alert">
      <p>{say(failure)}</p>
      {problem?.detail && problem.fields.length === 0 ? (
        <p className={styles.detail}>{problem.detail}</p>
      ) : null}
      {problem?.fields.length ? (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path}>
              <b>{field.path}</b>: {ui.fieldSays(field.received, field.expected)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
