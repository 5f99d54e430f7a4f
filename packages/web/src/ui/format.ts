// Numbers, money and time in the reader's locale.
import { useMemo } from 'react';
import { type LocaleKey, tagOf, useLanguage } from '../words/index.ts';

export type MetricName = string;

/** No −0: what rounds to nought is nought. */
const roundOff = (value: number, digits: number) => (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);

const digitsOf: Record<string, number> = { nps: 0, signals: 0, csat: 1, stars: 1, ces: 1, sentiment: 0 };
const shares = new Set(['response_rate', 'csat_top2']);

/** A minus as long as a plus is wide, instead of a hyphen. */
const minus = (text: string) => text.replace(/^-/, '\u2212');

export function formatsFor(locale: LocaleKey) {
  const tag = tagOf(locale);
  const plain = (digits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const signedBy = (digits: number) =>
    new Intl.NumberFormat(tag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    });
  const counts = plain(0);
  const shortCounts = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const finePercents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const yearDays = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const ownDays = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const ownDaysOfYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  const months = new Intl.DateTimeFormat(tag, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const longMonths = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const longDays = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const clocks = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const relatives = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  const utc = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);

  const score = (value: number, metric: MetricName) =>
    minus(
      shares.has(metric)
        ? percents.format(value)
        : plain(digitsOf[metric] ?? 1).format(roundOff(value, digitsOf[metric] ?? 1)),
    );
  const difference = (value: number, metric: MetricName) =>
    minus(signedBy(digitsOf[metric] ?? 1).format(value));

  return {
    tag,
    score,
    difference,
    count: (n: number) => counts.format(n),
    shortCount: (n: number) => shortCounts.format(n),
    points: (value: number) => minus(signedBy(1).format(value)),
    share: (value: number, fine = value !== 0 && Math.abs(value) < 0.1) =>
      minus((fine ? finePercents : percents).format(value)),
    number: (value: number, digits = 0) => minus(plain(digits).format(value)),
    day: (day: string) =>
      utc(day).getUTCFullYear() === new Date().getFullYear()
        ? days.format(utc(day))
        : yearDays.format(utc(day)),
    fullDay: (day: string) => yearDays.format(utc(day)),
    /** The reader's own day of a moment. */
    dayOf: (at: string) => ownDays.format(new Date(at)),
    month: (day: string) => months.format(utc(day)),
    longMonth: (day: string) => longMonths.format(utc(day)),
    longToday: () => longDays.format(new Date()),
    moment: (at: string) => moments.format(new Date(at)),
    clock: (at: string) => clocks.format(new Date(at)),
    money: (minor: number, currency: string, short = false) => money(tag, minor, currency, short),
    /** Near times in words of nearness, others as a date. */
    when: (at: string, now = Date.now()) => {
      const seconds = (Date.parse(at) - now) / 1000;
      const size = Math.abs(seconds);
      if (size < 60) return relatives.format(0, 'minute');
      if (size < 3600) return relatives.format(Math.round(seconds / 60), 'minute');
      if (size < 86_400) return relatives.format(Math.round(seconds / 3600), 'hour');
      if (size < 7 * 86_400) return relatives.format(Math.round(seconds / 86_400), 'day');
      return new Date(at).getFullYear() === new Date(now).getFullYear()
        ? ownDaysOfYear.format(new Date(at))
        : ownDays.format(new Date(at));
    },
  };
}
export type Formats = ReturnType<typeof formatsFor>;

/** An amount in whole units of its currency, from its minor ones. */
export function majorOf(minor: number, currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return minor / 10 ** (maximumFractionDigits ?? 2);
}

function money(tag: string, minor: number, currency: string, short: boolean): string {
  const amount = majorOf(minor, currency);
  const size = Math.abs(amount);
  const text = new Intl.NumberFormat(tag, {
    ...{ style: 'currency', currency, currencyDisplay: 'symbol' },
    ...(size < 1_000 ? {} : { maximumFractionDigits: 0 }),
    ...(short && size >= 10_000 ? { notation: 'compact', maximumFractionDigits: 1 } : {}),
  }).format(amount);
  return minus(text);
}

const made = new Map<LocaleKey, Formats>();
export function useFormats(): Formats {
  const { locale } = useLanguage();
  return useMemo(() => {
    const known = made.get(locale) ?? formatsFor(locale);
    made.set(locale, known);
    return known;
  }, [locale]);
}
