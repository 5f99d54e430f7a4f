// Promise: delimited text is cut into rows as it comes, each with the line that it begins on; a quote that is never
// closed, or a line that never ends, costs its own row and no other, and no more time or memory than a row may take.

export interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
  readonly broken?: string;
}

/** Within which a quote must be closed. */
const longestRecord = 1024 * 1024;
const longestRow = 4 * 1024 * 1024;
const tooLong = 'the row is longer than 4 MB; is the file a table with one row a line?';
const quote = '"';

export class CsvReader {
  private readonly delimiter: string;
  private readonly newline: string;
  private text = '';
  private line = 1;
  /** True while the rest of a line that was told already is passed over. */
  private passing = false;
  /** Where the next separator and the next end of a line stand, once looked for. */
  private nextDelimiter = -1;
  private nextNewline = -1;

  /** `newline` is '\n' (which reads '\r\n', too) or '\r'. */
  constructor(delimiter: string, newline: '\n' | '\r' = '\n') {
    this.delimiter = delimiter;
    this.newline = newline;
  }

  /** The records that are whole with this piece of text. */
  push(piece: string): CsvRecord[] {
    this.text = this.text === '' ? piece : this.text + piece;
    return this.read(false);
  }

  /** What is left when the text has ended. */
  end(): CsvRecord[] {
    return this.read(true);
  }

  private read(ended: boolean): CsvRecord[] {
    const { text } = this;
    const records: CsvRecord[] = [];
    this.nextDelimiter = -1;
    this.nextNewline = -1;
    let at = this.passing ? this.passOver(text) : 0;
    let nextQuote = text.indexOf(quote);
    while (at < text.length) {
      const lineEnd = this.newlineFrom(text, at);
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      if (nextQuote < 0 || nextQuote >= lineEnd) {
        if (lineEnd === text.length && !ended) break;
        this.add(records, this.plain(text, at, lineEnd));
        at = lineEnd + 1;
        continue;
      }
      const quoted = this.quoted(text, at, ended);
      if (quoted === 'more') break;
      this.add(records, quoted.cells, quoted.broken, quoted.lines);
      at = quoted.next;
    }
    if (text.length - at > longestRow) {
      this.add(records, [''], tooLong, 0);
      this.passing = true;
      at = text.length;
    }
    this.text = text.slice(at);
    return records;
  }

  /** Where the line ends whose rest is not looked at. */
  private passOver(text: string): number {
    const end = text.indexOf(this.newline);
    if (end < 0) return text.length;
    this.passing = false;
    this.line += 1;
    return end + 1;
  }

  /** The next end of a line from `at` on, or the end of the text; looked for once, however many cells ask. */
  private newlineFrom(text: string, at: number): number {
    if (this.nextNewline < at) this.nextNewline = found(text.indexOf(this.newline, at), text);
    return this.nextNewline;
  }

  private delimiterFrom(text: string, at: number): number {
    if (this.nextDelimiter < at) this.nextDelimiter = found(text.indexOf(this.delimiter, at), text);
    return this.nextDelimiter;
  }

  private add(records: CsvRecord[], cells: string[], broken?: string, lines = 1): void {
    if (cells.length > 1 || cells[0] !== '' || broken !== undefined) {
      records.push(broken === undefined ? { line: this.line, cells } : { line: this.line, cells, broken });
    }
    this.line += lines;
  }

  private plain(text: string, from: number, to: number): string[] {
    const end = this.newline === '\n' && text[to - 1] === '\r' && to > from ? to - 1 : to;
    return text.slice(from, end).split(this.delimiter);
  }

  /** One record that has a quote somewhere; 'more' where its end has not come yet. */
  private quoted(
    text: string,
    from: number,
    ended: boolean,
  ): { cells: string[]; next: number; lines: number; broken?: string } | 'more' {
    const cells: string[] = [];
    let at = from;
    let lines = 1;
    for (;;) {
      let cell = '';
      if (text[at] === quote) {
        at += 1;
        for (;;) {
          const close = text.indexOf(quote, at);
          if (close < 0) {
            if (!ended && text.length - from < longestRecord) return 'more';
            return this.unclosed(text, from, ended);
          }
          cell += text.slice(at, close);
          at = close + 1;
          if (text[at] !== quote) break;
          cell += quote;
          at += 1;
        }
        lines += this.newlinesIn(cell);
      }
      // what stands behind a closing quote, or a cell without quotes, is taken as it is
      const [delimiter, newline] = [this.delimiterFrom(text, at), this.newlineFrom(text, at)];
      const end = Math.min(delimiter, newline);
      if (end === text.length && !ended) return 'more';
      const tail = text.slice(at, end);
      cells.push(cell + (end === newline || end === text.length ? withoutReturn(tail) : tail));
      at = end + 1;
      if (end !== delimiter || end === text.length) return { cells, next: at, lines };
    }
  }

  /** The line alone, its quote taken literally, so that the rest of the file can be read. */
  private unclosed(text: string, from: number, ended: boolean) {
    const end = text.indexOf(this.newline, from);
    const lineEnd = end < 0 ? text.length : end;
    const broken = 'a quote is opened here and never closed';
    this.passing = end < 0 && !ended;
    return this.passing
      ? { cells: [''], next: text.length, lines: 0, broken }
      : { cells: this.plain(text, from, lineEnd), next: lineEnd + 1, lines: 1, broken };
  }

  private newlinesIn(cell: string): number {
    let count = 0;
    for (let at = cell.indexOf(this.newline); at >= 0; at = cell.indexOf(this.newline, at + 1)) count += 1;
    return count;
  }
}

const found = (at: number, text: string) => (at < 0 ? text.length : at);
const withoutReturn = (tail: string) => (tail.endsWith('\r') ? tail.slice(0, -1) : tail);
