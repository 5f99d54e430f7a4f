import { type DriversReport, endpoints } from '@lyhord/contract';
import { Select } from '@mantine/core';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useAddressed, useScope } from '../../client/scope.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { LongerPeriod } from '../../ui/longer-period.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { named, useWords } from '../../words/index.ts';
import { Doors, lowAnswers } from '../behind/doors.tsx';
import { HowMade } from '../model-run.tsx';
import { MetricSwitch } from '../pulse/metric-switch.tsx';
import { DriverFigures } from './driver-figures.tsx';
import { DriverList } from './driver-list.tsx';
import { DriverMap } from './driver-map.tsx';
import { useDriverName } from './driver-name.ts';
import styles from './drivers-screen.module.css';
import { WhatIf } from './what-if.tsx';

/** What goes with the metric most, how well it is done, and what a better one would be worth. */
export function DriversScreen() {
  const { drivers: words, terms } = useWords();
  const scope = useScope();
  const [touchpoint = null, setTouchpoint] = useAddressed<string>('touchpoint');
  const query = { ...scopeQuery(scope), ...(touchpoint ? { touchpoint } : {}) };
  const reply = useReply(endpoints.drivers, { query });
  const find = useDriversFinding();
  const touchpoints = reply.data?.touchpoints ?? [];
  return (
    <Page
      title={words.title}
      finding={reply.data?.rSquared != null ? find(reply.data) : undefined}
      lead={words.lead}
      actions={
        <>
          <Select
            aria-label={words.touchpoint}
            placeholder={words.allTouchpoints}
            data={touchpoints.map(({ key, n }) => ({
              value: key,
              label: `${named(terms.touchpoints, key)} (${n})`,
            }))}
            value={touchpoint}
            onChange={(value) => setTouchpoint(value ?? undefined)}
            clearable
            className={styles.touchpoint}
          />
          <MetricSwitch />
        </>
      }
    >
      <Loaded reply={reply} waiting={<DriversWaiting />}>
        {(report) => (report.drivers.length === 0 ? <NotEnough report={report} /> : <Body report={report} />)}
      </Loaded>
    </Page>
  );
}

function Body({ report }: { report: DriversReport }) {
  const scope = useScope();
  const { drivers: words, terms } = useWords();
  const format = useFormats();
  const metric = terms.metrics[report.metric];
  return (
    <div className={styles.body}>
      {report.halo ? (
        <p className={styles.warning} role="note">
          {words.halo}
        </p>
      ) : null}
      <div className={styles.columns}>
        <Section title={words.map} hint={words.mapHint}>
          <DriverMap report={report} />
        </Section>
        <WhatIf report={report} />
      </div>
      <Section title={words.list} hint={words.listHint(metric)}>
        <DriverList report={report} />
        <DriverFigures report={report} />
      </Section>
      <Doors question={lowAnswers({ ...scope, metric: report.metric })} low />
      <LeftOut report={report} />
      <p className={styles.method}>
        {words.method(format.share(report.rSquared ?? 0), format.count(report.n), report.method ?? 'lmg')}
      </p>
      <HowMade run={report.run} />
    </div>
  );
}

function LeftOut({ report }: { report: DriversReport }) {
  const { drivers: words } = useWords();
  const name = useDriverName();
  if (report.leftOut.length === 0) return null;
  const list = report.leftOut.map((one) => `${name(one)} (${one.n})`).join(', ');
  return <p className={styles.method}>{words.leftOut(list)}</p>;
}

function NotEnough({ report }: { report: DriversReport }) {
  const { drivers: words } = useWords();
  return (
    <Empty title={words.notEnough} actions={<LongerPeriod />}>
      {words.needed(report.n, report.needed)}
    </Empty>
  );
}

function DriversWaiting() {
  return (
    <div className={styles.body}>
      <div className={styles.columns}>
        <WaitingBlock height={420} />
        <WaitingBlock height={420} />
      </div>
      <WaitingRows rows={8} />
    </div>
  );
}

/** Says what matters most, and which important driver is done worst. */
function useDriversFinding(): (report: DriversReport) => string {
  const { drivers: words, terms } = useWords();
  const name = useDriverName();
  return ({ drivers, metric }) => {
    const [first] = drivers;
    if (!first) return words.title;
    const invest = drivers.find(({ field }) => field === 'invest');
    const finding = words.finding(name(first), terms.metrics[metric]);
    if (!invest) return finding;
    return invest === first
      ? words.findingSame(name(first), terms.metrics[metric])
      : `${finding}; ${words.findingInvest(name(invest).toLocaleLowerCase())}`;
  };
}
