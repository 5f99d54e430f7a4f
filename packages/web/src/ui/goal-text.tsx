import type { Score } from '@lyhord/contract';
import { useWords } from '../words/index.ts';
import { useFormats } from './format.ts';

/** How far a score is from its goal, and whether that is clear; nothing where there is none. */
export function GoalText({ score, target, metric }: { score: Score; target: number | null; metric: string }) {
  const { ui } = useWords();
  const format = useFormats();
  if (target === null || score.value === null) return null;
  const goal = format.score(target, metric);
  if (score.value >= target) return <>{ui.goalReached(goal, (score.low ?? score.value) >= target)}</>;
  const missing = format.score(target - score.value, metric);
  return <>{ui.goalAhead(goal, missing, (score.high ?? score.value) < target)}</>;
}
