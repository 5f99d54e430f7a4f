import { filled } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Problem } from '../client/problem.ts';
import { named, useWords } from '../words/index.ts';
import styles from './trouble.module.css';
import { useExpected } from './wrong-value.ts';

/** What a problem means for the reader, in their language. */
export function useProblemWords(): (failure: unknown) => string {
  const { ui } = useWords();
  return (failure) =>
    failure instanceof Problem ? (ui.problems[failure.code] ?? ui.problems.internal) : ui.problems.internal;
}

/** Why it was refused, in the reader's language where the reason is one that screens know; else as the server wrote it. */
function useProblemDetail(): (problem: Problem | null) => string | null {
  const { refusals, terms, segments, imports } = useWords();
  const reasons: Readonly<Record<string, string>> = refusals.reasons;
  const listed = (list: string, names: Readonly<Record<string, string>>, between: string, joined = between) =>
    list
      .split(between)
      .map((one) => named(names, one))
      .join(joined);
  const inWords: Readonly<Record<string, (value: string) => string>> = {
    roles: (value) => listed(value, terms.roles, ', '),
    fact: (value) => named(segments.facts, value),
    field: (value) => named(imports.fields, value),
    fields: (value) => listed(value, imports.fields, ' or ', ` ${imports.or} `),
  };
  return (problem) => {
    const sentence = problem?.reason ? reasons[problem.reason] : undefined;
    if (!problem || sentence === undefined) return problem?.detail ?? null;
    const values = Object.entries(problem.values).map(
      ([name, value]) => [name, inWords[name]?.(String(value)) ?? value] as const,
    );
    return filled(sentence, Object.fromEntries(values));
  };
}

/** A part of the screen that could not be loaded: why, what to do, and the way to try again. */
export function Trouble({ failure, again }: { failure: unknown; again?: () => void }) {
  const { ui } = useWords();
  const say = useProblemWords();
  const detailOf = useProblemDetail();
  const problem = failure instanceof Problem ? failure : null;
  const detail = detailOf(problem);
  // Asking again brings back nothing that is not there, opens nothing that is closed, and nobody needs to look into it.
  if (problem?.code === 'not_found' || problem?.code === 'forbidden')
    return (
      <div className={styles.trouble} role="alert">
        <p className={styles.title}>{say(failure)}</p>
        {problem.code === 'forbidden' && detail ? <p className={styles.detail}>{detail}</p> : null}
      </div>
    );
  return (
    <div className={styles.trouble} role="alert">
      <p className={styles.title}>{ui.troubleTitle}</p>
      <p>{say(failure)}</p>
      {detail && problem?.code !== 'offline' ? <p className={styles.detail}>{detail}</p> : null}
      {problem?.requestId ? <p className={styles.detail}>{ui.reference(problem.requestId)}</p> : null}
      {again ? (
        <Button variant="default" onClick={again}>
          {ui.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}

/** `body.origins[0]` is a part of the field `origins`. */
const rootOf = (path: string) => path.replace(/^body\.?/, '').replace(/[.[].*$/, '');

/** Beside a form: what was wrong with what was sent, by the labels of its `fields`. What was typed stays. */
export function FormTrouble({
  failure,
  fields = {},
}: {
  failure: unknown;
  fields?: Readonly<Record<string, string>>;
}) {
  const { ui } = useWords();
  const say = useProblemWords();
  const detailOf = useProblemDetail();
  const expected = useExpected();
  if (!failure) return null;
  const problem = failure instanceof Problem ? failure : null;
  const detail = detailOf(problem);
  return (
    <div className={styles.form} role="alert">
      <p>{say(failure)}</p>
      {detail && problem?.fields.length === 0 ? <p className={styles.detail}>{detail}</p> : null}
      {problem?.fields.length ? (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path}>
              <b>{fields[rootOf(field.path)] ?? field.path}</b>:{' '}
              {ui.fieldSays(field.received, field.wanted ? expected(field.wanted) : field.expected)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
