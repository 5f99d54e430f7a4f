import { endpoints, type QuestionToAsk } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { named, useWords } from '../../words/index.ts';

/** The newest rows that were counted, each signal with a way to it. */
export function RowsBehind({ question }: { question: QuestionToAsk }) {
  const { explore: words, terms, ui } = useWords();
  const format = useFormats();
  const [opened, setOpened] = useState(false);
  const query = { question: JSON.stringify(question) };
  const reply = useReply(endpoints.questionRows, { query }, { enabled: opened });
  const { data } = useReply(endpoints.listPlaces);
  const places = Object.fromEntries((data?.places ?? []).map(({ id, name }) => [id, name]));
  const kinds: Readonly<Record<string, string>> = { ...terms.kinds, ...terms.events };
  return (
    <Section
      title={words.behind}
      hint={reply.data?.more ? words.newest : undefined}
      actions={
        <Button variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? words.hideRows : words.showRows}
        </Button>
      }
    >
      {opened ? (
        <Loaded reply={reply} waiting={<WaitingRows rows={6} />}>
          {({ rows }) => (
            <FigureTable
              label={words.behind}
              rows={rows.map((row, at) => ({ ...row, at, when: row.at }))}
              keyOf={({ at }) => String(at)}
              columns={[
                { head: words.when, kind: 'name', cell: ({ when }) => format.moment(when) },
                { head: words.dimensions.kind, cell: ({ kind }) => named(kinds, kind) },
                {
                  ...{ head: words.dimensions.place, wide: true },
                  cell: ({ placeId }) => (placeId ? (places[placeId] ?? placeId) : ''),
                },
                {
                  ...{ head: words.dimensions.touchpoint, wide: true },
                  cell: ({ touchpoint }) => (touchpoint ? named(terms.touchpoints, touchpoint) : ''),
                },
                {
                  head: words.reference,
                  cell: ({ signalId, reference }) =>
                    signalId ? (
                      <RowsLink show={{ signal: signalId }}>{words.openSignal}</RowsLink>
                    ) : (
                      reference
                    ),
                },
                {
                  ...{ head: ui.value, kind: 'number' },
                  cell: ({ value, currency }) => {
                    if (value === null) return '';
                    return currency ? format.money(value, currency) : format.number(value, 1);
                  },
                },
              ]}
            />
          )}
        </Loaded>
      ) : null}
    </Section>
  );
}
