import type { SegmentNumber } from '@lyhord/contract';
import { useFormats } from '../../ui/format.ts';

const money: ReadonlySet<SegmentNumber> = new Set(['revenue', 'margin', 'orderValue', 'costToServe']);
const inDays: ReadonlySet<SegmentNumber> = new Set(['daysSinceOrder', 'daysSinceActivity', 'daysKnown']);

/** True where the fact is an amount of money in minor units. */
export const isMoney = (fact: SegmentNumber): boolean => money.has(fact);

/** A customer's number as it is read; `signed` for differences. */
export function useFactValue(
  currency: string,
): (fact: SegmentNumber, value: number, signed?: boolean) => string {
  const format = useFormats();
  return (fact, value, signed = false) => {
    const sign = signed && value > 0 ? '+' : value < 0 ? '−' : '';
    const size = Math.abs(value);
    const text = isMoney(fact)
      ? format.money(size, currency)
      : format.number(size, inDays.has(fact) ? 0 : size < 10 ? 2 : 1);
    return `${sign}${text}`;
  };
}
