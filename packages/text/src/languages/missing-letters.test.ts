import { describe, expect, it } from 'vitest';
import { tokensOf } from '../segments/tokens.ts';
import { TextEngine } from '../text-engine.ts';
import { MissingLetters } from './missing-letters.ts';

const engine = new TextEngine();
const closest = (text: string, languageHint: string) =>
  engine.analyse(text, { languageHint }).analysis.sentiment.closest;

describe('words typed without letters that the keyboard lacks', () => {
  it('are what they are with them, in either way of writing them', () => {
    expect(closest('Dalig service och lang ko', 'sv')).toBe('negative');
    expect(closest('Daarlig service', 'da')).toBe('negative');
    expect(closest('Unzuverlaessig und unverschaemt', 'de')).toBe('negative');
    const { mentions } = engine.analyse('Dalig service och lang ko', { languageHint: 'sv' }).analysis;
    expect(mentions.map(({ aspect }) => aspect)).toContain('queue');
  });

  it('keep their places in the text', () => {
    const text = 'Jattedalig leverans';
    for (const { start, end } of engine.analyse(text, { languageHint: 'sv' }).analysis.mentions)
      expect(text.slice(start, end)).toBe('leverans');
  });

  const letters = new MissingLetters(['dålig', 'får', 'väl', 'svårig*', 'far']);
  const read = (text: string) => letters.restored(tokensOf(text)).map((token) => token.text);

  it('are restored only in a text that has none of these letters, and where a longer word shows it', () => {
    expect(read('dalig val')).toEqual(['dålig', 'väl']);
    expect(read('bra val')).toEqual(['bra', 'val']);
    expect(read('dalig kö')).toEqual(['dalig', 'kö']);
    expect(read('svarighet')).toEqual(['svårighet']);
  });

  it('stay where they are words themselves', () => {
    expect(read('dalig far')).toEqual(['dålig', 'far']);
  });
});
