import { useWords } from '../words/index.ts';
import { useFormats } from './format.ts';

/** A time: near ones in words, others as a date; the exact moment on hover. */
export function Moment({ at }: { at: string }) {
  const format = useFormats();
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.when(at)}
    </time>
  );
}

/** A span in the reader's words: “12 Aug to 9 Nov”. */
export function usePeriodWords(): (from: string, to: string) => string {
  const { ui } = useWords();
  const format = useFormats();
  return (from, to) => (from === to ? format.day(from) : ui.range(format.day(from), format.day(to)));
}
