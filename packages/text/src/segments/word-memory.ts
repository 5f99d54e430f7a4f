/** What was found out about words, kept under their numbers. A word that is not known again is only looked up again. */
import { mostWords } from './spellings.ts';

const smallest = 1 << 11;
const growth = 4;

/** Places for words: as many as there are words, each word at the place that its number names. */
class WordPlaces {
  private owners = new Int32Array(smallest);

  get size(): number {
    return this.owners.length;
  }

  /** Where the word stands; −1 where it is not known. */
  find(id: number): number {
    const { owners } = this;
    const place = id & (owners.length - 1);
    return owners[place] === id ? place : -1;
  }

  /** A place for a word that is not known; when `size` changes by it all others are forgotten. */
  claim(id: number): number {
    const taken = this.owners[id & (this.owners.length - 1)] !== 0;
    if (taken && this.owners.length < mostWords) this.owners = new Int32Array(this.owners.length * growth);
    const place = id & (this.owners.length - 1);
    this.owners[place] = id;
    return place;
  }
}

/** Not `new Array(length)`: the first long one would have all hot code that it stands in compiled anew. */
function emptyArray<Known>(length: number): Known[] {
  const values: Known[] = [];
  values.length = length;
  return values;
}

/** One value a word. */
export class WordMemory<Known> {
  private readonly places = new WordPlaces();
  private values: Known[] = emptyArray<Known>(smallest);

  get(id: number): Known | undefined {
    const place = this.places.find(id);
    return place < 0 ? undefined : this.values[place];
  }

  set(id: number, value: Known): void {
    const place = this.places.claim(id);
    if (this.values.length !== this.places.size) this.values = emptyArray<Known>(this.places.size);
    this.values[place] = value;
  }
}

/** The same number of numbers for each word, in one array: those of the word at `at` are `numbers[at … at + width − 1]`. */
export class WordNumbers<Numbers extends Float64Array | Int32Array | Uint32Array> {
  numbers: Numbers;
  readonly width: number;
  private readonly places = new WordPlaces();
  private readonly make: (length: number) => Numbers;

  constructor(width: number, make: (length: number) => Numbers) {
    this.width = width;
    this.make = make;
    this.numbers = make(width * smallest);
  }

  /** Where the word's numbers begin; −1 where they are not known. */
  find(id: number): number {
    const place = this.places.find(id);
    return place < 0 ? -1 : place * this.width;
  }

  set(id: number, values: ArrayLike<number>): number {
    const place = this.places.claim(id);
    if (this.numbers.length !== this.places.size * this.width) {
      this.numbers = this.make(this.places.size * this.width);
    }
    this.numbers.set(values, place * this.width);
    return place * this.width;
  }
}
