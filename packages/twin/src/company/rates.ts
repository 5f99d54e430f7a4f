// Dated exchange rates of the chain's currencies to Swedish kronor, one a week: an invented but lifelike walk.
import { isoOf, weekdayOf } from '../calendar/days.ts';
import { RandomStream } from '../random.ts';

/** On `day` and until the next, one unit of `from` is worth `rate` units of `to`. */
export interface ExchangeRate {
  day: string;
  from: string;
  to: string;
  rate: number;
}

const start: Readonly<Record<string, number>> = { DKK: 1.49, NOK: 0.965, EUR: 11.15 };

export function exchangeRates(seed: number, firstDay: number, lastDay: number): ExchangeRate[] {
  const random = new RandomStream(seed + 77);
  const level: Record<string, number> = { ...start };
  const rates: ExchangeRate[] = [];
  for (let day = firstDay - weekdayOf(firstDay); day <= lastDay; day += 7) {
    const kronaMove = 1 + 0.004 * random.normal();
    for (const from of ['DKK', 'NOK', 'EUR']) {
      const own = from === 'NOK' ? 0.004 : 0.0005;
      const pull = 1 + 0.03 * (start[from]! / level[from]! - 1);
      level[from] = level[from]! * kronaMove * (1 + own * random.normal()) * pull;
      rates.push({ day: isoOf(day), from, to: 'SEK', rate: Math.round(level[from]! * 10_000) / 10_000 });
    }
  }
  return rates;
}
