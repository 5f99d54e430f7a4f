import type { PlacesOverview } from '@lyhord/contract';
import { Button } from '@mantine/core';
import { IconAlertCircle, IconBriefcase } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useFormats } from '../../ui/format.ts';
import { GoalText } from '../../ui/goal-text.tsx';
import { RowsLink } from '../../ui/rows-link.tsx';
import { ScoreRuler } from '../../ui/score-ruler.tsx';
import { ScoreText } from '../../ui/score-text.tsx';
import { useWords } from '../../words/index.ts';
import { domainOf } from '../pulse/score-list.tsx';
import styles from './league-table.module.css';
import { meanOf } from './place-tone.ts';

type Row = PlacesOverview['rows'][number];
/** Of the places with too few answers so many are shown at first. */
const few = 8;

/** Places from best to worst, in groups within which the order says nothing. */
export function LeagueTable({ overview }: { overview: PlacesOverview }) {
  const { understand, ui } = useWords();
  const [all, setAll] = useState(false);
  const { rows, groups, metric } = overview;
  const domain = domainOf(
    rows.filter(({ shrunken }) => shrunken.value !== null).map(({ shrunken }) => ({ score: shrunken })),
    metric,
  );
  const mean = meanOf(rows);
  const byId = new Map(rows.map((row) => [row.placeId, row]));
  const alike = new Set(rows.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at));
  const unplaced = rows.filter(({ group }) => group === null);
  const row = (one: Row) => (
    <PlaceLine key={one.placeId} row={one} namesake={alike.has(one.name)} {...{ metric, domain, mean }} />
  );
  return (
    <div className={styles.table}>
      {groups.map(({ group, places }) => {
        const members = places.flatMap((id) => byId.get(id) ?? []);
        return (
          <Fragment key={group}>
            <GroupHead members={members} metric={metric} alone={groups.length === 1} />
            <ul>{members.map(row)}</ul>
          </Fragment>
        );
      })}
      {unplaced.length > 0 ? (
        <>
          <h2 className={styles.group}>{understand.places.tooFewGroup}</h2>
          <ul>{(all ? unplaced : unplaced.slice(0, few)).map(row)}</ul>
          {unplaced.length > few ? (
            <Button variant="subtle" onClick={() => setAll((was) => !was)}>
              {all ? ui.showFewer : ui.showAll(unplaced.length)}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function GroupHead({ members, metric, alone }: { members: readonly Row[]; metric: string; alone: boolean }) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const values = members.flatMap(({ shrunken }) => shrunken.value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((end) => format.score(end, metric));
  const range = low === high ? low : ui.range(low!, high!);
  return (
    <h2 className={styles.group}>
      {values.length > 0 ? range : null}
      {members.length > 1 || alone ? <small>{understand.places.within}</small> : null}
    </h2>
  );
}

function PlaceLine({
  row,
  namesake,
  metric,
  domain,
  mean,
}: {
  row: Row;
  /** Another place here is called the same: the country is said, too. */
  namesake: boolean;
  metric: string;
  domain: readonly [number, number];
  mean: number | null;
}) {
  const { understand } = useWords();
  const format = useFormats();
  const words = understand.places;
  const quarter = useQuarter()(row);
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Link to="/places/$placeId" params={{ placeId: row.placeId }}>
          {namesake && row.country ? `${row.name}, ${row.country}` : row.name}
        </Link>
        <span className={styles.pulls}>
          {row.topDown ? <i data-tone="rust">− {row.topDown}</i> : null}
          {row.topUp ? <i data-tone="teal">+ {row.topUp}</i> : null}
          {quarter ? <i>{quarter}</i> : null}
          {row.score.tooFew ? null : (
            <i>
              <GoalText score={row.shrunken} target={row.target} metric={metric} />
            </i>
          )}
        </span>
      </div>
      <span className={styles.ruler}>
        <ScoreRuler
          score={{ ...row.shrunken, tooFew: row.score.tooFew }}
          domain={domain}
          reference={mean}
          target={row.score.tooFew ? null : row.target}
        />
      </span>
      <span className={styles.value}>
        <ScoreText score={row.score.tooFew ? row.score : row.shrunken} metric={metric} />
      </span>
      <span className={styles.count}>
        <RowsLink
          show={{ question: metric, place: row.placeId }}
          label={`${row.name}: ${words.answers} ${row.score.n}`}
        >
          {format.count(row.score.n)}
        </RowsLink>
      </span>
      <span className={styles.marks}>
        {row.openChanges > 0 ? (
          <Link
            to="/changes"
            search={{ place: row.placeId, state: 'new' }}
            title={words.openChanges(row.openChanges)}
            aria-label={`${row.name}: ${words.openChanges(row.openChanges)}`}
            data-tone="rust"
          >
            <IconAlertCircle size={16} stroke={1.7} aria-hidden="true" />
            {row.openChanges}
          </Link>
        ) : null}
        {row.openCases > 0 ? (
          <Link
            to="/cases"
            search={{ place: row.placeId }}
            title={words.openCases(row.openCases)}
            aria-label={`${row.name}: ${words.openCases(row.openCases)}`}
          >
            <IconBriefcase size={16} stroke={1.7} aria-hidden="true" />
            {row.openCases}
          </Link>
        ) : null}
      </span>
    </li>
  );
}

/** Surer than this of the quarter that a place belongs to, it is said; below it would read like a rank. */
const sure = 0.8;
/** A share of some hundred draws; nothing is ever wholly sure. */
const surest = 0.99;

function useQuarter(): (row: Row) => string | null {
  const { runs: words } = useWords();
  const format = useFormats();
  return ({ topQuarter, bottomQuarter }) => {
    const said = (share: number) => format.share(Math.min(surest, share));
    if (topQuarter !== null && topQuarter >= sure) return words.topQuarter(said(topQuarter));
    if (bottomQuarter !== null && bottomQuarter >= sure) return words.bottomQuarter(said(bottomQuarter));
    return null;
  };
}
