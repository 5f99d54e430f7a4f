import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartLine, IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Cell, csvOf, saveFile } from '../ui/csv.ts';
import { Section } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { useWords } from '../words/index.ts';

export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Cells as people read them; without it the raw cells are shown. */
  shown?: readonly (readonly ReactNode[])[];
}

interface ChartFrameProps {
  /** The finding in words. */
  title: ReactNode;
  hint?: ReactNode;
  file: string;
  table: ChartTable;
  children: ReactNode;
}

/** A chart with its finding as title, the same as a table, and the table as a file. */
export function ChartFrame({ title, hint, file, table: content, children }: ChartFrameProps) {
  const { ui } = useWords();
  const [asTable, setAsTable] = useState(false);
  const view = asTable ? ui.asChart : ui.asTable;
  return (
    <Section
      title={title}
      hint={hint}
      actions={
        <>
          <Tooltip label={view}>
            <ActionIcon onClick={() => setAsTable((was) => !was)} aria-label={view} aria-pressed={asTable}>
              {asTable ? <IconChartLine size={18} stroke={1.6} /> : <IconTable size={18} stroke={1.6} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label={ui.download}>
            <ActionIcon
              onClick={() => saveFile(`${file}.csv`, csvOf(content.head, content.rows))}
              aria-label={ui.download}
            >
              <IconDownload size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </>
      }
    >
      {asTable ? <PlainTable content={content} /> : children}
    </Section>
  );
}

function PlainTable({ content }: { content: ChartTable }) {
  const rows = content.shown ?? content.rows;
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={content.head.join(', ')}>
      <table className={table.table}>
        <thead>
          <tr>
            {content.head.map((name, i) => (
              <th key={name} scope="col" className={i > 0 ? table.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table of values
            <tr key={at}>
              {row.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their heads
                <td key={i} className={i > 0 ? table.number : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
