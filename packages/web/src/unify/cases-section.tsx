import type { CaseRow } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { useCaseTitle } from '../ui/case-title.ts';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words/index.ts';
import styles from './customers/customer-screen.module.css';

/** The cases of a customer or a company, beside what is known of them. */
export function CasesSection({
  title,
  none,
  cases,
}: {
  title: string;
  none: string;
  cases: readonly CaseRow[];
}) {
  const { terms } = useWords();
  const titleOf = useCaseTitle();
  return (
    <Section title={title}>
      {cases.length === 0 ? <p className={styles.none}>{none}</p> : null}
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$caseId" params={{ caseId: one.id }}>
              {titleOf(one)}
            </Link>
            <small>{terms.caseStates[one.state]}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
