// Comments with the terms in them: stems and pairs, by language, each once a comment.
import type { Period } from '@lyhord/contract';
import { type TermReader, termReader } from '@lyhord/text/discovery';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';

export interface SpokenText {
  readonly id: string;
  readonly placeId: string;
  readonly day: string;
  /** As `sv:stem` or `sv:stem stem`: the same letters in two languages are two terms. */
  readonly terms: readonly string[];
}
export interface Spoken {
  readonly texts: readonly SpokenText[];
  /** Term → how customers write it most. */
  wordOf(term: string): string;
}
/** A sample by the signal's own key: chance alone decides, so that what is found in it holds. */
const mostTexts = 20_000;
const textsWithoutRest = 400;

export async function spokenTexts(
  warehouse: Warehouse,
  viewer: Viewer,
  period: Period,
  places: PlacesAsked | null,
): Promise<Spoken> {
  const rows = await warehouse.query<{
    signal_id: string;
    place_id: string;
    day: string;
    language: string;
    text: string;
  }>(sql`
    select s.signal_id as signal_id, s.place_id as place_id, toString(s.local_day) as day, s.language as language, t.text as text
    from (select signal_id, place_id, local_day, language from signals
      where ${signalScope(viewer)} and has_text and author != 'staff'
        and local_day between ${period.from} and ${period.to}
        ${andAt(places)}
      order by message_key limit ${mostTexts}) as s
    inner join (select signal_id, text from signal_texts where workspace_id = ${viewer.workspaceId}
      and local_day between ${period.from} and ${period.to}) as t using (signal_id)`);
  const forms = new Map<string, Map<string, number>>();
  const texts: SpokenText[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % textsWithoutRest === textsWithoutRest - 1) await new Promise(setImmediate);
    const terms = readTerms(termReader(row.language), row.language, row.text, forms);
    texts.push({ id: row.signal_id, placeId: row.place_id, day: row.day, terms });
  }
  return { texts, wordOf: (term) => mostUsual(forms.get(term)) ?? term.slice(term.indexOf(':') + 1) };
}

const pairGap = 2;

function readTerms(
  reader: TermReader,
  language: string,
  text: string,
  forms: Map<string, Map<string, number>>,
): string[] {
  const words = reader.words(text);
  const terms = new Set<string>();
  const note = (stems: string, form: string) => {
    const term = `${language}:${stems}`;
    if (terms.has(term)) return;
    terms.add(term);
    const known = forms.get(term) ?? new Map<string, number>();
    known.set(form, (known.get(form) ?? 0) + 1);
    forms.set(term, known);
  };
  words.forEach(({ stem, start, end, at }, index) => {
    note(stem, text.slice(start, end).toLowerCase());
    const next = words[index + 1];
    if (!next || next.at - at > pairGap || next.stem === stem) return;
    const phrase = text.slice(start, next.end).toLowerCase();
    if (!/[.,;:!?\n]/.test(phrase)) note(`${stem} ${next.stem}`, phrase);
  });
  return [...terms];
}

function mostUsual(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [form, count] of forms ?? []) if (count > most) [best, most] = [form, count];
  return best;
}
