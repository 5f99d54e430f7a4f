import { type Answer, fewestEmployees, type QuestionToAsk } from '@lyhord/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload, IconPhoto } from '@tabler/icons-react';
import { useRef } from 'react';
import { csvOf, saveFile } from '../../ui/csv.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { saveSpreadsheet } from '../../ui/spreadsheet.ts';
import { useWords } from '../../words/index.ts';
import { Doors } from '../behind/doors.tsx';
import { HowMade } from '../model-run.tsx';
import { AnswerChart } from './answer-chart.tsx';
import { answerFile } from './answer-file.ts';
import { AnswerTable } from './answer-table.tsx';
import { type AnswerWords, useAnswerWords } from './answer-words.ts';
import styles from './explore-screen.module.css';
import { RowsBehind } from './rows-behind.tsx';
import { savePicture } from './save-picture.ts';

export function AnswerView({ answer, question }: { answer: Answer; question: QuestionToAsk }) {
  const all = useWords();
  const { explore: words, terms, understand, ui } = all;
  const format = useFormats();
  const say = useAnswerWords(answer);
  const file = () => answerFile(answer, say, all);
  const box = useRef<HTMLDivElement>(null);
  if (answer.rows.every(({ n }) => n === 0)) return <Empty title={words.none}>{words.noneHint}</Empty>;
  const name = `lyhord-${answer.metric}`;
  const title = words.titled(
    terms.metrics[answer.metric],
    (question.by ?? []).map((one) => words.dimensions[one]),
  );
  const days = ui.range(format.fullDay(question.period.from), format.fullDay(question.period.to));
  const picture = (kind: 'svg' | 'png') => () => {
    const svg = box.current?.querySelector('svg');
    if (svg) void savePicture(svg, name, kind, [title, `${days}. ${answer.method}`]);
  };
  return (
    <div className={styles.answer}>
      <Section
        title={title}
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
                onClick={() => void saveSpreadsheet(`${name}.xlsx`, file().head, file().rows)}
                aria-label={words.spreadsheet}
              >
                <span className={styles.png}>XLSX</span>
              </ActionIcon>
            </Tooltip>
            <Tooltip label={ui.download}>
              <ActionIcon
                onClick={() => saveFile(`${name}.csv`, csvOf(file().head, file().rows))}
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
      <Section
        title={words.table}
        hint={answer.weighting ? <Weighting answer={answer} say={say} /> : undefined}
      >
        <AnswerTable answer={answer} say={say} />
        {question.by?.includes('employee_group') ? (
          <p className={styles.note}>{words.fewEmployees(fewestEmployees)}</p>
        ) : null}
      </Section>
      <Doors question={question} />
      <RowsBehind question={question} />
      <p className={styles.definition}>
        {words.definition(terms.metrics[answer.metric], answer.definitionVersion)}{' '}
        {understand.pulse.fresh(format.when(answer.freshAt))}
      </p>
      <HowMade run={answer.run} />
    </div>
  );
}

/** What weighting costs, and whom it cannot stand for. */
function Weighting({ answer, say }: { answer: Answer; say: AnswerWords }) {
  const { explore: words } = useWords();
  const format = useFormats();
  const { designEffect, effectiveN, notRepresented } = answer.weighting!;
  return (
    <>
      {words.weighted(format.number(designEffect, 2), format.count(Math.round(effectiveN)))}
      {notRepresented.length > 0
        ? ` ${words.notRepresented(notRepresented.map(say.category).join(', '))}`
        : ''}
    </>
  );
}
