import { type ClusterReport, endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { HowMade } from '../model-run.tsx';
import { useFactValue } from './fact-value.ts';
import styles from './segments-screen.module.css';

/** Clusters, named in plain words and shown only where they are stable. */
export function KindsView() {
  const { segments: words } = useWords();
  const format = useFormats();
  const reply = useReply(endpoints.clusters);
  return (
    <Loaded reply={reply} waiting={<WaitingRows rows={6} />}>
      {(report) => (
        <Section
          title={words.kinds}
          hint={words.kindsHint(format.count(report.customers), format.count(report.of))}
        >
          {report.clusters.length === 0 ? (
            <Empty title={words.noKinds}>
              {report.needed > 0 ? words.fewCustomers(report.needed) : words.noKindsHint}
            </Empty>
          ) : (
            <Kinds report={report} />
          )}
          <Tried report={report} />
        </Section>
      )}
    </Loaded>
  );
}

function Kinds({ report }: { report: ClusterReport }) {
  const { segments: words } = useWords();
  const format = useFormats();
  const write = useFactValue(report.currency);
  return (
    <ul className={styles.kinds}>
      {report.clusters.map((kind, index) => (
        <li key={words.kindOf(index + 1)}>
          <h3>
            {kind.marks.map(({ fact, side }) => words.marks[side][fact] ?? words.facts[fact]).join(' · ') ||
              words.unmarked}
          </h3>
          <p className={styles.note}>
            {format.share(kind.share)} · {words.stability(format.share(kind.stability))}
          </p>
          <dl>
            {kind.means.map(({ fact, mean, all }) => (
              <div key={fact}>
                <dt>{words.facts[fact]}</dt>
                <dd>{words.mean(write(fact, mean), write(fact, all))}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Tried({ report }: { report: ClusterReport }) {
  const { segments: words } = useWords();
  const format = useFormats();
  if (report.tried.length === 0) return null;
  return (
    <details className={styles.tried}>
      <summary>{words.tried}</summary>
      <ul>
        {report.tried.map(({ method, k, stability, silhouette }) => (
          <li key={`${method}${k}`}>
            {words.methods[method]}, {k}: {format.number(stability, 2)} · {format.number(silhouette, 2)}
          </li>
        ))}
      </ul>
      {report.method ? <p>{words.method(words.methods[report.method])}</p> : null}
      <HowMade run={report.run} />
    </details>
  );
}
