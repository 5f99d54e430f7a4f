import { type CaseRow, questionScales } from '@lyhord/contract';
import { useWords } from '../words/index.ts';
import { useFormats } from './format.ts';

type Titled = Pick<CaseRow, 'title' | 'signalId' | 'score' | 'question' | 'customerName' | 'placeName'>;

/** A case in one sentence of the reader's language; the server's own title where no signal opened it. */
export function useCaseTitle(): (one: Titled) => string {
  const { act } = useWords();
  const format = useFormats();
  return ({ title, signalId, score, question, customerName, placeName }) => {
    const scale = question ? questionScales[question] : undefined;
    if (signalId && score === null) return act.cases.wrote(customerName, placeName);
    if (score === null || !scale) return title;
    const given = format.number(score, Number.isInteger(score) ? 0 : 1);
    return act.cases.gave(customerName, given, format.number(scale.max), placeName);
  };
}
