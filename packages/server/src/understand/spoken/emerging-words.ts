// Promise: of the words shown as emerging, over all places and words looked at together, at most a small share is chance.
import type { EmergingWords, Period, SpokenWord } from '@lyhord/contract';
import { type ComparedWord, compareWords, type WordToCompare } from '@lyhord/stats';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { addDays, periodLength } from '../questions/calendar.ts';
import { type Spoken, type SpokenText, spokenTexts } from './spoken-texts.ts';

export const falseShare = 0.1;
/** By comments of both times together: choosing by the recent ones would choose the findings. */
const fewestInAll = 6;
const fewestRecent = 3;
const mostWords = 24;
const longestRecent = 28;
const longestBefore = 180;

/** What the last weeks of a period say more than the time before them, at each place and at all together. */
export async function readEmergingWords(
  ground: Ground,
  viewer: Viewer,
  question: Period & { place?: string | undefined },
): Promise<EmergingWords> {
  const { recent, before } = halvesOf(question);
  const places = await ground.placesOf(viewer, question.place);
  const whole = { from: before.from, to: recent.to };
  const spoken = await spokenTexts(ground.platform.warehouse, viewer, whole, places);
  const tree = await ground.placeTree(viewer.workspaceId);
  const families = [{ placeId: null as string | null, texts: spoken.texts }, ...byPlace(spoken.texts)];
  const pairs = families.flatMap(({ placeId, texts }) =>
    countsOf(texts, ({ day }) => day >= recent.from).map((word) => ({ placeId, word })),
  );
  const compared = compareWords(
    pairs.map(({ word }) => word),
    { side: 'more' },
  );
  const found = compared
    .map((word, index) => ({ ...word, placeId: pairs[index]!.placeId }))
    .filter(({ adjustedP, own }) => adjustedP <= falseShare && own >= fewestRecent)
    .sort((a, b) => a.adjustedP - b.adjustedP || b.z - a.z);
  const counted = (inside: boolean) => spoken.texts.filter(({ day }) => day >= recent.from === inside).length;
  return {
    recent: { ...recent, comments: counted(true) },
    before: { ...before, comments: counted(false) },
    falseShare,
    compared: compared.length,
    words: withoutEchoes(found)
      .slice(0, mostWords)
      .map((word) => ({
        ...shownWord(word, spoken),
        placeId: word.placeId,
        placeName: word.placeId === null ? null : tree.nameOf(word.placeId),
      })),
  };
}

/** The last quarter of a period, four weeks at most; and what lies before it, up to half a year. */
function halvesOf(period: Period): { recent: Period; before: Period } {
  const length = Math.max(7, Math.min(longestRecent, Math.round(periodLength(period) / 4)));
  const from = addDays(period.to, 1 - length);
  const earlier = Math.min(longestBefore, Math.max(periodLength(period) - length, 3 * length));
  return {
    recent: { from, to: period.to },
    before: { from: addDays(from, -earlier), to: addDays(from, -1) },
  };
}

function byPlace(texts: readonly SpokenText[]): { placeId: string; texts: SpokenText[] }[] {
  const places = new Map<string, SpokenText[]>();
  for (const text of texts) {
    if (text.placeId === '') continue;
    const known = places.get(text.placeId);
    if (known) known.push(text);
    else places.set(text.placeId, [text]);
  }
  return places.size < 2 ? [] : [...places].map(([placeId, own]) => ({ placeId, texts: own }));
}

/** Comments with each term, inside and outside, where enough have it in all. */
export function countsOf(
  texts: readonly SpokenText[],
  isOwn: (text: SpokenText) => boolean,
): WordToCompare[] {
  const counts = new Map<string, [number, number]>();
  let ownTotal = 0;
  for (const text of texts) {
    const side = isOwn(text) ? 0 : 1;
    if (side === 0) ownTotal += 1;
    for (const term of text.terms) {
      const known = counts.get(term) ?? [0, 0];
      known[side] += 1;
      counts.set(term, known);
    }
  }
  const restTotal = texts.length - ownTotal;
  return [...counts]
    .filter(([, [own, rest]]) => own + rest >= fewestInAll)
    .map(([word, [own, rest]]) => ({ word, own, rest, ownTotal, restTotal }));
}

/** A word and a pair with it, or a place and all places, often tell the same finding: the clearest one stands. */
export function withoutEchoes<T extends { word: string; own: number; placeId?: string | null }>(
  words: readonly T[],
): T[] {
  const kept: T[] = [];
  for (const word of words) {
    const stems = word.word.slice(word.word.indexOf(':') + 1).split(' ');
    const echo = kept.some((other) => {
      const theirs = other.word.slice(other.word.indexOf(':') + 1).split(' ');
      return (
        stems.some((stem) => theirs.includes(stem)) && (word.own <= other.own * 1.5 || word.placeId === null)
      );
    });
    if (!echo) kept.push(word);
  }
  return kept;
}

export function shownWord(word: ComparedWord, spoken: Pick<Spoken, 'wordOf'>): SpokenWord {
  const { own, rest, ownTotal, restTotal, logOdds, low, high, adjustedP } = word;
  const written = spoken.wordOf(word.word);
  return {
    word: written,
    search: word.word.includes(' ') ? `"${written}"` : written,
    ...{ own, rest, logOdds, low, high, adjustedP },
    ownShare: ownTotal > 0 ? own / ownTotal : 0,
    restShare: restTotal > 0 ? rest / restTotal : 0,
  };
}
