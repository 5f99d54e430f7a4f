import {
  IconClipboardText,
  IconHeadset,
  IconMessage,
  IconMessage2Star,
  IconPhone,
  IconShare,
  IconUserCheck,
} from '@tabler/icons-react';
import score from '../../ui/score-text.module.css';
import { toneOfPolarity } from '../../ui/tone.ts';
import { named, useWords } from '../../words/index.ts';

const icons: Readonly<Record<string, typeof IconMessage>> = {
  survey: IconClipboardText,
  review: IconMessage2Star,
  ticket: IconHeadset,
  social: IconShare,
  comment: IconMessage,
  staff: IconUserCheck,
  call: IconPhone,
};

/** Where no score was given: what kind of signal it is, in the colour of its feeling. */
export function KindMark({ kind, feeling }: { kind: string; feeling: string | undefined }) {
  const { terms } = useWords();
  const Icon = icons[kind] ?? IconMessage;
  const said = [named(terms.kinds, kind), named(terms.polarity, feeling)].filter(Boolean).join(', ');
  return (
    <span className={score.mark} data-tone={feeling ? toneOfPolarity(feeling) : undefined} title={said}>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span className={score.srOnly}>{said}</span>
    </span>
  );
}
