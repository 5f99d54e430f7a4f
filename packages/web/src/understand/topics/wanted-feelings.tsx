import type { Score, TopicRow } from '@lyhord/contract';
import { Link } from '@tanstack/react-router';
import { may, useMe } from '../../client/session.ts';
import { useFormats } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { ScoreText } from '../../ui/score-text.tsx';
import { useWords } from '../../words/index.ts';
import { Split } from './topic-bars.tsx';
import styles from './wanted-feelings.module.css';

/** The feelings that the workspace wants to give: how many felt each of them, and how many missed it. */
export function WantedFeelings({ feelings, share }: { feelings: readonly TopicRow[]; share: Score | null }) {
  const { settings, ui } = useWords();
  const words = settings.feelings;
  const format = useFormats();
  const teaches = may(useMe(), ['admin', 'lead', 'analyst']);
  if (share === null && !teaches) return null;
  const most = Math.max(1, ...feelings.map(({ volume }) => volume));
  return (
    <Section
      className={styles.section}
      title={words.title}
      hint={share === null ? words.noneHint : undefined}
      actions={
        teaches ? (
          <LinkButton to="/settings/$section" params={{ section: 'feelings' }} variant="default" size="xs">
            {words.edit}
          </LinkButton>
        ) : undefined
      }
    >
      {share === null ? null : share.value === null || share.tooFew ? (
        <ScoreText score={share} metric="wanted_feelings" />
      ) : (
        <p>{words.share(format.share(share.value))}</p>
      )}
      <ul className={styles.list}>
        {feelings.map((feeling) => (
          <li key={feeling.key}>
            <Link to="/topics/$topic" params={{ topic: feeling.key }}>
              {feeling.label}
            </Link>
            <Split topic={feeling} most={most} />
            <RowsLink show={{ topic: feeling.key }}>
              {feeling.positive === null || feeling.negative === null
                ? ui.tooFew(feeling.volume)
                : words.counts(format.count(feeling.positive), format.count(feeling.negative))}
            </RowsLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
