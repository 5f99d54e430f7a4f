// What a run is asked for, checked once.
import { dayOf, isDay, monthsBefore } from './calendar/days.ts';
import { defaultScenario } from './scenario/default-truths.ts';
import { checkScenario, dayOfMoment } from './scenario/effects.ts';
import { readScenario, type Scenario, type ScenarioRead } from './scenario/scenario.ts';

export interface TwinOptions {
  /** Whole number; default 1. */
  seed?: number;
  /** 1 … 5,000,000; default 100,000. */
  customers?: number;
  /** 1 … 120; default 18. */
  months?: number;
  /** The last day, all of it: 2026-03-31. */
  until: string;
  /** Milliseconds since 1970: nothing that happens later is told, such as the rest of a day that has only begun. */
  cutAt?: number;
  /** What is planted; the demo's own truths where left out. */
  scenario?: Scenario;
}

export interface TwinPlan {
  readonly seed: number;
  readonly customers: number;
  readonly months: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly cutAt: number;
  readonly scenario: ScenarioRead;
  /** Short mark of these options: keeps the ids of different runs apart. */
  readonly mark: string;
}

function whole(name: string, value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new RangeError(`${name} ${value} is not a whole number between ${low} and ${high}`);
  return value;
}

/** FNV-1a over the options: the same options, the same mark. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** @throws RangeError naming the option; ScenarioError where the scenario cannot be planted. */
export function planOf(options: TwinOptions): TwinPlan {
  const seed = whole('seed', options.seed ?? 1, 0, 4_294_967_295);
  const customers = whole('customers', options.customers ?? 100_000, 1, 5_000_000);
  const months = whole('months', options.months ?? 18, 1, 120);
  if (!isDay(options.until))
    throw new RangeError(`until "${options.until}" is not a day; write it as 2026-03-31`);
  const lastDay = dayOf(options.until);
  const firstDay = monthsBefore(lastDay, months) + 1;
  const scenario = scenarioOf(options.scenario, firstDay, lastDay);
  const mark = markOf(JSON.stringify([seed, customers, months, options.until, scenario]));
  return {
    seed,
    customers,
    months,
    firstDay,
    lastDay,
    cutAt: options.cutAt ?? Number.POSITIVE_INFINITY,
    scenario,
    mark,
  };
}

/** The demo's truths that are in force at some time of the run, and one's own, which must be. */
function scenarioOf(own: Scenario | undefined, firstDay: number, lastDay: number): ScenarioRead {
  const defaults = readScenario(defaultScenario);
  const inside = defaults.truths.filter(
    (truth) => truth.to === undefined || dayOfMoment(truth.to, lastDay) >= firstDay,
  );
  if (own === undefined) return { ...defaults, truths: inside };
  const read = readScenario(own);
  checkScenario(read, firstDay, lastDay);
  if (!read.keepDefaults) return read;
  const keys = new Set(read.truths.map((truth) => truth.key));
  return { ...read, truths: [...inside.filter((truth) => !keys.has(truth.key)), ...read.truths] };
}
