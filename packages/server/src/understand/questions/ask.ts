// Answers a question of the metrics: each number with its n and interval, held against what was asked for.
import type { Answer, AnswerRow, Dimension, Locale, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { QueryLimits, Warehouse } from '../../platform/stores/warehouse.ts';
import { isOperations, metricDefinitions } from '../metrics/definitions.ts';
import { methodWords } from '../metrics/method-words.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { type Counts, noCounts, scoreDifference, scoreOf } from '../metrics/score.ts';
import type { TargetOwner, Targets } from '../pulse/target.ts';
import { checkedPeriod } from './calendar.ts';
import { compileQuestion, keysOf } from './compile-question.ts';
import { type CountedGroup, type CountRow, countsOf } from './count-rows.ts';
import {
  checkEmployees,
  groupsOfEmployees,
  groupsOfFewEmployees,
  withEveryEmployee,
} from './employee-groups.ts';
import type { QuestionContext } from './question-context.ts';
import { estimated, sampleFor } from './sample.ts';
import { shrunkenRows } from './shrink-groups.ts';
import { isLineDimension, productNames } from './subject-parts.ts';
import { weighable, weightedGroups, worth } from './weigh-groups.ts';
import { differsByFew, type Overlapping, overlappingCells, withheldCells } from './withhold-cells.ts';

/** Counts per group; the ground on which scores, differences and shrinkage stand. */
export async function countGroups(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  limits: QueryLimits = {},
): Promise<CountedGroup[]> {
  checkedPeriod(question.period);
  const definition = metricDefinitions[question.metric];
  const { statement } = compileQuestion(withEveryEmployee(question), definition, context);
  const rows = await warehouse.query<CountRow & Record<string, string | number>>(statement, limits);
  const keys = keysOf(question, definition);
  return groupsOfEmployees(
    rows.map((row) => ({
      keys: Object.fromEntries(keys.map((key, index) => [key, row[`k${index}`] ?? ''])),
      counts: countsOf(row),
    })),
  );
}

export type Waiting = Pick<QueryLimits, 'signal' | 'name'>;

export interface AskParts {
  readonly warehouse: Warehouse;
  /** The context of the same reader for another period. */
  readonly contextOf: (period: Question['period']) => Promise<QuestionContext>;
  /** The goals that count; null where there is none. */
  readonly targets: () => Promise<Targets>;
  readonly freshAt: string;
  /** Whoever waits: aborting stops the question in the warehouse, too; by the name its progress is known. */
  readonly waiting?: Waiting | undefined;
}

/** Answers a question of the metrics, each number with its n and interval. */
export async function answerQuestion(parts: AskParts, question: Question): Promise<Answer> {
  const definition: MetricDefinition = metricDefinitions[question.metric];
  checkEmployees(question);
  const whole = await parts.contextOf(question.period);
  const oneIn = await sampleFor(parts.warehouse, question, definition, whole);
  const context = oneIn === null ? whole : { ...whole, sample: oneIn };
  const counted = await groupsToAnswer(parts, question, context);
  const weigh = (cells: readonly CountedGroup[]) =>
    question.weights?.length ? weightedGroups(definition, question, cells, whole.placesAbove) : null;
  const weighted = weigh(counted);
  const groups = weighted?.groups ?? counted;
  const plain = groups.map(({ keys, counts, designEffect }): AnswerRow => {
    const score = scoreOf(definition, counts, designEffect);
    return { keys, ...(oneIn === null ? score : estimated(definition, counts, score, oneIn)) };
  });
  const kept = await hiddenRows(parts, question, definition, groups, context);
  const estimates = oneIn !== null && definition.interval === 'none';
  const compared = estimates
    ? plain
    : await comparedRows({ parts, question, definition, groups, rows: plain, oneIn, weigh });
  const shown =
    question.few === 'shrink'
      ? shrunkenRows(definition, groups, compared)
      : { rows: compared.map((row, index) => (kept.has(index) ? withheld(row) : row)) };
  const rows = shown.rows.slice(0, question.limit);
  return {
    metric: question.metric,
    unit: definition.unit,
    method: methodOf(definition, question, oneIn, whole.viewer.locale),
    definitionVersion: definition.version,
    minimumN: definition.minimumN,
    freshAt: parts.freshAt,
    rowsAt: `/api/questions/rows?question=${encodeURIComponent(JSON.stringify({ ...question, sample: undefined }))}`,
    ...(weighted ? { weighting: weighted.weighting } : {}),
    ...(oneIn === null ? {} : { sample: { oneIn } }),
    ...(question.by.includes('product') ? { products: await namesOf(parts, whole, rows) } : {}),
    ...shown,
    rows,
  };
}

/** More groups than these are not counted as a whole. */
const mostGroups = 100_000;

/**
 * The groups that an answer is made of. Where small ones are withheld these are all that there are, not only as many as are
 * asked for: a limit would cut the small ones off and show what gives them away.
 */
async function groupsToAnswer(
  parts: AskParts,
  question: Question,
  context: QuestionContext,
): Promise<CountedGroup[]> {
  const hides = question.few === 'hide' && metricDefinitions[question.metric].minimumN > 0;
  const asked = weighable(hides ? { ...question, limit: mostGroups + 1 } : question);
  const counted = await countGroups(parts.warehouse, asked, context, limitsOf(parts));
  if (counted.length > mostGroups)
    throw new Problem('invalid_input', because('groups_too_many', { most: mostGroups }));
  return counted;
}

async function namesOf(
  { warehouse }: AskParts,
  context: QuestionContext,
  rows: readonly Pick<AnswerRow, 'keys'>[],
) {
  const ids = [...new Set(rows.map(({ keys }) => String(keys.product)))];
  const found = await warehouse.query<{ id: string; name: string }>(productNames(context, ids));
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}

/** What is withheld of an answer; of parts that overlap also what the whole, and of segments what two of them, would tell. */
async function hiddenRows(
  parts: AskParts,
  question: Question,
  definition: MetricDefinition,
  groups: readonly CountedGroup[],
  context: QuestionContext,
): Promise<Set<number>> {
  if (question.few !== 'hide') return new Set();
  const few = groupsOfFewEmployees(groups);
  if (definition.minimumN === 0) return few;
  const hidden = new Set([...few, ...withheldRows(definition, groups)]);
  for (const one of question.by) {
    if (one !== 'segment' && !isLineDimension(one)) continue;
    for (const index of await overlapping(parts, question, one, groups, context)) hidden.add(index);
  }
  return hidden;
}

/** Cells that the whole without the dimension `over`, or another segment, would tell by subtraction. */
async function overlapping(
  parts: AskParts,
  question: Question,
  over: Dimension,
  groups: readonly CountedGroup[],
  context: QuestionContext,
): Promise<Set<number>> {
  const by = question.by.filter((one) => one !== over);
  const { compare: _, weights: __, ...asked } = question;
  const whole = await groupsToAnswer(parts, { ...asked, by }, context);
  const rest = (keys: CountedGroup['keys']) => JSON.stringify(by.map((one) => keys[one]));
  const totals = new Map(whole.map(({ keys, counts }) => [rest(keys), counts.n]));
  const cells = groups.map(({ keys, counts }): Overlapping => {
    const [group, part] = [rest(keys), over === 'segment' ? String(keys.segment) : ''];
    return { group, part, n: counts.n, of: totals.get(group) ?? 0 };
  });
  return overlappingCells(cells, metricDefinitions[question.metric].minimumN);
}

/** Groups with too few, and those that would tell them by subtraction; what is a full count is never withheld. */
const withheldRows = (definition: MetricDefinition, groups: readonly CountedGroup[]): Set<number> =>
  withheldCells(
    groups.map(({ keys, counts }) => ({ keys: Object.values(keys), n: counts.n })),
    definition.minimumN,
  );
function withheld({ keys, n, compared, difference }: AnswerRow): AnswerRow {
  return {
    ...{ keys, value: null, low: null, high: null, n, tooFew: true },
    ...(compared === undefined ? {} : { compared }),
    ...(difference === undefined ? {} : { difference: null }),
  };
}

/** A question that nobody waits for any more is stopped; one whose progress is followed may take its time. */
const limitsOf = ({ waiting }: AskParts): QueryLimits =>
  waiting?.name === undefined ? (waiting ?? {}) : { ...waiting, timeoutMs: followedMs };
const followedMs = 120_000;

function methodOf(
  definition: MetricDefinition,
  { weights, few }: Question,
  oneIn: number | null,
  locale: Locale,
): string {
  const words = methodWords[locale];
  const parts = [words.intervals[definition.interval]];
  if (oneIn !== null) {
    if (definition.interval === 'none') parts[0] = words.estimated;
    parts.push(words.sample(oneIn));
  }
  const rows = isOperations(definition) ? definition.rows : null;
  if (rows?.unit === 'repeated') parts.push(words.followed(rows.withinDays));
  if (weights?.length) parts.push(words.weighted);
  if (few === 'shrink') parts.push(words.shrunken);
  return parts.join('; ');
}

/** Each row beside the same group of the other question; groups are matched by every key but the one compared. */
async function comparedRows({
  parts,
  question,
  definition,
  groups,
  rows,
  oneIn,
  weigh,
}: {
  parts: AskParts;
  question: Question;
  definition: MetricDefinition;
  groups: readonly CountedGroup[];
  rows: readonly AnswerRow[];
  oneIn: number | null;
  /** What is held against a weighted answer is weighted to the same totals. */
  weigh: (cells: readonly CountedGroup[]) => { groups: readonly CountedGroup[] } | null;
}): Promise<AnswerRow[]> {
  const { compare, ...asked } = question;
  if (!compare) return [...rows];
  if ('target' in compare) {
    const targets = await parts.targets();
    return rows.map((row) => ({ ...row, ...againstTarget(row, targets(ownerOf(question, row))) }));
  }
  const other: Question = {
    ...asked,
    ...('period' in compare ? { period: compare.period } : {}),
    ...('place' in compare ? { place: compare.place } : {}),
    ...('where' in compare ? { where: compare.where } : {}),
  };
  const whole = await parts.contextOf(other.period);
  const context = oneIn === null ? whole : { ...whole, sample: oneIn };
  const counted = await groupsToAnswer(parts, other, context);
  const found = weigh(counted)?.groups ?? counted;
  const keyOf = ({ keys }: Pick<CountedGroup, 'keys'>) => JSON.stringify(keys);
  const others = new Map(found.map((group) => [keyOf(group), group]));
  const hidden = await hiddenRows(parts, other, definition, found, context);
  const tooFewThen = new Set(found.filter((_, index) => hidden.has(index)).map(keyOf));
  const { period } = question;
  const overlaps =
    other.period.from <= period.to && other.period.to >= period.from && question.few === 'hide';
  return rows.map((row, index) => {
    const before = others.get(keyOf(row)) ?? { keys: row.keys, counts: noCounts };
    const { n } = before.counts;
    const few = overlaps && differsByFew(groups[index]!.counts.n, n, definition.minimumN);
    if (few || tooFewThen.has(keyOf(row))) {
      return { ...row, compared: { ...scoreOf(definition, noCounts), n, tooFew: true }, difference: null };
    }
    return {
      ...row,
      compared: scoreOf(definition, before.counts, before.designEffect),
      difference: differenceOf(definition, worth(before), worth(groups[index]!)),
    };
  });
}

/** How far the second lies above the first; of full counts without an interval. */
export function differenceOf(
  definition: MetricDefinition,
  before: Counts,
  after: Counts,
): NonNullable<AnswerRow['difference']> | null {
  const found = scoreDifference(definition, before, after);
  if (found || definition.interval !== 'none') return found;
  const value = (scoreOf(definition, after).value ?? 0) - (scoreOf(definition, before).value ?? 0);
  return { value, low: null, high: null, clear: value !== 0 };
}

/** Each group has the goal of its own touchpoint or place, where it is one's. */
const ownerOf = ({ place }: Question, { keys }: AnswerRow): TargetOwner => ({
  place: keys.place === undefined || keys.place === '' ? place : String(keys.place),
  touchpoint: keys.touchpoint === undefined ? undefined : String(keys.touchpoint),
});

function againstTarget(row: AnswerRow, target: number | null): Partial<AnswerRow> {
  if (target === null || row.value === null) return { difference: null };
  const [low, high] = [(row.low ?? row.value) - target, (row.high ?? row.value) - target];
  return { difference: { value: row.value - target, low, high, clear: low > 0 || high < 0 } };
}

export type Asker = (viewer: Viewer, question: Question) => Promise<Answer>;
