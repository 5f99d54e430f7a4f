// What is said in public, and what the stores' own people report.
import { products } from '../company/products.ts';
import { stores } from '../company/stores.ts';
import { starsOf } from '../experience/scores.ts';
import type { Touchpoint } from '../experience/topics.ts';
import { leaning } from '../words/situation.ts';
import { situationOf } from './say.ts';
import type { Occasion } from './survey.ts';
import type { World } from './world.ts';

function publicSignal(
  w: World,
  occasion: Occasion,
  kind: 'review' | 'social',
  touchpoint: Touchpoint,
  stars: number | null,
  title: string | null,
  text: string,
): void {
  const day = occasion.day + w.dressing.below(3);
  const key = w.dressing.chance(0.5)
    ? [
        {
          type: 'external_id' as const,
          value: `r${(occasion.customer * 7 + 11).toString(36)}`,
          namespace: kind,
        },
      ]
    : [];
  w.signal(
    {
      messageId: w.id('s'),
      kind,
      channel: kind === 'review' ? 'review_site' : 'social',
      touchpoint,
      place: occasion.placeCode,
      happenedAt: w.at(w.countryOf(occasion.customer), day, w.dressing.between(420, 1_400)),
      identifiers: key,
      answers: stars === null ? [] : [{ question: 'stars', value: stars }],
      title,
      text,
      language: null,
      reference: null,
      conversation: null,
      author: 'customer',
      campaign: null,
      properties:
        touchpoint === 'product' && occasion.product >= 0
          ? { productId: products[occasion.product]!.id }
          : {},
    },
    day,
  );
}

export function review(w: World, occasion: Occasion, touchpoint: Touchpoint = occasion.touchpoint): void {
  if (w.quiet) return;
  const s = situationOf(w, occasion.customer, occasion);
  const stars = starsOf(s.mood, w.dressing);
  const titles = stars >= 4 ? s.tongue.reviewTitles.good : s.tongue.reviewTitles.bad;
  const title = stars !== 3 && w.dressing.chance(0.65) ? w.writer.line(titles, s) : null;
  publicSignal(w, occasion, 'review', touchpoint, stars, title, w.writer.comment(s));
}

export function reviewProduct(w: World, occasion: Occasion): void {
  review(w, { ...occasion, day: occasion.day + w.dressing.between(3, 20) }, 'product');
}

export function postInPublic(w: World, occasion: Occasion): void {
  if (w.quiet) return;
  const s = situationOf(w, occasion.customer, occasion);
  const lean = leaning(s.feelings) || s.mood;
  const lines = lean > 0 ? s.tongue.social.good : s.tongue.social.bad;
  publicSignal(w, occasion, 'social', occasion.touchpoint, null, null, w.writer.note(lines, s));
}

/** A report of what the shift saw, from some stores on some days. */
export function reportOfStaff(w: World, store: number): void {
  const hours = w.openHours(store);
  if (!hours || !w.random.chance(0.13 + 0.06 * stores[store]!.size)) return;
  const { country, code } = stores[store]!;
  w.moment.observe(store, w.day, 1_020);
  if (w.quiet) return;
  const s = situationOf(w, w.dressing.below(w.population.count), {
    scene: 'store',
    product: -1,
    leaf: store,
  });
  s.tongue = w.tongueOfStore(store);
  s.city = stores[store]!.name;
  const text = w.writer.report(s);
  if (text === '') return;
  w.signal(
    {
      messageId: w.id('s'),
      kind: 'staff',
      channel: 'app',
      touchpoint: 'store_visit',
      place: code,
      happenedAt: w.at(country, w.day, Math.min(1_430, hours.closes + w.dressing.below(20))),
      identifiers: [],
      answers: [],
      title: null,
      text,
      language: s.tongue.code,
      reference: null,
      conversation: null,
      author: 'staff',
      campaign: null,
      properties: {},
    },
    w.day,
  );
}
