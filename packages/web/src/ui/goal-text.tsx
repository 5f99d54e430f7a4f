import type { Score } from '@lyhord/contract';
import { useWords } from '../words/index.ts';
import { useFormats } from './format.ts';

/** Whether a score has reached its goal, as far as its interval tells; nothing where there is none. */
export function GoalText({ score, target, metric }: { score: Score; target: number | null; metric: string }) {
  const { ui } = useWords();
  const format = useFormats();
  if (target === null || score.value === null) return null;
  const goal = format.score(target, metric);
  const [low, high] = [score.low ?? score.value, score.high ?? score.value];
  if (low >= target) return <>{ui.goalReached(goal)}</>;
  if (high >= target) return <>{ui.goalUnclear(goal)}</>;
  return <>{ui.goalAhead(goal, format.score(target - score.value, metric))}</>;
}
