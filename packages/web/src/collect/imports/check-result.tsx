import type { ImportCheck } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { named, useWords } from '../../words/index.ts';
import styles from './imports.module.css';

/** What loading would change: counts, why rows would be refused, and the first rows as they would be stored. */
export function CheckResult({ check }: { check: ImportCheck }) {
  const { imports: words } = useWords();
  const format = useFormats();
  const hints = [
    check.whole ? null : words.checkPart(format.count(check.rows)),
    check.from && check.to ? words.span(format.fullDay(check.from), format.fullDay(check.to)) : null,
    check.withoutCustomer > 0 ? words.withoutCustomer(format.count(check.withoutCustomer)) : null,
    check.unknownPlaces.length > 0
      ? words.unknownPlaces(
          check.unknownPlaces
            .slice(0, 10)
            .map(({ code, rows }) => `${code} (${format.count(rows)})`)
            .join(', '),
        )
      : null,
    ...check.remarks,
  ].filter((hint) => hint !== null);
  return (
    <Section title={words.checkTitle}>
      <dl className={styles.figures}>
        <Figure label={words.fresh} value={check.fresh} />
        <Figure label={words.duplicates} value={check.duplicates} />
        {check.differing > 0 ? (
          <Figure label={words.differing} value={check.differing} hint={words.differingHint} />
        ) : null}
        <Figure label={words.refused} value={check.refused} />
      </dl>
      {hints.map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
      {check.reasons.length > 0 ? <Reasons reasons={check.reasons} /> : null}
      {check.first.length > 0 ? (
        <div className={styles.first}>
          <h3>{words.firstRows}</h3>
          <ul className={styles.stored}>
            {check.first.map(({ line, stored }) => (
              <li key={line}>
                <span className={table.dim}>{words.line(String(line))}</span>
                <dl>
                  {stored.map(({ field, value }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a row may name two identifiers of one type
                    <div key={`${field}-${index}`}>
                      <dt>{named(words.fields, field)}</dt>
                      <dd>{field === 'happenedAt' || field === 'dueAt' ? format.moment(value) : value}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}

function Figure({ label, value, hint }: { label: string; value: number; hint?: string }) {
  const format = useFormats();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {format.count(value)}
        {hint ? <small>{hint}</small> : null}
      </dd>
    </div>
  );
}

function Reasons({ reasons }: { reasons: ImportCheck['reasons'] }) {
  const { imports: words } = useWords();
  const format = useFormats();
  return (
    <TableScroll label={words.reasonsTitle}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.reasonsTitle}</th>
            <th className={table.number}>{words.rows}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ field, reason, rows, detail }) => (
            <tr key={`${field}-${reason}`}>
              <td className={styles.name}>{detail}</td>
              <td className={table.number}>{format.count(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
