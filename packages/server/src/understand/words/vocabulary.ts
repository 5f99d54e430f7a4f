// Promise: which forms of a word customers write, by their languages' stems; renewed in the background, so that no
// search waits for it but the first.
import { termReader } from '@lyhord/text/discovery';
import { sameSpelling } from '@lyhord/text/spellings';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export interface Vocabulary {
  /** Forms that are the word in another form, or a longer word made with it; the word itself first. */
  formsOf(word: string): readonly string[];
}
interface WordRow {
  language: string;
  words: string[];
}
const mostWords = 60_000;
const renewMs = 10 * 60_000;
const mostForms = 120;
/** A search waits no longer for the first vocabulary; it looks for the words as they are typed instead. */
const longestWaitMs = 400;
/** Shorter words stand in too many others: `kö` in `köpa`, `kassa` in `paikassa`. */
const insideFrom = 6;

/** Stemmers leave short words as they are: these endings make `köerna` of `kö`, and no `köp`. */
const endings = 'n en et er erna ar arna or orna ens ets erne ene ne na'.split(' ');

/** The newest texts say which words there are; rare ones of long ago are still found as they are typed. */
const newestTexts = 60_000;

async function readVocabulary(warehouse: Warehouse, workspaceId: string): Promise<Vocabulary> {
  const rows = await warehouse.query<WordRow>(sql`
    select language, groupArray(word) as words from (
      select language, word, count() as n from (
        select s.language as language,
          arrayJoin(arrayDistinct(extractAll(lowerUTF8(t.text), '[\\p{L}\\p{M}\\p{N}]{2,40}'))) as word
        from (select signal_id, language from signals where workspace_id = ${workspaceId} and has_text
          order by signals.happened_at desc limit ${newestTexts}) as s
        inner join (select signal_id, text from signal_texts where workspace_id = ${workspaceId}) as t
          using (signal_id))
      group by language, word order by n desc limit ${mostWords})
    group by language`);
  const all = new Set(rows.flatMap(({ words }) => words.map(sameSpelling)));
  const stems = rows.map(({ language, words }) => {
    const reader = termReader(language);
    const forms = new Map<string, string[]>();
    for (const word of new Set(words.map(sameSpelling))) {
      const stem = reader.stem(word);
      const known = forms.get(stem);
      if (known) known.push(word);
      else forms.set(stem, [word]);
    }
    return { reader, forms };
  });
  return {
    formsOf(word) {
      const forms = new Set([word]);
      for (const { reader, forms: byStem } of stems) {
        for (const form of byStem.get(reader.stem(word)) ?? []) forms.add(form);
      }
      if (word.length < insideFrom) {
        for (const ending of endings) if (all.has(word + ending)) forms.add(word + ending);
      } else {
        for (const other of all) {
          if (forms.size >= mostForms) break;
          if (other.includes(word)) forms.add(other);
        }
      }
      return [...forms].slice(0, mostForms);
    },
  };
}

export interface Vocabularies {
  /** Null while the first one is still being read. */
  of(workspaceId: string): Promise<Vocabulary | null>;
}

export function createVocabularies(warehouse: Warehouse): Vocabularies {
  const known = new Map<string, { vocabulary: Promise<Vocabulary>; until: number }>();
  const renew = (workspaceId: string): Promise<Vocabulary> => {
    const vocabulary = readVocabulary(warehouse, workspaceId);
    const before = known.get(workspaceId);
    known.set(workspaceId, {
      vocabulary: before?.vocabulary ?? vocabulary,
      until: performance.now() + renewMs,
    });
    vocabulary.then(
      () => known.set(workspaceId, { vocabulary, until: performance.now() + renewMs }),
      () => known.delete(workspaceId),
    );
    return vocabulary;
  };
  return {
    async of(workspaceId) {
      const kept = known.get(workspaceId);
      if (!kept) return withinWait(renew(workspaceId));
      if (kept.until < performance.now()) void renew(workspaceId).catch(() => undefined);
      return withinWait(kept.vocabulary);
    },
  };
}

async function withinWait(vocabulary: Promise<Vocabulary>): Promise<Vocabulary | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestWaitMs);
  });
  try {
    return await Promise.race([vocabulary, late]);
  } finally {
    clearTimeout(timer);
  }
}
