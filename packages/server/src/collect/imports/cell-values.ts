// What the cells of a file mean: numbers and dates as people and programs write them.
import { type Expected, expects, type ImportMapping } from '@lyhord/contract';

export type CellReading<T> = { readonly value: T } | { readonly wrong: Expected };

/** What stands beside the digits of an amount; 199:- is 199. */
const beside = /[\s\u00a0\u202f'’]|kr\.?|[€$£]|[,:][-–]$/gi;

/** A number; `decimalComma` reads 1.234,5 and otherwise 1,234.5. Currency signs and spaces are left out. */
export function readNumberCell(cell: string, decimalComma: boolean): CellReading<number> {
  const bare = cell.replace(beside, '');
  const plain = decimalComma
    ? bare.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.')
    : bare.replace(/,(?=\d{3}(\D|$))/g, '');
  const value = Number(plain.replace(/\u2212/, '-'));
  if (plain !== '' && Number.isFinite(value)) return { value };
  return { wrong: expects('number_like', { example: decimalComma ? '1234,5' : '1234.5' }) };
}

/** A moment as text of ISO 8601 (without offset: wall-clock time) or as milliseconds; not yet checked. */
export function readMomentCell(
  cell: string,
  format: ImportMapping['dateFormat'],
): CellReading<string | number> {
  switch (format) {
    case 'iso':
      return { value: plainTime(plainIso(cell.trim())) };
    case 'epoch_s':
    case 'epoch_ms': {
      const value = Number(cell);
      if (cell.trim() === '' || !Number.isFinite(value)) return { wrong: expects('epoch') };
      return { value: format === 'epoch_s' ? value * 1_000 : value };
    }
    default:
      return readWrittenDate(cell, format === 'day_first');
  }
}

/** 2026/3/1 and 20260301 as 2026-03-01. */
function plainIso(cell: string): string {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T ])/.exec(cell) ??
    /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(cell);
  if (!match) return cell;
  const [whole, year, , month, day] = match;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}${cell.slice(whole.length)}`;
}

/** 2026-03-01 8.05 and 2026-03-01 kl. 8.05.30, as they are written in the north, as 2026-03-01 08:05 and 08:05:30. */
function plainTime(moment: string): string {
  const match = /^(\d{4}-\d\d-\d\d)[T ](?:klo?\.? ?)?(\d{1,2})([.:])(\d\d)(?:\3(\d\d))?$/i.exec(moment);
  if (!match) return moment;
  const [, day, hour, , minute, second] = match;
  return `${day} ${hour!.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
}

const written =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?:[ T,]+(?:klo?\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?)?$/i;

function readWrittenDate(cell: string, dayFirst: boolean): CellReading<string> {
  const match = written.exec(cell.trim());
  if (!match) {
    if (/^\d{4}-\d{2}-\d{2}/.test(cell.trim())) return { value: cell.trim() };
    return { wrong: expects(dayFirst ? 'date_day_first' : 'date_month_first') };
  }
  const [, first, second, year, hour, minute = '00', seconds = '00', half] = match;
  const [day, month] = dayFirst ? [first!, second!] : [second!, first!];
  const fullYear = year!.length === 2 ? `20${year}` : year!;
  const afternoon = half?.toLowerCase().startsWith('p');
  const hours = half ? (Number(hour) % 12) + (afternoon ? 12 : 0) : Number(hour);
  const two = (part: string | number) => (String(part).length < 2 ? `0${part}` : String(part));
  const date = `${fullYear}-${two(month)}-${two(day)}`;
  return { value: hour === undefined ? date : `${date}T${two(hours)}:${minute}:${seconds}` };
}

export interface DateGuess {
  readonly format: ImportMapping['dateFormat'];
  /** True where nothing in the cells tells the day from the month. */
  readonly doubtful: boolean;
  /** Share of the cells that are dates of that form. */
  readonly share: number;
}

const yearFirst = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?$|^(?:19|20)\d{6}$/;

/** How the dates of a column are written, from some of them. */
export function guessDates(cells: readonly string[]): DateGuess {
  const some = cells.map((cell) => cell.trim()).filter(Boolean);
  const share = (test: (cell: string) => boolean) => some.filter(test).length / Math.max(1, some.length);
  const sure = (format: DateGuess['format'], of: number) => ({ format, doubtful: false, share: of });
  const forms = [
    sure(
      'iso',
      share((cell) => yearFirst.test(cell)),
    ),
    sure(
      'epoch_ms',
      share((cell) => /^\d{12,14}$/.test(cell)),
    ),
    sure(
      'epoch_s',
      share((cell) => /^\d{9,10}$/.test(cell)),
    ),
    dayOrMonth(
      some.map((cell) => written.exec(cell)).filter((match) => match !== null),
      some,
    ),
  ];
  return forms.reduce((best, form) => (form.share > best.share ? form : best));
}

function dayOrMonth(parts: readonly RegExpExecArray[], some: readonly string[]): DateGuess {
  const share = parts.length / Math.max(1, some.length);
  const over12 = (at: 1 | 2) => parts.some((match) => Number(match[at]) > 12);
  if (over12(1)) return { format: 'day_first', doubtful: over12(2), share };
  if (over12(2)) return { format: 'month_first', doubtful: false, share };
  const american = some.some((cell) => cell.includes('/')) && some.some((cell) => /[ap]\.?m/i.test(cell));
  // with dots, nobody writes the month first
  const dotted = parts.length > 0 && parts.every((match) => /^\d+\./.test(match[0]));
  return { format: american ? 'month_first' : 'day_first', doubtful: !dotted && !american, share };
}

/** Whether decimals have a comma, from cells that are numbers; null where they do not say. */
export function guessDecimalComma(given: readonly string[]): { comma: boolean; doubtful: boolean } | null {
  const cells = given.map((cell) => cell.replace(beside, ''));
  const commas = cells.filter((cell) => /,\d{1,2}$|\.\d{3},\d|,\d{4,}$/.test(cell)).length;
  const points = cells.filter((cell) => /\.\d{1,2}$|,\d{3}\.\d|\.\d{4,}$/.test(cell)).length;
  if (commas > 0 || points > 0) return { comma: commas > points, doubtful: commas > 0 && points > 0 };
  // 1,234 may be one thousand or one and a quarter
  const either = cells.filter((cell) => /^-?\d{1,3}[.,]\d{3}$/.test(cell)).length;
  return either > 0 ? { comma: cells.some((cell) => /\.\d{3}$/.test(cell)), doubtful: true } : null;
}
