// Which data colour a number wears. Colour never stands alone: sign and number are always beside it.
export type Tone = 'rust' | 'sand' | 'teal' | 'plain';

const bands: Record<string, readonly [number, number]> = {
  nps: [7, 9],
  csat: [3, 4],
  stars: [3, 4],
  ces: [4, 6],
};

/** What an answer is out of, where that is not the 10 of NPS. */
const mostOf: Record<string, number> = { csat: 5, stars: 5, ces: 7 };
export const outOf = (question: string | null): number | null => mostOf[question ?? 'nps'] ?? null;

/** The band of one customer's answer: NPS 0–6 rust, 7–8 sand, 9–10 teal; CSAT and stars 1–2, 3, 4–5. */
export function toneOfAnswer(value: number | null, question: string | null): Tone {
  if (value === null) return 'plain';
  const [middle, good] = bands[question ?? 'nps'] ?? [7, 9];
  if (value >= good) return 'teal';
  return value >= middle ? 'sand' : 'rust';
}

/** A signed number: an effect, a difference. */
export function toneOfEffect(value: number): Tone {
  if (Math.abs(value) < 0.05) return 'sand';
  return value > 0 ? 'teal' : 'rust';
}

export function toneOfPolarity(label: string | null | undefined): Tone {
  if (label === 'positive') return 'teal';
  if (label === 'negative') return 'rust';
  return label ? 'sand' : 'plain';
}

export const lineColour: Record<Tone, string> = {
  rust: 'var(--rust-line)',
  sand: 'var(--sand-line)',
  teal: 'var(--teal-line)',
  plain: 'var(--grey-line)',
};

/** Ends of a metric's scale. */
export function scaleOf(metric: string): readonly [number, number] {
  if (metric === 'nps' || metric === 'sentiment') return [-100, 100];
  if (metric === 'ces') return [1, 7];
  if (metric === 'csat' || metric === 'stars') return [1, 5];
  return [0, 1];
}
