// Columns of a block: values are written down as they come, in the form that the warehouse reads.
import { ByteWriter } from './byte-writer.ts';

export interface Column {
  /** The type's name in the warehouse. */
  readonly type: string;
  /** How many bytes `write` writes. */
  readonly size: number;
  add(value: unknown): void;
  /** Writes all values after one another. */
  write(into: ByteWriter): void;
  /** Forgets the values and keeps the room that they took. */
  clear(): void;
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;
type NumbersOf = new (length: number) => Numbers;

const first = 512;

function wider<A extends Numbers>(numbers: A): A {
  const grown = new (numbers.constructor as new (length: number) => A)(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

const bytesOf = (numbers: Numbers, used: number) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, used * numbers.BYTES_PER_ELEMENT);

/** Numbers, flags (as 0 and 1) and days since 1970. */
class NumberColumn implements Column {
  readonly type: string;
  private numbers: Numbers;
  private used = 0;
  constructor(type: string, kind: NumbersOf) {
    this.type = type;
    this.numbers = new kind(first);
  }
  add(value: unknown): void {
    if (this.used === this.numbers.length) this.numbers = wider(this.numbers);
    this.numbers[this.used++] = Number(value);
  }
  get size(): number {
    return this.used * this.numbers.BYTES_PER_ELEMENT;
  }
  clear(): void {
    this.used = 0;
  }
  write(into: ByteWriter): void {
    into.raw(bytesOf(this.numbers, this.used));
  }
}

/** A 64-bit key in two halves, wherever it comes from. */
export interface Halves {
  readonly high: number;
  readonly low: number;
}

/** Eight bytes a value: a key's halves, or a whole number up to 2^53 with its sign. */
class WideColumn implements Column {
  readonly type: string;
  private halves = new Uint32Array(2 * first);
  private used = 0;
  constructor(type: string) {
    this.type = type;
  }
  add(value: unknown): void {
    if (this.used === this.halves.length) this.halves = wider(this.halves);
    if (typeof value === 'number') {
      // storing in 32 bits keeps the low half of a negative number, too
      this.halves[this.used++] = value;
      this.halves[this.used++] = Math.floor(value / 0x100000000);
      return;
    }
    const key = value as Halves | null;
    this.halves[this.used++] = key?.low ?? 0;
    this.halves[this.used++] = key?.high ?? 0;
  }
  get size(): number {
    return this.used * this.halves.BYTES_PER_ELEMENT;
  }
  clear(): void {
    this.used = 0;
  }
  write(into: ByteWriter): void {
    into.raw(bytesOf(this.halves, this.used));
  }
}

class TextColumn implements Column {
  readonly type = 'String';
  private readonly written = new ByteWriter(8 * first);
  add(value: unknown): void {
    this.written.text(value as string);
  }
  get size(): number {
    return this.written.length;
  }
  clear(): void {
    this.written.length = 0;
  }
  write(into: ByteWriter): void {
    into.raw(this.written.written());
  }
}

const hexDigits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** A key as 16 hexadecimal digits, written without making a text of it; null for an empty text. */
class HexColumn implements Column {
  readonly type = 'String';
  private readonly written = new ByteWriter(8 * first);
  add(value: unknown): void {
    if (value === null) {
      this.written.varint(0);
      return;
    }
    const { high, low } = value as Halves;
    this.written.varint(16);
    this.written.reserve(16);
    this.half(high);
    this.half(low);
  }
  get size(): number {
    return this.written.length;
  }
  clear(): void {
    this.written.length = 0;
  }
  write(into: ByteWriter): void {
    into.raw(this.written.written());
  }
  private half(half: number): void {
    const { bytes, length } = this.written;
    for (let digit = 0; digit < 8; digit += 1)
      bytes[length + digit] = hexDigits[(half >>> (28 - 4 * digit)) & 15]!;
    this.written.length = length + 8;
  }
}

const sharedDictionaryVersion = 1;
const ownKeys = 0x600;

/** Words that repeat: each once, and their numbers. */
class WordColumn implements Column {
  readonly type = 'LowCardinality(String)';
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly words = new ByteWriter();
  private indexes = new Uint32Array(first);
  private used = 0;
  private last = '';
  private lastNumber = 0;
  constructor() {
    this.words.text('');
  }
  get size(): number {
    return this.used === 0 ? 8 : 32 + this.words.length + this.used * this.width[1].BYTES_PER_ELEMENT;
  }
  clear(): void {
    this.used = 0;
    this.numbers.clear();
    this.numbers.set('', 0);
    this.words.length = 0;
    this.words.text('');
    this.last = '';
    this.lastNumber = 0;
  }
  /** The narrowest numbers that can name every word, and their code. */
  private get width() {
    const many = this.numbers.size;
    if (many <= 0x100) return [0, Uint8Array] as const;
    return many <= 0x10000 ? ([1, Uint16Array] as const) : ([2, Uint32Array] as const);
  }
  add(value: unknown): void {
    if (this.used === this.indexes.length) this.indexes = wider(this.indexes);
    if (value !== this.last) this.find(value as string);
    this.indexes[this.used++] = this.lastNumber;
  }
  write(into: ByteWriter): void {
    into.uint64(sharedDictionaryVersion);
    if (this.used === 0) return;
    const [code, kind] = this.width;
    into.uint64(ownKeys | code);
    into.uint64(this.numbers.size);
    into.raw(this.words.written());
    into.uint64(this.used);
    const narrow = new kind(this.used);
    narrow.set(this.indexes.subarray(0, this.used));
    into.raw(bytesOf(narrow, this.used));
  }
  private find(word: string): void {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(word, number);
      this.words.text(word);
    }
    this.last = word;
    this.lastNumber = number;
  }
}

class NullableColumn implements Column {
  readonly type: string;
  private readonly nulls = new NumberColumn('UInt8', Uint8Array);
  private readonly values: Column;
  constructor(values: Column) {
    this.type = `Nullable(${values.type})`;
    this.values = values;
  }
  add(value: unknown): void {
    const none = value === null || value === undefined;
    this.nulls.add(none ? 1 : 0);
    this.values.add(none ? 0 : value);
  }
  get size(): number {
    return this.nulls.size + this.values.size;
  }
  clear(): void {
    this.nulls.clear();
    this.values.clear();
  }
  write(into: ByteWriter): void {
    this.nulls.write(into);
    this.values.write(into);
  }
}

class ListColumn implements Column {
  readonly type = 'Array(String)';
  private readonly ends = new WideColumn('UInt64');
  private readonly texts = new TextColumn();
  private count = 0;
  add(value: unknown): void {
    for (const text of value as readonly string[]) {
      this.texts.add(text);
      this.count += 1;
    }
    this.ends.add(this.count);
  }
  get size(): number {
    return this.ends.size + this.texts.size;
  }
  clear(): void {
    this.ends.clear();
    this.texts.clear();
    this.count = 0;
  }
  write(into: ByteWriter): void {
    this.ends.write(into);
    this.texts.write(into);
  }
}

/** What a column can hold; the values that each takes stand beside it. */
const kinds = {
  /** text that repeats */
  word: () => new WordColumn(),
  /** text */
  text: () => new TextColumn(),
  /** the 16 hexadecimal digits of a 64-bit key in halves; null for '' */
  hex: () => new HexColumn(),
  /** a list of texts */
  words: () => new ListColumn(),
  /** a 64-bit key in halves, null for 0; or a whole number of 0 … 2^53 */
  key: () => new WideColumn('UInt64'),
  /** milliseconds since 1970 */
  moment: () => new WideColumn("DateTime64(3, 'UTC')"),
  'moment or null': () => new NullableColumn(new WideColumn("DateTime64(3, 'UTC')")),
  /** days since 1970 */
  day: () => new NumberColumn('Date', Uint16Array),
  flag: () => new NumberColumn('Bool', Uint8Array),
  uint8: () => new NumberColumn('UInt8', Uint8Array),
  uint16: () => new NumberColumn('UInt16', Uint16Array),
  uint32: () => new NumberColumn('UInt32', Uint32Array),
  float32: () => new NumberColumn('Float32', Float32Array),
  float64: () => new NumberColumn('Float64', Float64Array),
  int64: () => new WideColumn('Int64'),
  'int64 or null': () => new NullableColumn(new WideColumn('Int64')),
  'int32 or null': () => new NullableColumn(new NumberColumn('Int32', Int32Array)),
  'float64 or null': () => new NullableColumn(new NumberColumn('Float64', Float64Array)),
} as const satisfies Record<string, () => Column>;

export type ColumnKind = keyof typeof kinds;

export const columnOf = (kind: ColumnKind): Column => kinds[kind]();
