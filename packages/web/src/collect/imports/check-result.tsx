import type { ImportCheck } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useRefusalSentence } from '../../ui/wrong-value.ts';
import { named, useWords } from '../../words/index.ts';
import styles from './imports.module.css';
import { UnknownPlaces } from './unknown-places.tsx';

/** What loading would change: counts, why rows would be refused, and the first rows as they would be stored. */
export function CheckResult({ check, again }: { check: ImportCheck; again: () => void }) {
  const { imports: words } = useWords();
  const write = useStored();
  const format = useFormats();
  const hints = [
    check.whole ? null : words.checkPart(format.count(check.rows)),
    check.from && check.to ? words.span(format.dayOf(check.from), format.dayOf(check.to)) : null,
    check.withoutCustomer > 0 ? words.withoutCustomer(check.withoutCustomer) : null,
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
      <UnknownPlaces unknown={check.unknownPlaces} made={again} />
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
                      <dd>{write(field, value)}</dd>
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

/** A value as the screens show it: moments in the reader's manner, kinds and channels by their names. */
function useStored(): (field: string, value: string) => string {
  const { terms } = useWords();
  const format = useFormats();
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: { ...terms.events, ...terms.kinds },
    channel: terms.channels,
    touchpoint: terms.touchpoints,
    event: terms.events,
    placeKind: terms.placeKinds,
  };
  return (field, value) => {
    if (field === 'happenedAt' || field === 'dueAt') return format.moment(value);
    return names[field]?.[value] ?? value;
  };
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
  const { imports: words, expectations } = useWords();
  const sentence = useRefusalSentence();
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
          {reasons.map(({ field, reason, rows, line, ...why }) => (
            <tr key={`${field}-${reason}`}>
              <td className={styles.name}>
                {[named(expectations.short, reason), words.fields[field] ?? field, words.line(String(line))]
                  .filter(Boolean)
                  .join(' · ')}
                <small className={table.under}>{sentence({ field, reason, ...why })}</small>
              </td>
              <td className={table.number}>{format.count(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
