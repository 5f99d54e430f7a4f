import type { TextAnalysis } from '@lyhord/contract';

export type Redaction = TextAnalysis['redactions'][number];
export type RedactionKind = 'email' | 'phone' | 'national_id' | 'iban' | 'card' | 'name';

/** Something found, as UTF-16 offsets into the text. */
export interface Found extends Redaction {
  readonly kind: RedactionKind;
}
