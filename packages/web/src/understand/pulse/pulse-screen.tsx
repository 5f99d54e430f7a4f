import { endpoints, type Pulse } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lengthInDays } from '../../client/days.ts';
import { useReply } from '../../client/queries.ts';
import { type Scope, scopeQuery, useScope } from '../../client/scope.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { Doors, lowAnswers } from '../behind/doors.tsx';
import { AnswerRate } from './answer-rate.tsx';
import { BigScore } from './big-score.tsx';
import { MetricSwitch } from './metric-switch.tsx';
import { Money } from './money.tsx';
import { Pulls } from './pulls.tsx';
import styles from './pulse-screen.module.css';
import { ScoreList } from './score-list.tsx';
import { Trend } from './trend.tsx';

/** The common metric, what moved it, what pulls it up and down, and the money behind it. */
export function PulseScreen() {
  const { understand } = useWords();
  const scope = useScope();
  const reply = useReply(endpoints.pulse, { query: scopeQuery(scope) });
  const find = useFinding();
  return (
    <Page
      title={understand.pulse.title}
      finding={reply.data ? find(reply.data, scope) : undefined}
      actions={<MetricSwitch />}
    >
      <Loaded reply={reply} waiting={<PulseWaiting />}>
        {(pulse) => (pulse.score.n === 0 ? <NoAnswers /> : <PulseBody pulse={pulse} scope={scope} />)}
      </Loaded>
    </Page>
  );
}

function PulseBody({ pulse, scope }: { pulse: Pulse; scope: Scope }) {
  const { terms, understand } = useWords();
  return (
    <div className={styles.body}>
      <BigScore pulse={pulse} />
      <Trend pulse={pulse} />
      <Pulls pulse={pulse} />
      <div className={styles.columns}>
        <ScoreList
          title={understand.pulse.byTouchpoint}
          rows={pulse.touchpoints}
          names={terms.touchpoints}
          metric={pulse.metric}
          field="touchpoint"
        />
        <ScoreList
          title={understand.pulse.byChannel}
          rows={pulse.channels}
          names={terms.channels}
          metric={pulse.metric}
          field="channel"
        />
      </div>
      <Doors question={lowAnswers({ ...scope, metric: pulse.metric })} low />
      <Money pulse={pulse} scope={scope} />
      <AnswerRate pulse={pulse} />
    </div>
  );
}

/** The screen's first sentence: where the metric stands and whether it has clearly moved. */
export function useFinding(): (pulse: Pulse, scope: Scope) => string {
  const { terms, understand, ui } = useWords();
  const format = useFormats();
  return ({ metric, score, difference }, { from, to }) => {
    if (score.n === 0) return understand.pulse.nothing;
    const name = terms.metrics[metric];
    if (score.value === null) return `${name}: ${ui.tooFew(score.n)}`;
    const is = understand.pulse.is(name, format.score(score.value, metric));
    const days = lengthInDays(from, to);
    if (!difference) return `${is}, ${understand.pulse.noBefore}`;
    if (!difference.clear) return `${is}, ${understand.pulse.unclear(days)}`;
    const points = format.score(Math.abs(difference.value), metric);
    return `${is}, ${difference.value > 0 ? understand.pulse.clearUp(points, days) : understand.pulse.clearDown(points, days)}`;
  };
}

function NoAnswers() {
  const { understand } = useWords();
  return (
    <Empty
      title={understand.pulse.nothing}
      actions={
        <>
          <Button component={Link} to="/surveys">
            {understand.pulse.ask}
          </Button>
          <Button component={Link} to="/settings/sources" variant="default">
            {understand.pulse.load}
          </Button>
        </>
      }
    >
      {understand.pulse.nothingHint}
    </Empty>
  );
}

function PulseWaiting() {
  return (
    <div className={styles.body}>
      <WaitingBlock height={104} />
      <WaitingBlock height={300} />
      <div className={styles.columns}>
        <WaitingRows rows={5} />
        <WaitingRows rows={5} />
      </div>
    </div>
  );
}
