import { fewestBehind } from '@lyhord/contract';
import { useWords } from '../words/index.ts';
import form from './form.module.css';

/** What is withheld on a screen so that nobody is told of, and how. */
export function WithheldNote() {
  const { ui } = useWords();
  return <p className={form.after}>{ui.withheld(fewestBehind)}</p>;
}
