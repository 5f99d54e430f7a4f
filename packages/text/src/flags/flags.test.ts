import { expect, it } from 'vitest';
import { TextEngine } from '../text-engine.ts';

const engine = new TextEngine();
const flags = (text: string, languageHint: string, score?: number) =>
  engine.analyse(text, { languageHint, ...(score === undefined ? {} : { score }) }).analysis.flags;

it('a word of danger in nothing but praise is a name, unless the answer beside it is bad', () => {
  expect(flags('Bästa grill Eld någonsin!', 'sv', 1)).not.toContain('safety_risk');
  expect(flags('Bästa grill Eld någonsin!', 'sv', -1)).toContain('safety_risk');
});

it('danger is danger beside praise of somebody, too, and not where it is negated', () => {
  expect(flags('Jag halkade i butiken, men personalen var fantastisk', 'sv')).toContain('safety_risk');
  expect(flags('My child got food poisoning', 'en')).toContain('safety_risk');
  expect(flags('No mould anywhere', 'en')).not.toContain('safety_risk');
});
