/** Makes src/language/language-table.json: ELD's large n-gram table, cut to the languages that the engine tells apart. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashGram } from '../src/language/gram-table.ts';

interface EldTable {
  readonly languages: Record<string, string>;
  readonly ngrams: Record<string, Record<string, number>>;
}

const kept = ['sv', 'da', 'no', 'fi', 'en', 'de', 'nl', 'fr', 'es', 'pl', 'pt'];
/** What ELD takes off every score to keep its files small. */
const baseScore = 53;

/** @param folder ELD's source folder */
export async function writeLanguageTable(folder: string): Promise<void> {
  const { ngramsData }: { ngramsData: EldTable } = await import(join(folder, 'ngrams/large.js'));
  const { dictionary }: { dictionary: string[] } = await import(join(folder, 'dictionary.js'));
  const byteOf = new Map(
    dictionary
      .map((character, byte) => [character, byte] as const)
      .filter(([character, byte]) => byte >= 128 && character !== ' '),
  );
  const rows: { key: number; scores: [number, number][] }[] = [];
  for (const [gram, byLanguage] of Object.entries(ngramsData.ngrams)) {
    const scores = Object.entries(byLanguage).flatMap(([id, score]): [number, number][] => {
      const at = kept.indexOf(ngramsData.languages[id] as string);
      return at < 0 ? [] : [[at, Math.min(255, score + baseScore)]];
    });
    const bytes = [...gram].map((character) => byteOf.get(character) ?? character.charCodeAt(0));
    if (scores.length > 0) rows.push({ key: hashGram(bytes, 0, bytes.length), scores });
  }
  rows.sort((a, b) => a.key - b.key);
  const entries = rows.flatMap((row) => row.scores);
  const body = Buffer.concat([
    Buffer.from(Uint32Array.from(rows, (row) => row.key).buffer),
    Buffer.from(Uint8Array.from(rows, (row) => row.scores.length).buffer),
    Buffer.from(Uint8Array.from(entries, ([language]) => language).buffer),
    Buffer.from(Uint8Array.from(entries, ([, score]) => score).buffer),
  ]);
  const languages = kept.map((code) => (code === 'no' ? 'nb' : code));
  const table = { languages, grams: rows.length, entries: entries.length, body: body.toString('base64') };
  const file = join(process.cwd(), 'src/language/language-table.json');
  writeFileSync(file, `${JSON.stringify(table)}\n`);
  console.error(`${rows.length} n-grams, ${body.length} bytes`);
}
