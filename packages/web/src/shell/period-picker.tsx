import { Button, Popover, TextInput } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { addDays, monthStart, today } from '../client/days.ts';
import { defaultPeriod, useChangeScope, useScope } from '../client/scope.ts';
import { type Me, useMe } from '../client/session.ts';
import { usePeriodWords } from '../ui/moment.tsx';
import { useWords } from '../words/index.ts';
import styles from './picker.module.css';

interface Preset {
  key: 'week' | 'month' | 'quarter' | 'year' | 'thisMonth' | 'lastMonth' | 'all';
  from: string;
  to: string;
}

/** Periods that a click chooses, counted back from the last day there is anything of. */
export function presetsFor(me: Me): Preset[] {
  const { to } = defaultPeriod(me);
  const lastMonthEnd = addDays(monthStart(to), -1);
  return [
    { key: 'week', from: addDays(to, -6), to },
    { key: 'month', from: addDays(to, -27), to },
    { key: 'quarter', from: addDays(to, -89), to },
    { key: 'year', from: addDays(to, -364), to },
    { key: 'thisMonth', from: monthStart(to), to },
    { key: 'lastMonth', from: monthStart(to, 1), to: lastMonthEnd },
    { key: 'all', from: me.workspace.dataFrom?.slice(0, 10) ?? addDays(to, -364), to },
  ];
}

export function PeriodPicker() {
  const { frame } = useWords();
  const me = useMe();
  const scope = useScope();
  const change = useChangeScope();
  const inWords = usePeriodWords();
  const [opened, setOpened] = useState(false);
  const presets = presetsFor(me);
  const chosen = presets.find(({ from, to }) => from === scope.from && to === scope.to);
  const dates = inWords(scope.from, scope.to);
  // Counted back from today a preset's name says enough; counted back from an older day it would mislead.
  const named = chosen && (chosen.to === today() || chosen.key === 'all') ? chosen.key : null;
  const choose = (period: { from: string; to: string }) => {
    change({ from: period.from, to: period.to });
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={328} trapFocus>
      <Popover.Target>
        <button type="button" className={styles.picker} onClick={() => setOpened((was) => !was)}>
          <IconCalendar size={17} stroke={1.6} aria-hidden="true" />
          <span className={styles.hidden}>{frame.choosePeriod}: </span>
          <span className={styles.name} data-long>
            {named ? frame.presets[named] : dates}
          </span>
          <span className={styles.name} data-short>
            {named ? frame.shortPresets[named] : dates}
          </span>
          <IconChevronDown size={15} stroke={1.8} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={frame.choosePeriod}>
        <div className={styles.period}>
          {presets.map((preset) => (
            <button
              key={preset.key}
              type="button"
              className={styles.preset}
              data-active={preset === chosen || undefined}
              aria-pressed={preset === chosen}
              onClick={() => choose(preset)}
            >
              {frame.presets[preset.key]}
            </button>
          ))}
          <OwnPeriod key={`${scope.from}${scope.to}`} from={scope.from} to={scope.to} choose={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function OwnPeriod({
  from: first,
  to: last,
  choose,
}: {
  from: string;
  to: string;
  choose: (period: { from: string; to: string }) => void;
}) {
  const { frame } = useWords();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const wrong = Boolean(from && to && from > to);
  return (
    <form
      className={styles.days}
      onSubmit={(event) => {
        event.preventDefault();
        if (from && to && !wrong) choose({ from, to });
      }}
    >
      <TextInput
        type="date"
        label={frame.from}
        value={from}
        max={today()}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={frame.to}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      {wrong ? (
        <p className={styles.wrong} role="alert">
          {frame.wrongOrder}
        </p>
      ) : null}
      <Button type="submit" disabled={!from || !to || wrong}>
        {frame.show}
      </Button>
    </form>
  );
}
