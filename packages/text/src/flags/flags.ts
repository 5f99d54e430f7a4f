/** What in a comment asks for something to be done: flags from phrases, and from words that disagree with the score. */
import type { TextFlag } from '@lyhord/contract';
import type { Sign } from '../languages/phrasebook.ts';
import type { Reading } from '../reading.ts';
import type { Found } from '../segments/pattern-index.ts';

export interface Circumstances {
  readonly reading: Reading;
  /** −1 … 1, from the words alone. */
  readonly wordsScore: number;
  /** The answer beside the comment, −1 … 1. */
  readonly score: number | undefined;
  readonly praisesStaff: boolean;
  readonly truncated: boolean;
}

const negationReach = 3;

export function flagsOf(what: Circumstances): TextFlag[] {
  const flags: TextFlag[] = [];
  const has = (role: Sign['role']) => what.reading.signs.some((sign) => sign.payload.role === role);
  const unless = (role: Sign['role']) =>
    what.reading.signs.some((sign) => sign.payload.role === role && !isNegated(sign, what.reading));
  if (asksQuestion(what)) flags.push('question');
  if (has('requests')) flags.push('request');
  if (has('threatToLeave') && what.wordsScore < 0.35) flags.push('threat_to_leave');
  if (what.praisesStaff) flags.push('praise_of_staff');
  if (unless('legalRisk')) flags.push('legal_risk');
  if (unless('safetyRisk')) flags.push('safety_risk');
  if (has('wantsAnswer')) flags.push('wants_answer');
  if (disagrees(what.wordsScore, what.score)) flags.push('sarcasm_suspected');
  if (what.truncated) flags.push('truncated');
  return flags;
}

/** By its mark: words such as "how" and "what" open too many exclamations. */
function asksQuestion({ reading: { tokens } }: Circumstances): boolean {
  return tokens.some((token) => token.text === '?' || token.text === '？' || token.text === '؟');
}

function isNegated(sign: Found<Sign>, { signs }: Reading): boolean {
  return signs.some(
    (other) =>
      other.payload.role === 'negators' &&
      other.last < sign.first &&
      sign.first - other.last <= negationReach,
  );
}

/** Glowing words beside a very low score; a high score with harsh words is more often a slip of the scale. */
function disagrees(wordsScore: number, score: number | undefined): boolean {
  return score !== undefined && score <= -0.5 && wordsScore >= 0.5;
}
