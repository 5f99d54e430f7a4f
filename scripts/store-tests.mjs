// Which tests run again with the warehouse over the network: as few seconds of them as ask it everything that the
// product asked of it in the first run. What was asked, each run writes into a folder that LYHORD_TEST_ASKED names
// (packages/server/src/platform/testing/asked-of-warehouse.ts).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What each test file had asked, as a map from its path to a set of pieces. */
export function readAsked(folder) {
  const asked = new Map();
  for (const name of readdirSync(folder)) {
    const one = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    asked.set(one.file, new Set([...(asked.get(one.file) ?? []), ...one.asked]));
  }
  return asked;
}

/** Seconds that each test file took, from vitest's report as JSON. */
export function readSeconds(report) {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return new Map(
    testResults.map(({ name, startTime, endTime }) => [
      relative(process.cwd(), name),
      (endTime - startTime) / 1000,
    ]),
  );
}

/** Where the way to the stores lies itself: these tests run again whatever they ask. */
const ownWays = /\/src\/(platform|collect\/(commit|recording|recovery))\//;

/** Files that together asked everything: those first that ask most that is new in a second, then none too many. */
export function coveringFiles(asked, seconds) {
  const cost = (file) => (seconds.get(file) ?? 0) + 0.5;
  const chosen = [...asked.keys()].filter((file) => ownWays.test(file));
  const known = union(asked, chosen);
  const left = new Set([...union(asked, [...asked.keys()])].filter((piece) => !known.has(piece)));
  while (left.size > 0) {
    const gain = (file) => [...asked.get(file)].filter((piece) => left.has(piece)).length / cost(file);
    const best = [...asked.keys()].reduce((one, other) => (gain(other) > gain(one) ? other : one));
    chosen.push(best);
    for (const piece of asked.get(best)) left.delete(piece);
  }
  const isNeeded = (file, others) => {
    const rest = union(asked, others);
    return ownWays.test(file) || [...asked.get(file)].some((piece) => !rest.has(piece));
  };
  return chosen
    .toSorted((a, b) => cost(b) - cost(a))
    .reduce((kept, file) => {
      const others = kept.filter((other) => other !== file);
      return isNeeded(file, others) ? kept : others;
    }, chosen);
}

/** The part of the first run that the second has not asked. */
export function notAskedAgain(first, second) {
  const again = union(second, [...second.keys()]);
  const left = [...first].map(([file, pieces]) => [
    file,
    new Set([...pieces].filter((piece) => !again.has(piece))),
  ]);
  return new Map(left.filter(([, pieces]) => pieces.size > 0));
}

function union(asked, files) {
  return new Set(files.flatMap((file) => [...asked.get(file)]));
}
