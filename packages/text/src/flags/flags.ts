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
/** Sum of the opinions of a clause from which on it is clear praise. */
const clearPraise = 0.6;

export function flagsOf(what: Circumstances): TextFlag[] {
  const flags: TextFlag[] = [];
  const has = (role: Sign['role']) => what.reading.signs.some((sign) => sign.payload.role === role);
  const risks = (role: Sign['role']) =>
    what.reading.signs.some(
      (sign) => sign.payload.role === role && !isNegated(sign, what.reading) && !standsInPraise(sign, what),
    );
  if (asksQuestion(what)) flags.push('question');
  if (has('requests')) flags.push('request');
  if (has('threatToLeave') && what.wordsScore < 0.35) flags.push('threat_to_leave');
  if (what.praisesStaff) flags.push('praise_of_staff');
  if (risks('legalRisk')) flags.push('legal_risk');
  if (risks('safetyRisk')) flags.push('safety_risk');
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

/** "The best Fire Grill ever": a word of danger in a clause of nothing but praise is a name, unless the answer is bad. */
function standsInPraise({ first }: Found<Sign>, { reading, score }: Circumstances): boolean {
  if (score !== undefined && score < 0) return false;
  const own = reading.clauses.findIndex((clause) => clause.first <= first && first <= clause.last);
  const said = reading.opinions[own] ?? [];
  let sum = 0;
  for (const { strength } of said) sum += strength;
  return said.every(({ strength }) => strength > 0) && sum >= clearPraise;
}

/** Glowing words beside a very low score; a high score with harsh words is more often a slip of the scale. */
function disagrees(wordsScore: number, score: number | undefined): boolean {
  return score !== undefined && score <= -0.5 && wordsScore >= 0.5;
}
