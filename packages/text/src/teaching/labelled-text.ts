import type { PlainLabel } from '../polarity.ts';

/** A text with what people said of it: the line form of `lyhord text train` and `evaluate`. */
export interface LabelledText {
  readonly text: string;
  /** ISO 639-1; found out where it is not given. */
  readonly language?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly label?: PlainLabel | undefined;
  /** UTF-16 offsets into `text`. */
  readonly terms?:
    | readonly { readonly start: number; readonly end: number; readonly label: PlainLabel }[]
    | undefined;
}
