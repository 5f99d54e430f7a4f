// Measures the change detector on simulated workspaces: false cards, power and delay. For `lyhord bench changes`.
import { type ChangeDetector, type ChangeFinding, changeDetector } from '../change/change-detector.ts';
import type { StreamState } from '../change/stream-state.ts';
import { drawMultinomial, drawNormal, drawPoisson } from '../random/draws.ts';
import { type Random, xoshiro128 } from '../random/xoshiro128.ts';

/** A simulated workspace. */
export interface ChangeScenario {
  places: number;
  answersPerWeek: number;
  /** shares of detractors, passives and promoters before any change */
  mix: readonly [number, number, number];
  /** days of history that the detector has seen before the first day */
  historyDays: number;
  /** the usual level is known exactly and watching starts on day 0: what detection theory assumes */
  knownBaseline: boolean;
  /** looks per day; answers arrive spread over them */
  looksPerDay: number;
  falseCardsPerMonth: number;
  /** standard deviation of each place's week-to-week shocks, in points */
  weeklyShock: number;
  /** what the detector is told about them */
  dispersion: number;
}

/** The setting of the published figures: 30 days, an NPS of 30, half a year of history. */
export const USUAL_SCENARIO: ChangeScenario = {
  places: 60,
  answersPerWeek: 60,
  mix: [0.2, 0.3, 0.5],
  historyDays: 182,
  knownBaseline: false,
  looksPerDay: 1,
  falseCardsPerMonth: 0.1,
  weeklyShock: 0,
  dispersion: 1,
};

/** Quiet runs of 30 days: how many had a card, and how many cards there were. */
export interface QuietFigures {
  runs: number;
  runsWithCard: number;
  cardsPerRun: number;
}

/** Places whose score falls on day 0: how many were found in time, and what was said of them. */
export interface FallFigures {
  places: number;
  foundIn14Days: number;
  foundIn28Days: number;
  /** mean over found places of size said minus true size, in points */
  sizeBias: number;
  /** share of found places whose interval held the true size */
  sizeCovered: number;
  /** share of found places whose range of first days held the true one */
  onsetCovered: number;
  /** median distance of the said first day from the true one */
  onsetErrorDays: number;
}

const NPS = [-100, 0, 100];

function detectorFor(scenario: ChangeScenario): ChangeDetector {
  return changeDetector({
    kind: { kind: 'classes', values: NPS },
    streams: scenario.places,
    falseCardsPerMonth: scenario.falseCardsPerMonth,
    fallShare: 1,
    dispersion: scenario.dispersion,
  });
}

/** One place's answers, day by day. */
class Place {
  state: StreamState;
  private readonly detector: ChangeDetector;
  private readonly scenario: ChangeScenario;
  private readonly random: Random;
  private shock = 0;

  constructor(detector: ChangeDetector, scenario: ChangeScenario, random: Random) {
    this.detector = detector;
    this.scenario = scenario;
    this.random = random;
    if (scenario.knownBaseline) {
      const answers = 1e6;
      const day = -Math.round((7 * answers) / scenario.answersPerWeek);
      this.state = detector.record(detector.start(0), {
        day,
        tally: scenario.mix.map((share) => share * answers),
      });
      return;
    }
    this.state = detector.start(-scenario.historyDays);
    for (let day = -scenario.historyDays; day < 0; day++) this.liveDay(day, 0, 1, () => false);
  }

  /** Lives one day at `points` above the usual score; true as soon as a look at it was told to stop. */
  liveDay(day: number, points: number, looks: number, stop: () => boolean): boolean {
    const { mix, answersPerWeek, weeklyShock } = this.scenario;
    if (weeklyShock > 0 && (day + 700_000) % 7 === 0) this.shock = drawNormal(this.random) * weeklyShock;
    const shift = (points + this.shock) / 200;
    const detractors = Math.min(1, Math.max(0, mix[0] - shift));
    const promoters = Math.min(1 - detractors, Math.max(0, mix[2] + shift));
    const shares = [detractors, Math.max(0, 1 - detractors - promoters), promoters];
    const tally = [0, 0, 0];
    for (let look = 0; look < looks; look++) {
      const arrived = drawMultinomial(
        this.random,
        drawPoisson(this.random, answersPerWeek / 7 / looks),
        shares,
      );
      arrived.forEach((count, k) => {
        tally[k]! += count;
      });
      this.state = this.detector.record(this.state, { day, tally });
      if (stop()) return true;
    }
    return false;
  }
}

/** Lives `days` days; the first day with a card, or null. */
function firstCard(detector: ChangeDetector, place: Place, days: number, points: number, looks: number) {
  for (let day = 0; day < days; day++) {
    const found = place.liveDay(day, points, looks, () => detector.look(place.state, day)?.changed === true);
    if (found) return { day, finding: detector.look(place.state, day)! };
  }
  return null;
}

/**
 * Simulates quiet runs of 30 days of a whole workspace in its steady state: places that would already have had a card
 * from their history are drawn anew, as if that card had been dealt with.
 *
 * @param scenario see USUAL_SCENARIO
 * @param runs     whole number ≥ 1
 * @param seed     seed of the simulation
 */
export function quietRuns(scenario: ChangeScenario, runs: number, seed: number): QuietFigures {
  const random = xoshiro128(seed);
  const detector = detectorFor(scenario);
  let runsWithCard = 0;
  let cards = 0;
  for (let run = 0; run < runs; run++) {
    let inRun = 0;
    for (let index = 0; index < scenario.places; index++) {
      const place = freshPlace(detector, scenario, random);
      if (firstCard(detector, place, 30, 0, scenario.looksPerDay)) inRun += 1;
    }
    cards += inRun;
    runsWithCard += Number(inRun > 0);
  }
  return { runs, runsWithCard: runsWithCard / runs, cardsPerRun: cards / runs };
}

function freshPlace(detector: ChangeDetector, scenario: ChangeScenario, random: Random): Place {
  for (;;) {
    const place = new Place(detector, scenario, random);
    if (detector.look(place.state, -1)?.changed !== true) return place;
  }
}

/**
 * Simulates places whose score moves by `points` on day 0 and stays there.
 *
 * @param scenario see USUAL_SCENARIO
 * @param points   true change, in points of NPS; below 0 a fall
 * @param places   how many such places to simulate, whole number ≥ 1
 * @param seed     seed of the simulation
 */
export function fallingPlaces(
  scenario: ChangeScenario,
  points: number,
  places: number,
  seed: number,
): FallFigures {
  const random = xoshiro128(seed);
  const detector = detectorFor(scenario);
  const found: ChangeFinding[] = [];
  let within14 = 0;
  for (let index = 0; index < places; index++) {
    const card = firstCard(
      detector,
      freshPlace(detector, scenario, random),
      28,
      points,
      scenario.looksPerDay,
    );
    if (!card) continue;
    found.push(card.finding);
    within14 += Number(card.day < 14);
  }
  const share = (holds: (finding: ChangeFinding) => boolean) => found.filter(holds).length / found.length;
  const errors = found.map(({ since }) => Math.abs(since)).sort((a, b) => a - b);
  return {
    places,
    foundIn14Days: within14 / places,
    foundIn28Days: found.length / places,
    sizeBias: found.reduce((sum, { size }) => sum + size - points, 0) / found.length,
    sizeCovered: share(({ low, high }) => low <= points && points <= high),
    onsetCovered: share(({ sinceEarliest, sinceLatest }) => sinceEarliest <= 0 && 0 <= sinceLatest),
    onsetErrorDays: errors[Math.floor(errors.length / 2)] ?? Number.NaN,
  };
}

/** One figure for `lyhord bench changes`; `bar` null where it is for information. */
export interface MeasuredFigure {
  name: string;
  value: number;
  unit: string;
  bar: number | null;
  side: 'at most' | 'at least' | null;
}

/** Falls of 25 points found in 14 and 28 days at 10 % false 30-day runs: what is possible with a known baseline. */
const POSSIBLE = { 30: [0.08, 0.31], 60: [0.41, 0.85], 120: [0.77, 0.995] } as const;

/**
 * The figures behind `docs/decisions`, one by one since each takes a while: false cards in quiet months, falls found in
 * time, and the same with a known baseline beside what is possible.
 *
 * @param runs   quiet months per setting, whole number ≥ 1 (100 takes about ten minutes in all)
 * @param places falling places per setting, whole number ≥ 1
 * @param seed   seed of the simulations
 */
export function* changeDetectionFigures(
  runs: number,
  places: number,
  seed: number,
): Generator<MeasuredFigure> {
  for (const answersPerWeek of [30, 60, 120] as const) {
    const scenario = { ...USUAL_SCENARIO, answersPerWeek };
    const volume = `60 places, ${answersPerWeek} answers a week`;
    const quiet = quietRuns(scenario, runs, seed);
    const budget = scenario.falseCardsPerMonth + 2 * Math.sqrt(scenario.falseCardsPerMonth / runs);
    yield told(
      `${volume}: false cards in a quiet month at a budget of 0.1`,
      quiet.cardsPerRun,
      'cards',
      budget,
      'at most',
    );
    const usual = fallingPlaces(scenario, -25, places, seed + 1);
    yield told(`${volume}: falls of 25 points found in 14 days`, usual.foundIn14Days, 'share');
    yield told(`${volume}: falls of 25 points found in 28 days`, usual.foundIn28Days, 'share');
    yield told(`${volume}: onset within the range given`, usual.onsetCovered, 'share');
    yield told(`${volume}: size within the interval given`, usual.sizeCovered, 'share', 0.9, 'at least');
    const theory = { ...scenario, knownBaseline: true, falseCardsPerMonth: 0.4 };
    const fresh = quietRuns(theory, runs, seed + 2);
    yield told(
      `${volume}, known baseline: quiet months with a card`,
      fresh.runsWithCard,
      'share',
      0.1,
      'at most',
    );
    const known = fallingPlaces(theory, -25, places, seed + 3);
    const [in14, in28] = POSSIBLE[answersPerWeek];
    yield told(`${volume}, known baseline: found in 14 days`, known.foundIn14Days, 'share', in14, 'at least');
    yield told(`${volume}, known baseline: found in 28 days`, known.foundIn28Days, 'share', in28, 'at least');
  }
}

function told(
  name: string,
  value: number,
  unit: string,
  bar: number | null = null,
  side: 'at most' | 'at least' | null = null,
): MeasuredFigure {
  return { name, value, unit, bar, side };
}
