import { lookupTable } from '@lyhord/contract';

/** What a case is called in lists: the answer and the place; it holds none of the customer's words. */
export function caseTitle(signal: {
  readonly question: string;
  readonly score: number | null;
  readonly kind: string;
  readonly placeName: string | null;
}): string {
  return [answerOf(signal), signal.placeName].filter(Boolean).join(' · ');
}

const questionNames: Readonly<Record<string, string>> = lookupTable({
  nps: 'NPS',
  csat: 'CSAT',
  ces: 'CES',
  stars: '★',
});

function answerOf({
  question,
  score,
  kind,
}: {
  question: string;
  score: number | null;
  kind: string;
}): string {
  if (score === null || question === '') return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  const rounded = Number.isInteger(score) ? String(score) : score.toFixed(1);
  return `${questionNames[question] ?? question} ${rounded}`;
}
