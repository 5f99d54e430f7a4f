// What customers thanked for: people should also be seen for what went well.
import type { Period, SignalCard } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { andAt } from '../places/places-asked.ts';
import { checkedPeriod } from '../questions/calendar.ts';
import { diverse } from '../topics/diverse-quotes.ts';
import { type CardSources, cardsOf } from './signal-cards.ts';
import { newestSignals } from './signal-rows.ts';

const newest = 60;

export async function readThanks(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  period: Period,
  place: string | undefined,
  most: number,
): Promise<SignalCard[]> {
  const places = await ground.placesOf(viewer, place);
  const rows = await newestSignals(ground.platform.warehouse, viewer, {
    period: checkedPeriod(period),
    condition: sql`has_text and sentiment = 'positive'
      and author != 'staff' and (has(flags, 'praise_of_staff') or ifNull(score >= if(question = 'nps', 9, 5), false))
      ${andAt(places)}`,
    before: null,
    limit: newest,
  });
  const cards = await cardsOf(ground, sources, viewer, rows);
  const worth = (card: SignalCard) => (card.flags.includes('praise_of_staff') ? 1 : 0.7);
  const quotable = cards.flatMap((card) =>
    card.text ? [{ id: card.id, text: card.text, polarity: worth(card) }] : [],
  );
  const chosen = new Set(diverse(quotable, most));
  return cards.filter((card) => chosen.has(card.id));
}
