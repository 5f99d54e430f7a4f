import type { ModelRun } from '@lyhord/contract';
import { named, useWords } from '../words/index.ts';
import styles from './model-run.module.css';

/** How a model's numbers are made, and what makes them come out the same again; folded until somebody asks. */
export function HowMade({ method, run }: { method?: string; run: ModelRun | null | undefined }) {
  const { runs: words, understand } = useWords();
  if (!run && !method) return null;
  return (
    <details className={styles.how}>
      <summary>{understand.pulse.method}</summary>
      {method ? <p>{method}</p> : null}
      {run ? (
        <p>
          {words.run(named(words.models, run.method), run.version, run.n)}{' '}
          {words.again(run.seed, run.inputHash)}
        </p>
      ) : null}
    </details>
  );
}
