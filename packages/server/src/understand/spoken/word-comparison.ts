import type { Period, WordComparison } from '@lyhord/contract';
import { compareWords } from '@lyhord/stats';
import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Ground } from '../ground.ts';
import { checkedPeriod } from '../questions/calendar.ts';
import { countsOf, falseShare, shownWord, withoutEchoes } from './emerging-words.ts';
import { spokenTexts } from './spoken-texts.ts';

const mostWords = 20;

export interface ComparisonQuestion extends Period {
  readonly place?: string | undefined;
  readonly otherFrom: string;
  readonly otherTo: string;
  readonly otherPlace?: string | undefined;
}

/**
 * What is said more at one place or in one period than in the other: exact tests, few false findings in all. Comments
 * that both sides hold belong to the first, so that a place can be compared with all others.
 */
export async function compareSpoken(
  ground: Ground,
  viewer: Viewer,
  question: ComparisonQuestion,
): Promise<WordComparison> {
  const { warehouse } = ground.platform;
  const own = checkedPeriod({ from: question.from, to: question.to });
  const other = checkedPeriod({ from: question.otherFrom, to: question.otherTo });
  const [ownPlaces, otherPlaces] = [
    await ground.placesOf(viewer, question.place),
    await ground.placesOf(viewer, question.otherPlace),
  ];
  const first = await spokenTexts(warehouse, viewer, own, ownPlaces);
  const inFirst = new Set(first.texts.map(({ id }) => id));
  const both = await spokenTexts(warehouse, viewer, other, otherPlaces);
  const second = { ...both, texts: both.texts.filter(({ id }) => !inFirst.has(id)) };
  if (both.texts.length > 0 && second.texts.length === 0) {
    throw new Problem('invalid_input', because('sides_alike'));
  }
  const counts = countsOf([...first.texts, ...second.texts], ({ id }) => inFirst.has(id));
  const compared = compareWords(counts);
  const found = compared.filter(({ adjustedP }) => adjustedP <= falseShare);
  const shown = (sign: 1 | -1) =>
    withoutEchoes(found.filter(({ logOdds }) => logOdds * sign > 0).sort((a, b) => sign * (b.z - a.z)))
      .slice(0, mostWords)
      .map((word) => shownWord(word, sign > 0 ? first : second));
  return {
    comments: first.texts.length,
    otherComments: second.texts.length,
    falseShare,
    compared: compared.length,
    more: shown(1),
    less: shown(-1),
  };
}
