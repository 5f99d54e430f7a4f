/** Ranges of tokens by their place in the text. */

interface Place {
  readonly first: number;
  readonly last: number;
}

/** Whether ranges stand one behind the other, none of them touching another: most short lists do. */
export function followEachOther(places: readonly Place[]): boolean {
  for (let i = 1; i < places.length; i++) {
    if ((places[i] as Place).first <= (places[i - 1] as Place).last) return false;
  }
  return true;
}

/** Orders ranges by where they begin, in place. */
export function sortByPlace<Ranges extends Place[]>(places: Ranges): Ranges {
  return followEachOther(places) ? places : (places.sort((a, b) => a.first - b.first) as Ranges);
}
