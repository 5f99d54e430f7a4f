// Promise: an amount is converted at the rate of its own day, the last one that was known then; without a rate the
// answer is that there is none.
import { currencyExponent } from '../money/minor-units.ts';

/** One unit of `currency` is `rate` units of `quote`, from `day` (YYYY-MM-DD) on. */
export interface ExchangeRate {
  readonly currency: string;
  readonly quote: string;
  readonly day: string;
  readonly rate: number;
}

/** A rate that is older than this no longer counts: weekends and holidays are shorter. */
const longestDays = 10;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

interface Series {
  readonly days: number[];
  readonly rates: number[];
}

export class RateBook {
  private readonly series = new Map<string, Map<string, Series>>();

  constructor(rates: readonly ExchangeRate[]) {
    const told = rates.map((one) => ({ ...one, at: dayNumber(one.day), back: false }));
    const back = told.map(({ currency, quote, rate, at }) => ({
      ...{ currency: quote, quote: currency, rate: 1 / rate, at, back: true },
    }));
    // of two for one day the last one counts: the one that was told, before the other way round
    for (const one of [...told, ...back].sort((a, b) => a.at - b.at || Number(b.back) - Number(a.back)))
      this.add(one.currency, one.quote, one.at, one.rate);
  }

  /** Units of `to` for one unit of `from` on a day: direct, the other way round, or through one third currency. */
  rate(from: string, to: string, day: string): number | null {
    if (from === to) return 1;
    const at = dayNumber(day);
    const direct = this.direct(from, to, at);
    if (direct !== null) return direct;
    for (const between of [...(this.series.get(from)?.keys() ?? [])].sort()) {
      const [first, second] = [this.direct(from, between, at), this.direct(between, to, at)];
      if (first !== null && second !== null) return first * second;
    }
    return null;
  }

  /** Minor units of `to` for one minor unit of `from`. */
  minorRate(from: string, to: string, day: string): number | null {
    const rate = this.rate(from, to, day);
    return rate === null ? null : rate * 10 ** (currencyExponent(to) - currencyExponent(from));
  }

  private add(from: string, to: string, at: number, rate: number): void {
    const quotes = this.series.get(from) ?? new Map<string, Series>();
    this.series.set(from, quotes);
    const series = quotes.get(to) ?? { days: [], rates: [] };
    quotes.set(to, series);
    series.days.push(at);
    series.rates.push(rate);
  }

  private direct(from: string, to: string, at: number): number | null {
    const series = this.series.get(from)?.get(to);
    if (!series) return null;
    let [low, high] = [0, series.days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (series.days[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    const last = low - 1;
    return last >= 0 && at - series.days[last]! <= longestDays ? series.rates[last]! : null;
  }
}
