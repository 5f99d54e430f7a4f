// What a workbook says of itself: its sheets, its texts, and which number formats mean dates.
import { because, Problem } from '../../../../platform/http/problem.ts';
import { type Parts, parsePart } from './workbook-parts.ts';

export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly texts: readonly string[];
  /** By style index: what a number of that style is. */
  readonly dateStyles: readonly boolean[];
  /** True where days are counted from 1904. */
  readonly from1904: boolean;
}

/** Texts are held in memory while the sheet is read. */
const largestTexts = 256 * 1024 ** 2;

export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const { named, from1904 } = await namedSheets(parts);
  const targets = new Map<string, string>();
  await parsePart(parts, 'xl/_rels/workbook.xml.rels', {
    open({ name, attributes }) {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    },
  });
  const sheets = named.flatMap(({ id, name, hidden }) => {
    const target = targets.get(id) ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return parts.has(part) ? [{ name, part, hidden }] : [];
  });
  if (sheets.length === 0) {
    throw new Problem('invalid_input', because('workbook_no_sheets'));
  }
  return { sheets, texts: await sharedTexts(parts), dateStyles: await dateStyles(parts), from1904 };
}

async function namedSheets(parts: Parts) {
  const named: { id: string; name: string; hidden: boolean }[] = [];
  let from1904 = false;
  await parsePart(parts, 'xl/workbook.xml', {
    open({ name, attributes }) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      named.push({ id, name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { named, from1904 };
}

async function sharedTexts(parts: Parts): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
  if (parts.bytes(part) > largestTexts) {
    throw new Problem('too_large', {
      detail: "The workbook's texts take more than 256 MB; save the sheet as CSV and load that.",
    });
  }
  const texts: string[] = [];
  let text = '';
  let wanted = false;
  let phonetic = false;
  await parsePart(parts, part, {
    open({ name }) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      wanted = name === 't' && !phonetic;
    },
    text(piece) {
      if (wanted) text += piece;
    },
    close(name) {
      wanted = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** ECMA-376 part 1, 22.9.2.19: letters that XML cannot hold are written as _x000D_. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** ECMA-376 part 1, 18.8.30: the built-in number formats that are dates or times. */
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** A format of one's own is a date where it has letters of days, months, years, hours or seconds outside quotes. */
const ownDate = (code: string) => /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

async function dateStyles(parts: Parts): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inside = false;
  await parsePart(parts, 'xl/styles.xml', {
    open({ name, attributes }) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), ownDate(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inside = true;
      if (name !== 'xf' || !inside) return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(own.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return styles;
}

/** A day number of a spreadsheet as wall-clock time of ISO 8601. */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + 1462 : serial;
  if (!(days >= 1 && days < 2_958_466)) return null;
  // day 60 of the 1900 system is a 29 February that never was
  const shift = days < 60 ? 25_568 : 25_569;
  const seconds = Math.round((days - shift) * 86_400);
  const text = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') && Number.isInteger(days) ? text.slice(0, 10) : text;
}
