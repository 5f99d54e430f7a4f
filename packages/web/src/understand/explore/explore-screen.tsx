import { type Answer, endpoints, type MetricKey, type QuestionToAsk } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { call } from '../../client/call.ts';
import type { Problem } from '../../client/problem.ts';
import { keyOf, useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { AnswerView } from './answer-view.tsx';
import styles from './explore-screen.module.css';
import { type ExploreSearch, questionOf } from './explore-search.ts';
import { QuestionForm } from './question-form.tsx';
import { SampleNote } from './sample-note.tsx';
import { SavedQuestions } from './saved-questions.tsx';

/** Any metric by anything: as a table and a chart, to save, to share and to take along. */
export function ExploreScreen() {
  const { explore: words } = useWords();
  const search = useSearch({ strict: false }) as ExploreSearch;
  const navigate = useNavigate();
  const scope = useScope();
  const metric: MetricKey = search.ask ?? scope.metric;
  const settings = useReply(endpoints.readWorkspace);
  const totals = settings.data?.knownTotals ?? [];
  const question = questionOf(search, metric, scope, totals);
  const client = useQueryClient();
  const asked = (body: QuestionToAsk) => ({
    queryKey: keyOf(endpoints.ask, { body }),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoints.ask, { body }, signal),
  });
  const first = useQuery<Answer, Problem>({
    ...asked({ ...question, sample: 'preview' }),
    enabled: !search.weigh || settings.isFetched,
  });
  const { queryKey } = asked(question);
  const follow = useFollow(JSON.stringify(question));
  const queryFn = ({ signal }: { signal: AbortSignal }) =>
    call(endpoints.ask, { body: question, query: { follow } }, signal);
  const all = useQuery<Answer, Problem>({ queryKey, queryFn, enabled: first.data?.sample !== undefined });
  const reply = all.data ? all : first;
  const change = (next: ExploreSearch) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...next }),
    } as never);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<SavedQuestions search={{ ...search, ask: metric }} open={change} />}
    >
      <QuestionForm metric={metric} search={search} change={change} totalsKnown={totals.length > 0} />
      {reply.fetchStatus === 'idle' && !reply.data && !reply.error ? (
        <Empty
          title={words.stopped}
          actions={<Button onClick={() => void reply.refetch()}>{words.again}</Button>}
        />
      ) : (
        <Loaded
          reply={reply}
          waiting={
            <>
              <p className={styles.waiting}>
                {words.counting}{' '}
                <Button
                  variant="subtle"
                  onClick={() => void client.cancelQueries({ queryKey: [endpoints.ask.id] })}
                >
                  {words.stop}
                </Button>
              </p>
              <WaitingBlock height={280} />
              <WaitingRows rows={6} />
            </>
          }
        >
          {(answer) => (
            <>
              {answer.sample ? (
                <SampleNote
                  sample={answer.sample}
                  counting={all.fetchStatus === 'fetching'}
                  follow={follow}
                  stop={() => void client.cancelQueries({ queryKey })}
                  again={() => void all.refetch()}
                />
              ) : null}
              <AnswerView answer={answer} question={question} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** A name of its own for each question, by which its progress is asked for. */
const useFollow = (question: string): string =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question gets another name
  useMemo(() => `ask-${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`, [question]);
