import {
  type Answer,
  type AnswerRow,
  endpoints,
  fewestEmployees,
  type QuestionToAsk,
} from '@lyhord/contract';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload, IconPhoto } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { csvOf, saveFile } from '../../ui/csv.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Unsaid } from '../../ui/score-text.tsx';
import { saveSpreadsheet } from '../../ui/spreadsheet.ts';
import table from '../../ui/table.module.css';
import { useWords } from '../../words/index.ts';
import { Doors } from '../behind/doors.tsx';
import { AnswerChart } from './answer-chart.tsx';
import { type AnswerWords, useAnswerWords } from './answer-words.ts';
import styles from './explore-screen.module.css';
import { savePicture } from './save-picture.ts';

const most = 200;

export function AnswerView({ answer, question }: { answer: Answer; question: QuestionToAsk }) {
  const { explore: words, terms, ui } = useWords();
  const say = useAnswerWords(answer);
  const box = useRef<HTMLDivElement>(null);
  if (answer.rows.length === 0) return <Empty title={words.none}>{words.noneHint}</Empty>;
  const name = `lyhord-${answer.metric}`;
  const picture = (kind: 'svg' | 'png') => () => {
    const svg = box.current?.querySelector('svg');
    if (svg) void savePicture(svg, name, kind);
  };
  return (
    <>
      <Section
        title={terms.metrics[answer.metric]}
        hint={answer.method}
        actions={
          <>
            {(['svg', 'png'] as const).map((kind) => (
              <Tooltip key={kind} label={words.picture(kind.toUpperCase())}>
                <ActionIcon onClick={picture(kind)} aria-label={words.picture(kind.toUpperCase())}>
                  {kind === 'svg' ? (
                    <IconPhoto size={18} stroke={1.6} />
                  ) : (
                    <span className={styles.png}>PNG</span>
                  )}
                </ActionIcon>
              </Tooltip>
            ))}
            <Tooltip label={words.spreadsheet}>
              <ActionIcon
                onClick={() => void saveSpreadsheet(`${name}.xlsx`, ...tableOf(answer, say))}
                aria-label={words.spreadsheet}
              >
                <span className={styles.png}>XLSX</span>
              </ActionIcon>
            </Tooltip>
            <Tooltip label={ui.download}>
              <ActionIcon
                onClick={() => saveFile(`${name}.csv`, csvOf(...tableOf(answer, say)))}
                aria-label={ui.download}
              >
                <IconDownload size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </>
        }
      >
        <div ref={box}>
          <AnswerChart answer={answer} say={say} />
        </div>
      </Section>
      <AnswerTable answer={answer} say={say} />
      {question.by?.includes('employee_group') ? (
        <p className={styles.note}>{words.fewEmployees(fewestEmployees)}</p>
      ) : null}
      <Doors question={question} />
      <Behind question={question} />
      <p className={styles.note}>
        {words.definition(terms.metrics[answer.metric], answer.definitionVersion)}
      </p>
    </>
  );
}

/** Every number as it is, for a spreadsheet. */
function tableOf(answer: Answer, say: AnswerWords): [string[], (string | number | null)[][]] {
  const keys = Object.keys(answer.rows[0]?.keys ?? {});
  const head = [
    ...keys,
    answer.metric,
    'low',
    'high',
    'n',
    'compared',
    'difference',
    'difference_low',
    'difference_high',
    'shrunken',
  ];
  const rows = answer.rows.map((row) => [
    ...keys.map((key) => say.group(row, [key])),
    ...[row.value, row.low, row.high, row.n, row.compared?.value ?? null],
    ...[row.difference?.value ?? null, row.difference?.low ?? null, row.difference?.high ?? null],
    row.shrunken?.value ?? null,
  ]);
  return [head, rows];
}

function AnswerTable({ answer, say }: { answer: Answer; say: AnswerWords }) {
  const { explore: words, ui } = useWords();
  const format = useFormats();
  const compared = answer.rows.some(({ difference }) => difference !== undefined);
  const shrunken = answer.rows.some((row) => row.shrunken);
  const interval = ({ low, high }: Pick<AnswerRow, 'low' | 'high'>, row: AnswerRow) =>
    low === null || high === null ? '' : ui.range(say.value(low, row), say.value(high, row));
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={words.table}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" className={table.number}>
              {ui.value}
            </th>
            <th scope="col" className={table.number}>
              {words.interval}
            </th>
            <th scope="col" className={table.number}>
              {words.n}
            </th>
            {shrunken ? (
              <th scope="col" className={table.number}>
                {words.shrunken}
              </th>
            ) : null}
            {compared ? (
              <th scope="col" className={table.number}>
                {words.difference}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {answer.rows.slice(0, most).map((row) => (
            <tr key={JSON.stringify(row.keys)}>
              <th scope="row" className={styles.rowHead}>
                {say.group(row)}
              </th>
              <td className={table.number}>
                {row.tooFew ? (
                  <span className={table.dim}>
                    <Unsaid n={row.n} fewest={answer.minimumN} />
                  </span>
                ) : (
                  say.value(row.value, row)
                )}
              </td>
              <td className={table.number}>{interval(row, row)}</td>
              <td className={table.number}>{format.count(row.n)}</td>
              {shrunken ? (
                <td className={table.number}>{row.shrunken ? say.value(row.shrunken.value, row) : ''}</td>
              ) : null}
              {compared ? (
                <td className={table.number}>
                  {row.difference
                    ? `${row.difference.value > 0 ? '+' : ''}${say.value(row.difference.value, row)}`
                    : ''}
                  {row.difference ? (
                    <small className={styles.clear}>
                      {row.difference.clear ? words.clear : words.unclear}
                    </small>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {answer.rows.length > most ? (
        <p className={styles.note}>{words.more(answer.rows.length - most)}</p>
      ) : null}
    </div>
  );
}

/** The newest rows that were counted. */
function Behind({ question }: { question: QuestionToAsk }) {
  const { explore: words, terms } = useWords();
  const format = useFormats();
  const [opened, setOpened] = useState(false);
  const reply = useReply(
    endpoints.questionRows,
    { query: { question: JSON.stringify(question) } },
    { enabled: opened },
  );
  if (!opened) {
    return (
      <Button variant="subtle" onClick={() => setOpened(true)}>
        {words.behind}
      </Button>
    );
  }
  return (
    <Section title={words.behind} hint={reply.data?.more ? words.newest : undefined}>
      <div className={table.scroll} tabIndex={0} role="region" aria-label={words.behind}>
        <table className={table.table}>
          <tbody>
            {(reply.data?.rows ?? []).map((row) => (
              <tr key={`${row.at}${row.reference}${row.signalId}`}>
                <td>{format.moment(row.at)}</td>
                <td>
                  {(terms.events as Record<string, string>)[row.kind] ??
                    (terms.kinds as Record<string, string>)[row.kind] ??
                    row.kind}
                </td>
                <td>
                  {row.signalId ? (
                    <a href={`/feed?signal=${row.signalId}`}>{words.openSignal}</a>
                  ) : (
                    row.reference
                  )}
                </td>
                <td className={table.number}>
                  {row.value === null
                    ? ''
                    : row.currency
                      ? format.money(row.value, row.currency)
                      : format.number(row.value, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
