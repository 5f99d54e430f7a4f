import { addDays } from '../client/days.ts';
import { useScope } from '../client/scope.ts';
import { useWords } from '../words/index.ts';
import { LinkButton } from './link-button.tsx';

/** The way onward where a period holds too little: the year until its end. */
export function LongerPeriod() {
  const { ui } = useWords();
  const { from, to } = useScope();
  const yearAgo = addDays(to, -364);
  if (from <= yearAgo) return null;
  return (
    <LinkButton to="." search={(before: object) => ({ ...before, from: yearAgo, to })}>
      {ui.longerPeriod}
    </LinkButton>
  );
}
