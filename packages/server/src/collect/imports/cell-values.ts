// What the cells of a file mean: numbers and dates as people and programs write them.
import type { ImportMapping } from '@lyhord/contract';

export type CellReading<T> = { readonly value: T } | { readonly wrong: string };

/** A number; `decimalComma` reads 1.234,5 and otherwise 1,234.5. Currency signs and spaces are left out. */
export function readNumberCell(cell: string, decimalComma: boolean): CellReading<number> {
  const bare = cell.replace(/[\s\u00a0\u202f'’]|kr\.?|[€$£]/gi, '');
  const plain = decimalComma
    ? bare.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.')
    : bare.replace(/,(?=\d{3}(\D|$))/g, '');
  const value = Number(plain.replace(/\u2212/, '-'));
  if (plain !== '' && Number.isFinite(value)) return { value };
  return { wrong: decimalComma ? 'a number such as 1234,5' : 'a number such as 1234.5' };
}

/** A moment as text of ISO 8601 (without offset: wall-clock time) or as milliseconds; not yet checked. */
export function readMomentCell(
  cell: string,
  format: ImportMapping['dateFormat'],
): CellReading<string | number> {
  switch (format) {
    case 'iso':
      return { value: cell };
    case 'epoch_s':
    case 'epoch_ms': {
      const value = Number(cell);
      if (cell.trim() === '' || !Number.isFinite(value))
        return { wrong: 'a number of seconds or milliseconds since 1970' };
      return { value: format === 'epoch_s' ? value * 1_000 : value };
    }
    default:
      return readWrittenDate(cell, format === 'day_first');
  }
}

const written =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?:[ T,]+(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i;

function readWrittenDate(cell: string, dayFirst: boolean): CellReading<string> {
  const match = written.exec(cell.trim());
  if (!match) {
    if (/^\d{4}-\d{2}-\d{2}/.test(cell.trim())) return { value: cell.trim() };
    return { wrong: dayFirst ? 'a date such as 31.03.2026 08:15' : 'a date such as 03/31/2026 08:15' };
  }
  const [, first, second, year, hour = '0', minute = '00', seconds = '00', half] = match;
  const [day, month] = dayFirst ? [first!, second!] : [second!, first!];
  const fullYear = year!.length === 2 ? `20${year}` : year!;
  const afternoon = half?.toLowerCase().startsWith('p');
  const hours = half ? (Number(hour) % 12) + (afternoon ? 12 : 0) : Number(hour);
  const two = (part: string | number) => String(part).padStart(2, '0');
  return { value: `${fullYear}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${seconds}` };
}

/** How dates are written, from some of them; `iso` where nothing else is certain. */
export function guessDateFormat(cells: readonly string[]): ImportMapping['dateFormat'] {
  const some = cells.map((cell) => cell.trim()).filter(Boolean);
  if (some.length === 0 || some.every((cell) => /^\d{4}-\d{2}-\d{2}/.test(cell))) return 'iso';
  if (some.every((cell) => /^\d{12,14}$/.test(cell))) return 'epoch_ms';
  if (some.every((cell) => /^\d{9,10}$/.test(cell))) return 'epoch_s';
  const parts = some.map((cell) => written.exec(cell)).filter((match) => match !== null);
  if (parts.length < some.length / 2) return 'iso';
  if (parts.some(([, first]) => Number(first) > 12)) return 'day_first';
  if (parts.some(([, , second]) => Number(second) > 12)) return 'month_first';
  return some.some((cell) => cell.includes('/')) && some.some((cell) => /[ap]\.?m/i.test(cell))
    ? 'month_first'
    : 'day_first';
}
